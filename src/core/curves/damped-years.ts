/** Nearer to 1 than this a pace is as good as undamped; the formulas would divide nothing by nothing. */
const NEARLY_ONE = 1e-5;

/** Returns phi + phi^2 + ... + phi^t for any real t: the years of full pace that t damped years are worth. */
export function dampedYears(phi: number, t: number): number {
  return Math.abs(1 - phi) < NEARLY_ONE ? t : (phi * (1 - phi ** t)) / (1 - phi);
}

/** Returns the derivative of `dampedYears` by phi. */
export function dampedYearsSlope(phi: number, t: number): number {
  if (Math.abs(1 - phi) < NEARLY_ONE) return (t * (t + 1)) / 2;
  const power = phi ** t;
  return (1 - (t + 1) * power) / (1 - phi) + (phi * (1 - power)) / (1 - phi) ** 2;
}
