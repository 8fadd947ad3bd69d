import {
  linearRegression as fitLine,
  mean,
  median,
  medianAbsoluteDeviation,
  sampleStandardDeviation,
} from "simple-statistics";

export { mean, median, medianAbsoluteDeviation, sampleStandardDeviation };

/**
 * Returns intercept and slope of the least squares line of y on x. With fewer than two different x the slope is 0 and
 * the intercept the mean, where the package would answer NaN or nothing.
 */
export function linearRegression(
  x: ArrayLike<number>,
  y: ArrayLike<number>,
): { readonly intercept: number; readonly slope: number } {
  const { m, b } = fitLine(Array.from(x, (value, i) => [value, y[i]]));
  if (Number.isFinite(m) && Number.isFinite(b)) return { intercept: b, slope: m };
  return { intercept: mean(Array.from(y)), slope: 0 };
}

/** Returns the quantile of type 7 (linear between order statistics) of unsorted values at probability `level`. */
export function quantileOf(values: ArrayLike<number>, level: number): number {
  const sorted = Float64Array.from(values).sort();
  const rank = (sorted.length - 1) * level;
  const below = Math.floor(rank);
  const above = Math.min(sorted.length - 1, below + 1);
  return sorted[below] + (rank - below) * (sorted[above] - sorted[below]);
}
