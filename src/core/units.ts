/** Returns the scaled logit ln(p / (K - p)) of a share p in (0, K); Hyndman (2014), forecasting within limits. */
export function logit(share: number, ceiling = 1): number {
  return Math.log(share / (ceiling - share));
}

/** Inverts `logit`: maps any real z into (0, K) without overflow. */
export function expit(z: number, ceiling = 1): number {
  if (z >= 0) return ceiling / (1 + Math.exp(-z));
  const e = Math.exp(z);
  return (ceiling * e) / (1 + e);
}

/**
 * Keeps a share a hair away from 0 and K, so that its logit is finite.
 *
 * `margin` is 1e-6 of the ceiling: a tenth of a person in a hundred thousand, finer than any published figure.
 */
export function insideCeiling(share: number, ceiling = 1, margin = 1e-6): number {
  return Math.min(ceiling * (1 - margin), Math.max(ceiling * margin, share));
}

/** Turns an ISO date into a year fraction; 31 December 2024 is 2025.0, the end of 2024. */
export function yearFraction(isoDate: string): number {
  const year = Number(isoDate.slice(0, 4));
  const start = Date.UTC(year, 0, 1);
  const next = Date.UTC(year + 1, 0, 1);
  const [month, day] = [Number(isoDate.slice(5, 7)), Number(isoDate.slice(8, 10))];
  return year + (Date.UTC(year, month - 1, day + 1) - start) / (next - start);
}

/** Tells whether an ISO date is a year-end reading, the only kind an annual trend is fitted to. */
export function isYearEnd(isoDate: string): boolean {
  return isoDate.endsWith("-12-31");
}
