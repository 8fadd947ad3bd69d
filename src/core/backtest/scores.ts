/**
 * Interval score of a central interval at `level` (Gneiting and Raftery 2007): its width, and 2 / (1 - level) times the
 * distance by which the outcome lies outside. In the unit of the outcome; lower is better.
 */
export function intervalScore(low: number, high: number, level: number, outcome: number): number {
  return high - low + (2 / (1 - level)) * (Math.max(0, low - outcome) + Math.max(0, outcome - high));
}

/** A central interval with its level. */
export interface Interval {
  readonly level: number;
  readonly low: number;
  readonly high: number;
}

/**
 * Weighted interval score (Bracher et al. 2021): the mean of the median's absolute error, with weight 1/2, and of the
 * interval scores, each with weight (1 - level) / 2, over the number of intervals + 1/2. Tends to the CRPS as intervals
 * are added; for a point forecast it is the absolute error.
 */
export function weightedIntervalScore(median: number, intervals: readonly Interval[], outcome: number): number {
  const sum = intervals.reduce(
    (total, { level, low, high }) => total + ((1 - level) / 2) * intervalScore(low, high, level, outcome),
    0.5 * Math.abs(outcome - median),
  );
  return sum / (intervals.length + 0.5);
}

/**
 * Continuous ranked probability score of draws (Gneiting and Raftery 2007): E|X - y| - E|X - X'| / 2, by one sort. `sorted`
 * holds the draws in ascending order.
 */
export function crpsOfDraws(sorted: Float64Array, outcome: number): number {
  const n = sorted.length;
  let error = 0;
  let spread = 0;
  for (let i = 0; i < n; i++) {
    error += Math.abs(sorted[i] - outcome);
    // In a sorted sample the i-th draw is the larger of i pairs and the smaller of n - 1 - i.
    spread += (2 * i - n + 1) * sorted[i];
  }
  return error / n - spread / (n * n);
}

/** Share of draws below the outcome, equal ones by half: uniform over outcomes if forecasts are what they say (Dawid 1984). */
export function pitOfDraws(sorted: Float64Array, outcome: number): number {
  let below = 0;
  let equal = 0;
  for (const draw of sorted) {
    if (draw < outcome) below++;
    else if (draw === outcome) equal++;
  }
  return (below + equal / 2) / sorted.length;
}

/** Ends of the 95 % score interval of a share seen in `n` cases (Wilson 1927): honest for small n, within 0..1. */
export function wilson(share: number, n: number): { readonly low: number; readonly high: number } {
  const z = 1.959963984540054;
  const middle = (share + (z * z) / (2 * n)) / (1 + (z * z) / n);
  const half = (z / (1 + (z * z) / n)) * Math.sqrt((share * (1 - share)) / n + (z * z) / (4 * n * n));
  // Rounding must not leave a share that is possible outside.
  return { low: share === 0 ? 0 : middle - half, high: share === 1 ? 1 : middle + half };
}
