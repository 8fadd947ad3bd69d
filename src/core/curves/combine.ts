/**
 * Combines forecasts of one share: half-way between their weighted mean and their weighted median. Means use all that is
 * known, medians are not moved by one that runs away (Jose and Winkler 2008). Weights sum to 1.
 */
export function combine(shares: readonly number[], weights: readonly number[]): number {
  return 0.5 * (weightedMean(shares, weights) + weightedMedian(shares, weights));
}

/** Returns the weighted mean of some values; weights sum to 1. */
export function weightedMean(values: readonly number[], weights: readonly number[]): number {
  let mean = 0;
  for (let i = 0; i < values.length; i++) mean += weights[i] * values[i];
  return mean;
}

/** Returns the weighted standard deviation of forecasts of one share. */
export function disagreement(shares: readonly number[], weights: readonly number[]): number {
  const mean = weightedMean(shares, weights);
  let sum = 0;
  for (let i = 0; i < shares.length; i++) sum += weights[i] * (shares[i] - mean) ** 2;
  return Math.sqrt(sum);
}

/** The value at half of the weight, each value's weight centred on it, on straight lines between values. */
function weightedMedian(values: readonly number[], weights: readonly number[]): number {
  const order = values.map((_, i) => i).sort((a, b) => values[a] - values[b]);
  let middle = 0;
  let before = Number.NaN;
  let weightBefore = 0;
  for (const i of order) {
    const at = middle + 0.5 * weights[i];
    if (at >= 0.5) {
      if (Number.isNaN(before)) return values[i];
      const share = (0.5 - weightBefore) / (at - weightBefore);
      return before + share * (values[i] - before);
    }
    middle += weights[i];
    before = values[i];
    weightBefore = at;
  }
  return before;
}
