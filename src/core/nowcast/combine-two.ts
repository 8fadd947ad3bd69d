/** A forecast on some scale: its middle and its standard deviation. */
export interface Estimate {
  readonly middle: number;
  readonly sd: number;
}

/**
 * How alike the errors of both ways are taken to be: what comes unforeseen, such as a campaign in December, surprises both.
 * The few past cases cannot tell; a half is between what would be too sure and what would gain nothing.
 */
const ALIKE = 0.5;

/**
 * Combines two forecasts of the same number by their precisions (Bates and Granger 1969): weights 1 / sd^2, and the
 * standard deviation that errors correlated by a half leave. `weight` is that of the first. Never wider than the wider one.
 */
export function combineTwo(first: Estimate, second: Estimate): Estimate & { readonly weight: number } {
  const [a, b] = [first.sd ** 2, second.sd ** 2];
  const weight = a + b === 0 ? 0.5 : b / (a + b);
  const rest = 1 - weight;
  const variance = weight ** 2 * a + rest ** 2 * b + 2 * ALIKE * weight * rest * first.sd * second.sd;
  return { middle: weight * first.middle + rest * second.middle, sd: Math.sqrt(variance), weight };
}
