import { fitTrend } from "./fit-trend.ts";
import { forecastUnbounded } from "./forecast-unbounded.ts";
import { mixtureQuantiles } from "./mixture.ts";

/** A bare series to foretell: parallel arrays, years ascending and distinct, two readings or more. */
export interface SeriesRequest {
  readonly years: readonly number[];
  /** Fractions of 1 for a share; positive numbers of any unit otherwise. */
  readonly values: readonly number[];
  /** Years ahead of the last reading, 1 or more. */
  readonly horizon: number;
  /** Probability levels of the quantiles, each between 0 and 1. */
  readonly levels: readonly number[];
  readonly scale: "share" | "unbounded";
}

/** What is foretold of one year, in the unit of the values. */
export interface SeriesForecast {
  readonly mean: number;
  readonly median: number;
  /** By `levels` of the request. */
  readonly quantiles: readonly number[];
}

/** Levels, evenly spread, whose quantiles stand for a whole distribution where its mean is wanted. */
const CELLS = 20;
const GRID = Array.from({ length: CELLS }, (_, i) => (i + 0.5) / CELLS);
const OPEN = { ceiling: null, window: { from: null, to: null }, curves: [], exclude: [] } as const;

/**
 * Foretells a series that no workspace describes, year by year: shares by the same trend as schemes have, with nothing
 * stated of a ceiling; unbounded series by `forecastUnbounded`. Shares stay within 0..1, unbounded ones above 0.
 */
export function forecastSeries(request: SeriesRequest): SeriesForecast[] {
  const { years, values, horizon, levels, scale } = request;
  if (scale === "unbounded") return forecastUnbounded(request);
  const trend = fitTrend({ scheme: "series", years, shares: values, rounding: values.map(() => 0), settings: OPEN });
  return Array.from({ length: horizon }, (_, i) => {
    const all = mixtureQuantiles(trend, i + 1, [...levels, 0.5, ...GRID]);
    const grid = all.slice(levels.length + 1);
    return {
      mean: grid.reduce((sum, q) => sum + q, 0) / CELLS,
      median: all[levels.length],
      quantiles: all.slice(0, levels.length),
    };
  });
}
