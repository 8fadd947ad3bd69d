import type { BaseDefinition, BaseReading, BaseSeries } from "../domain.ts";
import { baseGrowth } from "./base-growth.ts";
import { dayNumber, yearOf, yearsBetween } from "./calendar.ts";
import { interpolateLog, readingDate } from "./interpolate.ts";
import { type LinkedCells, linkRegimes } from "./link-regimes.ts";
import type { Dated } from "./vintage.ts";

/** A base with what its making left behind, which the choice of rates needs. */
export interface LinkedBase {
  readonly series: BaseSeries;
  readonly linked: LinkedCells;
}

/** A bridge reaches this far from a reading, in years; beyond it a base has no value. */
const REACH_YEARS = 5;

/**
 * What is stated at most a quarter ahead of its date counts as a reading: a base moves slowly, and autumn reports print
 * the base of the coming year end. Stated further ahead, or on a day nobody knows, it is a projection.
 */
const STATED_AHEAD_DAYS = 92;

/**
 * Builds one series of a base on today's definition, a value for each year from `from` to `to` where one can be had.
 *
 * A value is the reading on the day (`reading`, or `linked` for an older regime); else it lies on the straight line of
 * ln(persons) between the readings around it, the nearer within five years (`between`); else it is held from the
 * nearest reading within five years (`held`): as it is before the first reading, moved along by the growth ahead after
 * the last, so that a reading of 30 November stands for the year end. `to` moves up to the last year read. Readings of
 * a year-average base are those of 1 July alone.
 */
export function buildBaseSeries(request: {
  readonly definition: BaseDefinition;
  /** Of this base, published by the day that counts. */
  readonly readings: readonly Dated<BaseReading>[];
  readonly from: number;
  readonly to: number;
  readonly horizon: number;
}): LinkedBase {
  const { definition, readings } = request;
  const facts = readings.filter((reading) => isReading(reading));
  const linked = linkRegimes(
    definition.regime,
    definition.reading === "year-end" ? facts : facts.filter(({ row }) => row.date.endsWith("-07-01")),
  );
  const { cells, links } = linked;
  const dated = (year: number) => readingDate(definition, year);
  const lastRead = cells.length > 0 ? cells[cells.length - 1].date : null;
  const lastWhole = lastRead === null ? request.to : yearOf(lastRead) - (lastRead < dated(yearOf(lastRead)) ? 1 : 0);
  const to = Math.max(request.to, lastWhole);
  const projections = readings.filter(({ row }) => row.variant !== "");
  const growthAfter = (year: number, until: number) => baseGrowth(definition, cells, projections, year, until);
  const ahead = growthAfter(to, to + 1).mean[0];
  const values: { year: number; persons: number; how: BaseSeries["how"][number] }[] = [];
  for (let year = request.from; year <= to; year++) {
    const value = valueAt(cells, dated(year), ahead);
    if (value !== null) values.push({ year, ...value });
  }
  return {
    linked,
    series: {
      base: definition.id,
      years: values.map(({ year }) => year),
      persons: values.map(({ persons }) => persons),
      how: values.map(({ how }) => how),
      links,
      growth: growthAfter(values.at(-1)?.year ?? to, request.horizon),
      levelSd: definition.levelSd,
    },
  };
}

/** A base in one year, and what its value rests on. */
export interface YearBase {
  readonly persons: number;
  readonly how: BaseSeries["how"][number];
  /** Rests on an older definition: linked itself, or bridged from a linked neighbour. */
  readonly older: boolean;
}

/** Returns the base of a year, or null where the series has no value. */
export function baseOf({ years, persons, how }: BaseSeries, year: number): YearBase | null {
  const i = years.indexOf(year);
  if (i < 0) return null;
  const nearest = years
    .map((y, k) => ({ apart: Math.abs(y - year), how: how[k] }))
    .filter((value) => value.how === "reading" || value.how === "linked")
    .sort((a, b) => a.apart - b.apart)[0];
  return { persons: persons[i], how: how[i], older: nearest?.how === "linked" };
}

function isReading({ row, published, assumed }: Dated<BaseReading>): boolean {
  const projected = row.status === "projection" || row.variant !== "";
  if (projected && row.variant !== "" && row.variant !== "medium") return false;
  if (assumed || published === null) return !projected;
  return dayNumber(row.date) - dayNumber(published) <= STATED_AHEAD_DAYS;
}

function valueAt(
  cells: LinkedCells["cells"],
  date: string,
  growth: number,
): { persons: number; how: BaseSeries["how"][number] } | null {
  const exact = cells.find((cell) => cell.date === date);
  if (exact) return { persons: exact.persons, how: exact.linked ? "linked" : "reading" };
  const before = cells.filter((cell) => cell.date < date).at(-1);
  const after = cells.find((cell) => cell.date > date);
  const [since, until] = [before && yearsBetween(before.date, date), after && yearsBetween(date, after.date)];
  if (Math.min(since ?? Infinity, until ?? Infinity) > REACH_YEARS) return null;
  if (before && after) return { persons: interpolateLog(cells, date)!, how: "between" };
  if (after) return { persons: after.persons, how: "held" };
  return { persons: before!.persons * Math.exp(growth * since!), how: "held" };
}
