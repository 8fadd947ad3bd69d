import type { PastForecast, Score } from "../domain.ts";
import { type Interval, intervalScore, wilson } from "./scores.ts";

/** Levels of the quantiles of past forecasts, ascending, the median among them. */
export const levels = [0.025, 0.1, 0.25, 0.5, 0.75, 0.9, 0.975] as const;

/** Takes the median and the central intervals, the widest last, out of quantiles at `levels`. */
export function intervalsOf(quantiles: readonly number[]): { median: number; intervals: Interval[] } {
  const middle = levels.length >> 1;
  const intervals = Array.from({ length: middle }, (_, i) => ({
    level: Math.round(1000 * (levels[middle + 1 + i] - levels[middle - 1 - i])) / 1000,
    low: quantiles[middle - 1 - i],
    high: quantiles[middle + 1 + i],
  }));
  return { median: quantiles[middle], intervals };
}

/** Scores some past forecasts; null if there is none. */
export function scoreOf(forecasts: readonly PastForecast[]): Score | null {
  if (forecasts.length === 0) return null;
  const parts = forecasts.map((forecast) => ({ ...forecast, ...intervalsOf(forecast.quantiles) }));
  const error = ({ median, outcome }: { median: number; outcome: number }) => Math.abs(median - outcome);
  const mae = mean(parts.map(error));
  const wis = mean(parts.map((f) => f.wis));
  const scaled = parts.flatMap((f) => (f.scale === null || f.scale === 0 ? [] : [error(f) / f.scale]));
  const origins = new Set(parts.map((f) => `${f.scheme} ${f.origin}`)).size;
  return {
    forecasts: parts.length,
    origins,
    mae,
    bias: mean(parts.map((f) => f.median - f.outcome)),
    mase: scaled.length === 0 ? null : mean(scaled),
    wis,
    crps: mean(parts.map((f) => f.crps)),
    intervals: parts[0].intervals.map(({ level }, i) => {
      const ends = parts.map((f) => ({ ...f.intervals[i], outcome: f.outcome }));
      const held = ends.filter(({ low, high, outcome }) => outcome >= low && outcome <= high).length;
      return {
        level,
        held,
        ...wilson(held / parts.length, origins),
        width: mean(ends.map(({ low, high }) => high - low)),
        intervalScore: mean(ends.map(({ low, high, outcome }) => intervalScore(low, high, level, outcome))),
      };
    }),
    skill: parts[0].references.map(({ curve }, r) => ({
      curve,
      mae: skill(mae, mean(parts.map((f) => Math.abs(f.references[r].median - f.outcome)))),
      wis: skill(wis, mean(parts.map((f) => f.references[r].wis))),
    })),
  };
}

/** Fewest forecasts in a cell of a PIT histogram, were they spread evenly: fewer show chance alone. */
const INACELL = 4;
const MOSTCELLS = 10;

/** Counts forecasts by their PIT in equal cells, as many as the forecasts can fill; null for fewer than three cells. */
export function pitCells(forecasts: readonly PastForecast[]): number[] | null {
  const cells = Math.min(MOSTCELLS, Math.floor(forecasts.length / INACELL));
  if (cells < 3) return null;
  const counts = new Array<number>(cells).fill(0);
  for (const { pit } of forecasts) counts[Math.min(cells - 1, Math.floor(pit * cells))]++;
  return counts;
}

function skill(own: number, reference: number): number | null {
  return reference > 0 ? 1 - own / reference : null;
}

function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}
