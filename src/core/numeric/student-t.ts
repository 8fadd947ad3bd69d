import { invariant } from "../errors.ts";
import { normalQuantile } from "./normal.ts";

/**
 * Returns the probability that Student's t with `df` degrees of freedom (a whole number, 1 or more) lies below `x`, by
 * the finite sums of Abramowitz and Stegun (1964), 26.7.3 and 26.7.4. Absolute accuracy about 1e-15, so far tails lose
 * relative accuracy.
 */
export function studentCdf(x: number, df: number): number {
  if (!Number.isFinite(x)) return x > 0 ? 1 : 0;
  const length = Math.sqrt(df + x * x);
  const sine = Math.abs(x) / length;
  const cosine2 = df / (df + x * x);
  let term = 1;
  let sum = 1;
  let between: number;
  if (df % 2 === 0) {
    for (let i = 2; i < df; i += 2) {
      term *= (cosine2 * (i - 1)) / i;
      sum += term;
    }
    between = sine * sum;
  } else {
    for (let i = 3; i < df; i += 2) {
      term *= (cosine2 * (i - 1)) / i;
      sum += term;
    }
    const tail = df === 1 ? 0 : sine * Math.sqrt(cosine2) * sum;
    between = (2 / Math.PI) * (Math.atan(Math.abs(x) / Math.sqrt(df)) + tail);
  }
  return x < 0 ? 0.5 * (1 - between) : 0.5 * (1 + between);
}

/**
 * Returns the x below which Student's t with `df` degrees of freedom (a whole number, 1 or more) lies with probability
 * p, 0 < p < 1; infinite at the ends. Starts from the expansion around the normal quantile (Cornish and Fisher;
 * Abramowitz and Stegun 1964, 26.7.5) and is mended by bracketed Newton steps on `studentCdf` to about 1e-12.
 */
export function studentQuantile(p: number, df: number): number {
  invariant(df >= 1 && Number.isInteger(df), "degrees of freedom are a whole number, 1 or more");
  if (p === 0.5) return 0;
  if (p < 0.5) return -studentQuantile(1 - p, df);
  if (p >= 1) return Number.POSITIVE_INFINITY;
  if (df === 1) return Math.tan(Math.PI * (p - 0.5));
  if (df === 2) return (2 * p - 1) / Math.sqrt(2 * p * (1 - p));
  const z = normalQuantile(p);
  const z3 = z * z * z;
  let x = z + (z3 + z) / (4 * df) + (5 * z3 * z * z + 16 * z3 + 3 * z) / (96 * df * df);
  let low = 0;
  let high = Number.POSITIVE_INFINITY;
  const density = Math.exp(logDensityAtZero(df));
  for (let i = 0; i < 100; i++) {
    const off = studentCdf(x, df) - p;
    if (off > 0) high = x;
    else low = x;
    let next = x - off / (density * (1 + (x * x) / df) ** (-(df + 1) / 2));
    if (!(next > low && next < high)) next = Number.isFinite(high) ? 0.5 * (low + high) : 2 * x;
    if (Math.abs(next - x) <= 1e-13 * Math.abs(x)) return next;
    x = next;
  }
  return x;
}

/** ln of the density at 0, by the recurrence f(df) = f(df - 2) (df - 1) / sqrt(df (df - 2)) from 1/pi and 1/sqrt(8). */
function logDensityAtZero(df: number): number {
  let log = df % 2 === 1 ? -Math.log(Math.PI) : -0.5 * Math.log(8);
  for (let d = df % 2 === 1 ? 3 : 4; d <= df; d += 2) log += Math.log((d - 1) / Math.sqrt(d * (d - 2)));
  return log;
}
