import { linearRegression as fitLine, mean, sampleCorrelation } from "simple-statistics";

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

/**
 * Returns Spearman's rank correlation of two lists of one length, ties sharing their mean rank; 0 where one of them does
 * not vary.
 */
export function rankCorrelation(x: readonly number[], y: readonly number[]): number {
  const r = x.length < 2 ? Number.NaN : sampleCorrelation(ranks(x), ranks(y));
  return Number.isFinite(r) ? r : 0;
}

function ranks(values: readonly number[]): number[] {
  const order = values.map((_, i) => i).sort((a, b) => values[a] - values[b]);
  const rank = new Array<number>(values.length);
  for (let from = 0; from < order.length; ) {
    let to = from + 1;
    while (to < order.length && values[order[to]] === values[order[from]]) to++;
    for (let i = from; i < to; i++) rank[order[i]] = (from + to - 1) / 2;
    from = to;
  }
  return rank;
}
