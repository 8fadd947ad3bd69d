import type { BaseDefinition, BaseReading, BaseSeries, Distribution } from "../domain.ts";
import { distributionMedian, distributionQuantile } from "../numeric/distribution.ts";
import { mean, median, sampleStandardDeviation } from "../numeric/statistics.ts";
import { yearsBetween } from "./calendar.ts";
import { groupBy } from "./group-by.ts";
import { interpolateLog, readingDate } from "./interpolate.ts";
import type { Cell } from "./settle-readings.ts";
import type { Dated } from "./vintage.ts";

/** The standard normal deviate that 80 % lines lie at, and 1 sd above the median as a probability. */
const Z80 = 1.2815515655446004;
const ONE_SD = 0.8413447460685429;

/** Years of its own past that a base's growth is judged by where nothing projects it. */
const PAST_YEARS = 10;

/** Spread of a year's growth assumed where the past is too short to show one: half a point, wide for a population. */
const UNKNOWN_SD = 0.005;

/**
 * Returns a base's growth beyond its last year: log growth by year and the sd a year of a lasting deviation.
 *
 * In this order: the growth that the workspace sets; the medium line of a projection in the data, with the spread of
 * its 80 % lines, for the standard deviation ln(high / low) / (2 x 1.2816) is read as years ahead times the sd a year
 * (least squares through zero); the base's own last ten years.
 */
export function baseGrowth(
  definition: BaseDefinition,
  cells: readonly Cell[],
  projections: readonly Dated<BaseReading>[],
  lastYear: number,
  horizon: number,
): BaseSeries["growth"] {
  const years = Array.from({ length: Math.max(0, horizon - lastYear) }, (_, i) => lastYear + 1 + i);
  if (definition.growth) {
    const { mean, sd } = logMoments(definition.growth);
    return { years, mean: years.map(() => mean), sd };
  }
  const past = pastGrowth(definition, cells);
  const line = mediumLine(projections);
  if (line === null) return { years, mean: years.map(() => past.mean), sd: past.sd };
  const at = (year: number) => lineAt(line.medium, readingDate(definition, year));
  return {
    years,
    mean: years.map((year) => at(year) - at(year - 1)),
    sd: spreadAYear(line, readingDate(definition, lastYear)) ?? past.sd,
  };
}

/** Turns a growth rate g a year into log growth ln(1 + g): its median, and half-width to one standard deviation. */
function logMoments(growth: Distribution): { mean: number; sd: number } {
  const [low, high] = [1 - ONE_SD, ONE_SD].map((p) => Math.log1p(distributionQuantile(growth, p)));
  return { mean: Math.log1p(distributionMedian(growth)), sd: (high - low) / 2 };
}

function pastGrowth(definition: BaseDefinition, cells: readonly Cell[]): { mean: number; sd: number } {
  if (cells.length < 2) return { mean: 0, sd: UNKNOWN_SD };
  const last = cells[cells.length - 1];
  const window = cells.filter(({ date }) => yearsBetween(date, last.date) <= PAST_YEARS + 0.01);
  const span = yearsBetween(window[0].date, last.date);
  if (span < 1) return { mean: 0, sd: UNKNOWN_SD };
  const slope = Math.log(last.persons / window[0].persons) / span;
  const yearly: number[] = [];
  for (let year = Number(window[0].date.slice(0, 4)); year < Number(last.date.slice(0, 4)); year++) {
    const [from, to] = [year, year + 1].map((y) => interpolateLog(window, readingDate(definition, y)));
    if (from !== null && to !== null) yearly.push(Math.log(to / from));
  }
  return yearly.length < 3
    ? { mean: slope, sd: UNKNOWN_SD }
    : { mean: mean(yearly), sd: sampleStandardDeviation(yearly) };
}

interface Line {
  readonly medium: readonly Cell[];
  readonly low80: readonly Cell[];
  readonly high80: readonly Cell[];
}

/** Chooses the projection: one with 80 % lines before one without, then the one published last. */
function mediumLine(projections: readonly Dated<BaseReading>[]): Line | null {
  const candidates = [...groupBy(projections, ({ row }) => row.regime).values()]
    .map((rows) => ({
      medium: lineOf(rows, "medium"),
      low80: lineOf(rows, "low-80"),
      high80: lineOf(rows, "high-80"),
      published:
        rows
          .map(({ published }) => published ?? "")
          .sort()
          .at(-1) ?? "",
    }))
    .filter(({ medium }) => medium.length >= 2);
  const banded = (line: Line) => (line.low80.length > 0 && line.high80.length > 0 ? 1 : 0);
  candidates.sort((a, b) => banded(b) - banded(a) || (a.published < b.published ? 1 : -1));
  return candidates[0] ?? null;
}

function lineOf(rows: readonly Dated<BaseReading>[], variant: string): Cell[] {
  const same = rows.filter(({ row }) => row.variant === variant);
  return [...groupBy(same, ({ row }) => row.date)]
    .map(([date, at]) => ({ date, persons: median(at.map(({ row }) => row.persons)) }))
    .sort((a, b) => (a.date < b.date ? -1 : 1));
}

/** Returns ln(persons) on a line; before its first and after its last point its nearest segment goes on. */
function lineAt(line: readonly Cell[], date: string): number {
  const after = line.findIndex((cell) => cell.date >= date);
  const i = after < 0 ? line.length - 1 : Math.max(1, after);
  const [a, b] = [line[i - 1], line[i]];
  const slope = Math.log(b.persons / a.persons) / yearsBetween(a.date, b.date);
  return Math.log(a.persons) + slope * yearsBetween(a.date, date);
}

function spreadAYear({ low80, high80 }: Line, origin: string): number | null {
  let [above, below] = [0, 0];
  for (const low of low80) {
    const high = high80.find(({ date }) => date === low.date);
    const ahead = yearsBetween(origin, low.date);
    if (high === undefined || ahead <= 0) continue;
    above += ahead * (Math.log(high.persons / low.persons) / (2 * Z80));
    below += ahead * ahead;
  }
  return below > 0 ? above / below : null;
}
