import { linearRegression as fitLine, mean } from "simple-statistics";

/** The door to simple-statistics: ln of the gamma function, and descriptive statistics, which throw on an empty array. */
export { gammaln as logGamma, mean, median, medianAbsoluteDeviation, sampleStandardDeviation } from "simple-statistics";

/**
 * Returns intercept and slope of the least squares line of y on x. With fewer than two different x the slope is 0 and
 * the intercept the mean, where the package would answer NaN.
 */
export function linearRegression(
  x: ArrayLike<number>,
  y: ArrayLike<number>,
): { readonly intercept: number; readonly slope: number } {
  const { m, b } = fitLine(Array.from(x, (value, i) => [value, y[i]]));
  if (Number.isFinite(m) && Number.isFinite(b)) return { intercept: b, slope: m };
  return { intercept: mean(Array.from(y)), slope: 0 };
}
