import { Stream } from "../numeric/stream.ts";

/** Resamples of the bootstrap. */
const RESAMPLES = 200;

/** Values of one function on samples A and B, and on A with one factor's column taken from B. */
export interface SobolSample {
  readonly a: ArrayLike<number>;
  readonly b: ArrayLike<number>;
  /** By factor. */
  readonly mixed: readonly ArrayLike<number>[];
}

export interface SobolEstimate {
  readonly first: number;
  readonly firstError: number;
  readonly total: number;
  readonly totalError: number;
}

/**
 * Estimates Sobol' indices: first-order ones as in Saltelli et al. 2010 (Table 2, b), values centred; total ones after
 * Jansen 1999. Errors are standard deviations over 200 bootstrap resamples of the rows, from a stream of their own.
 * Nothing varies: all are 0.
 */
export function sobolIndices(
  { a, b, mixed }: SobolSample,
  seed: number,
): { variance: number; factors: SobolEstimate[] } {
  const n = a.length;
  const all = Array.from({ length: n }, (_, i) => i);
  const whole = estimate(a, b, mixed, all);
  const stream = new Stream(seed, "explain/sobol/bootstrap");
  const sums = mixed.map(() => ({ first: 0, firstSquare: 0, total: 0, totalSquare: 0 }));
  const rows = new Array<number>(n);
  for (let resample = 0; resample < RESAMPLES; resample++) {
    for (let i = 0; i < n; i++) rows[i] = Math.floor(stream.uniform(resample, i) * n);
    estimate(a, b, mixed, rows).factors.forEach(({ first, total }, f) => {
      sums[f].first += first;
      sums[f].firstSquare += first * first;
      sums[f].total += total;
      sums[f].totalSquare += total * total;
    });
  }
  const deviation = (sum: number, square: number) =>
    Math.sqrt(Math.max(0, square / RESAMPLES - (sum / RESAMPLES) ** 2) * (RESAMPLES / (RESAMPLES - 1)));
  return {
    variance: whole.variance,
    factors: whole.factors.map((factor, f) => ({
      ...factor,
      firstError: deviation(sums[f].first, sums[f].firstSquare),
      totalError: deviation(sums[f].total, sums[f].totalSquare),
    })),
  };
}

function estimate(a: ArrayLike<number>, b: ArrayLike<number>, mixed: SobolSample["mixed"], rows: readonly number[]) {
  const n = rows.length;
  let sum = 0;
  for (const i of rows) sum += a[i] + b[i];
  const mean = sum / (2 * n);
  let squares = 0;
  for (const i of rows) squares += (a[i] - mean) ** 2 + (b[i] - mean) ** 2;
  const variance = squares / (2 * n);
  const factors = mixed.map((ab) => {
    let alone = 0;
    let apart = 0;
    for (const i of rows) {
      const moved = ab[i] - a[i];
      alone += (b[i] - mean) * moved;
      apart += moved * moved;
    }
    return variance > 0 ? { first: alone / n / variance, total: apart / (2 * n) / variance } : { first: 0, total: 0 };
  });
  return { variance, factors };
}
