import { fitTrend, type TrendRequest } from "../fit/fit-trend.ts";
import { mixtureQuantile } from "../fit/mixture.ts";

/** What one reading means for a trend. Fractions of what is modelled. */
export interface ReadingInfluence {
  readonly year: number;
  readonly share: number;
  /** Median foretold of it from the readings before; null where these are fewer than two. */
  readonly foretold: number | null;
  /** By how much the median in the year asked for would change if this reading were not there; null if two are left. */
  readonly withoutIt: number | null;
}

/**
 * Tells what each reading means for the trend: how well the readings before it foretold it, and how far the median of
 * `year` moves when it is left out (deletion diagnostics; Cook 1977, on the forecast instead of the coefficients). A
 * reading that moves the forecast much while others do not is one to look at first.
 */
export function influence(request: TrendRequest, year: number): ReadingInfluence[] {
  const median = (kept: readonly number[], target: number) => {
    const pick = (values: readonly number[]) => kept.map((i) => values[i]);
    const trend = fitTrend({
      ...request,
      years: pick(request.years),
      shares: pick(request.shares),
      rounding: pick(request.rounding),
    });
    return mixtureQuantile(trend, target - trend.origin, 0.5);
  };
  const all = request.years.map((_, i) => i);
  const whole = median(all, year);
  return all.map((i) => ({
    year: request.years[i],
    share: request.shares[i],
    foretold: i < 2 ? null : median(all.slice(0, i), request.years[i]),
    withoutIt:
      all.length < 3
        ? null
        : median(
            all.filter((other) => other !== i),
            year,
          ) - whole,
  }));
}
