import type { SeasonalPair } from "./seasonal-pairs.ts";
import { typicalChange } from "./typical-change.ts";

/** Spread that a whole year to go would leave where nobody has any past, on the angle: wide, about 3 points at 50 %. */
const PRIOR_SD = 0.03;
/** Years of past that the prior weighs as much as; the same for all schemes against one. */
const PRIOR_YEARS = 2;
const POOL_YEARS = 4;
/** Years of waiting that even the last day is worth: campaigns end with the year. */
const FLOOR_YEARS = 0.25;

/**
 * Returns the standard deviation of what comes about the typical change, on the angle, `toGo` years before a year end.
 *
 * Each pair is foretold by the pairs of other years. Squared errors, over their time to go plus a quarter of a year, are averaged
 * over all schemes with the weight of a prior, then over the scheme's own years with the weight of that average; the
 * result grows with the time to go. A year counts once, however often it was read.
 */
export function seasonalSpread(pairs: readonly SeasonalPair[], scheme: string, toGo: number): number {
  const errors = pairs.flatMap(({ reading, change }) => {
    const others = pairs.filter((other) => other.reading.year !== reading.year);
    const typical = typicalChange(others, reading.scheme, reading.toGo);
    if (typical === null) return [];
    return [{ reading, squared: (change - typical.change) ** 2 / (reading.toGo + FLOOR_YEARS) }];
  });
  const average = (of: typeof errors, prior: number, weight: number) => {
    const years = new Set(of.map(({ reading }) => reading.year)).size;
    const mean = of.length === 0 ? 0 : of.reduce((total, { squared }) => total + squared, 0) / of.length;
    return (weight * prior + years * mean) / (weight + years);
  };
  const pooled = average(errors, PRIOR_SD ** 2 / (1 + FLOOR_YEARS), PRIOR_YEARS);
  const own = average(
    errors.filter(({ reading }) => reading.scheme === scheme),
    pooled,
    POOL_YEARS,
  );
  return Math.sqrt(own * (toGo + FLOOR_YEARS));
}
