import { disagreement, weightedMean } from "../curves/combine.ts";
import { outlookShare } from "../curves/outlook.ts";
import { studentQuantile } from "../numeric/student-t.ts";
import type { SeriesForecast, SeriesRequest } from "./forecast-series.ts";
import { METHOD_COUNT, unboundedForecasts } from "./unbounded-methods.ts";
import { weighCurves } from "./weigh-curves.ts";

/** What is no more than this is read as zero: nearer to it, numbers lose their digits. */
const SMALLEST = 1e-300;
/** Latest origins that are tried, fewest readings before one, furthest year foretold from it. */
const PAST = { origins: 15, readings: 3, horizon: 6 } as const;
/**
 * Power of the error by which methods are told apart: milder than for shares. Counts turn without warning, and what has
 * done best of late is then the first to be wrong.
 */
const POWER = 2;
/** How fast an older origin loses its say in weights and in the error of the combination. */
const RECENCY = { weights: 0.75, error: 0.8 } as const;
/** What is believed of the error before any forecast is seen, with the weight of one: of the mean step, of the value. */
const PRIOR = { ofStep: 0.8, ofValue: 0.003 } as const;
/** How outcomes stray: scale x own error^0.75 x (apart + 0.1 own error)^0.25 x years^0.42, on both sides, as t(3). */
const SPREAD = { scale: 1.5, own: 0.75, floor: 0.1, horizon: 0.42, freedom: 3 } as const;

/** What each method foretold of one value from those before it. */
interface PastForecast {
  readonly origin: number;
  readonly target: number;
  readonly years: number;
  readonly values: readonly (number | null)[];
}

/**
 * Foretells a positive series without an upper limit by the same combination as shares: six methods weighed by their past
 * errors, outcomes spread around as far as the combination has erred before. Everything scales with the values; zero and
 * less are read as half the smallest positive value.
 */
export function forecastUnbounded(request: SeriesRequest): SeriesForecast[] {
  const { years, horizon, levels } = request;
  const least = request.values.reduce((low, v) => (v > SMALLEST ? Math.min(low, v) : low), Number.POSITIVE_INFINITY);
  const values = request.values.map((v) => (v > SMALLEST ? v : Number.isFinite(least) ? least / 2 : 1));
  const past = pastForecasts(years, values);
  const weights = weighCurves(rollingErrors(values, past), new Set(past.map((f) => f.origin)).size, POWER);
  const own = ownError(years, values, past, weights);
  const methods = unboundedForecasts(years, values, values.length);
  return Array.from({ length: horizon }, (_, i) => {
    const { centre, apart } = combined(
      methods.map((method) => method?.(i + 1) ?? null),
      weights,
    );
    const spread =
      SPREAD.scale * own ** SPREAD.own * (apart + SPREAD.floor * own) ** (1 - SPREAD.own) * (i + 1) ** SPREAD.horizon;
    const outlook = { centre, lower: spread, upper: spread, ceiling: Number.POSITIVE_INFINITY };
    const quantiles = levels.map((level) => outlookShare(outlook, studentQuantile(level, SPREAD.freedom)));
    return { mean: centre, median: centre, quantiles };
  });
}

/** Takes the weighted mean of what the methods foretell, those that could not left out. */
function combined(values: readonly (number | null)[], weights: readonly number[]) {
  const known = values.flatMap((value, m) => (value === null ? [] : [{ value, weight: weights[m] }]));
  const all = known.reduce((sum, { weight }) => sum + weight, 0);
  const parts = known.map(({ value }) => value);
  const says = known.map(({ weight }) => weight / all);
  return { centre: weightedMean(parts, says), apart: disagreement(parts, says) };
}

function pastForecasts(years: readonly number[], values: readonly number[]): PastForecast[] {
  const n = values.length;
  const past: PastForecast[] = [];
  for (let origin = Math.max(PAST.readings - 1, n - 1 - PAST.origins); origin < n - 1; origin++) {
    const methods = unboundedForecasts(years, values, origin + 1);
    for (let target = origin + 1; target < n; target++) {
      const ahead = years[target] - years[origin];
      if (ahead > PAST.horizon) break;
      past.push({ origin, target, years: ahead, values: methods.map((method) => method?.(ahead) ?? null) });
    }
  }
  return past;
}

/** Mean absolute errors by method, on the root, where an error of a large value counts less. */
function rollingErrors(values: readonly number[], past: readonly PastForecast[]): (number | null)[] {
  const latest = past.reduce((most, f) => Math.max(most, f.origin), 0);
  return Array.from({ length: METHOD_COUNT }, (_, m) => {
    let sum = 0;
    let total = 0;
    for (const f of past) {
      const value = f.values[m];
      if (value === null) continue;
      const say = RECENCY.weights ** (latest - f.origin);
      sum += say * Math.abs(Math.sqrt(values[f.target]) - Math.sqrt(value));
      total += say;
    }
    return total > 0 ? sum / total : null;
  });
}

/** Mean absolute error of the combination over years ahead^0.6, as for shares. */
function ownError(
  years: readonly number[],
  values: readonly number[],
  past: readonly PastForecast[],
  weights: readonly number[],
): number {
  const n = values.length;
  let step = 0;
  for (let i = 1; i < n; i++) step += Math.abs(values[i] - values[i - 1]);
  let sum = (PRIOR.ofStep * step) / (years[n - 1] - years[0]) + PRIOR.ofValue * values[n - 1];
  let total = 1;
  for (const f of past) {
    const say = RECENCY.error ** (n - 1 - f.origin) / Math.sqrt(f.years);
    sum += (say * Math.abs(values[f.target] - combined(f.values, weights).centre)) / f.years ** 0.6;
    total += say;
  }
  return sum / total;
}
