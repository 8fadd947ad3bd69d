import { coverageOf, type ReplayRequest, replay } from "../backtest/replay.ts";
import type { BaseSeries, History } from "../domain.ts";
import { quantiles } from "../numeric/quantiles.ts";
import type { FitCache } from "../prepare.ts";
import { angleOf } from "./angle.ts";
import type { Estimate } from "./combine-two.ts";

/** What was known at a moment. */
export interface Known {
  readonly histories: readonly History[];
  readonly bases: readonly BaseSeries[];
}

/** The trend's forecasts, remembered by what they are made from. */
export interface TrendAhead {
  /** Coverage of a scheme at a year end, on the angle; null where too little was known for a trend. */
  forecast(known: Known, scheme: string, year: number): Estimate | null;
  /** The same, its spread told by the trend's own past errors too. */
  judged(known: Known, scheme: string, year: number): Estimate | null;
}

/** 80 % of a normal distribution lie within so many standard deviations of its middle. */
const Z80 = 1.2815515655446004;
/** Past errors that the spread which the trend states weighs as much as. */
const STATED = 4;
/** Past year ends that the errors are taken from, counted from the latest. */
const ORIGINS = 7;

/** Opens the trend's forecasts of coming year ends: the same fit and simulation as a run's, levers left out. */
export function openTrendAhead(request: ReplayRequest): TrendAhead {
  const fits: FitCache = new Map();
  const replays = new Map<string, ReturnType<typeof replay>>();
  const forecasts = new Map<string, Estimate | null>();

  function forecast(known: Known, scheme: string, year: number): Estimate | null {
    // Coverage does not depend on how many people a base has, so that the moments of a year share their forecasts.
    const points = known.histories.map((h) => [h.scheme, h.points.map((p) => [p.year, p.coverage, p.participants])]);
    const horizon = Math.max(year, ...known.histories.map((h) => (h.points.at(-1)?.year ?? 0) + 1));
    const from = JSON.stringify([points, horizon]);
    const key = `${scheme} ${year} ${from}`;
    const before = forecasts.get(key);
    if (before !== undefined) return before;
    if (!replays.has(from)) replays.set(from, replay(request, known, horizon, fits));
    const made = replays.get(from) ?? null;
    const possible = made?.schemes.some(({ id }) => id === scheme) && made.draws.years.includes(year);
    const estimate = made && possible ? estimateOf(coverageOf(scheme, year, made.draws)) : null;
    forecasts.set(key, estimate);
    return estimate;
  }

  function judged(known: Known, scheme: string, year: number): Estimate | null {
    const stated = forecast(known, scheme, year);
    const points = known.histories.find((h) => h.scheme === scheme)?.points ?? [];
    const last = points.at(-1);
    if (stated === null || last === undefined) return stated;
    const ahead = year - last.year;
    const errors = points.slice(-1 - ORIGINS).flatMap((point) => {
      const then = forecast(upTo(known, point.year - 1), scheme, point.year);
      return then === null ? [] : [((angleOf(point.coverage) - then.middle) / then.sd) ** 2];
    });
    // Errors are held against what the trend stated of them, so that readings further apart count alike.
    const ratio = (STATED + errors.reduce((sum, e) => sum + e, 0)) / (STATED + errors.length);
    return { middle: stated.middle, sd: ahead > 0 ? stated.sd * Math.sqrt(ratio) : stated.sd };
  }

  return { forecast, judged };
}

function upTo({ histories, bases }: Known, year: number): Known {
  return { bases, histories: histories.map((h) => ({ ...h, points: h.points.filter((p) => p.year <= year) })) };
}

function estimateOf(coverage: Float64Array): Estimate {
  const [low, middle, high] = quantiles(coverage, 0, coverage.length, [0.1, 0.5, 0.9]).map(angleOf);
  return { middle, sd: (high - low) / 2 / Z80 };
}
