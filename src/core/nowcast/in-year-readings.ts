import type { Observation, Scheme, Workspace } from "../domain.ts";
import type { BuiltHistories } from "../history/build-history.ts";
import { dayNumber, yearOf } from "../history/calendar.ts";
import { groupBy } from "../history/group-by.ts";
import { interpolateLog } from "../history/interpolate.ts";
import { baseOf, type LinkedBase } from "../history/link-bases.ts";
import { measuredOn } from "../history/measured-on.ts";
import { prefer } from "../history/prefer.ts";
import { type Dated, isFact } from "../history/vintage.ts";

/** One reading of a scheme between year ends, in persons. */
export interface InYearReading {
  readonly scheme: string;
  readonly date: string;
  /** 31 December of this year is the year end that it comes before. */
  readonly year: number;
  /** Months of the year that have passed, to the nearest month end: 1 to 11. */
  readonly month: number;
  /** Years from the reading to that year end. */
  readonly toGo: number;
  readonly participants: number;
  /** The figure that it rests on. */
  readonly figure: Dated<Observation>;
}

/**
 * Gathers the readings of one scheme that belong to no year end, one for each day, dates ascending.
 *
 * They are preferred as year ends are. A count is taken as it is, since people do not change when a base is counted anew;
 * a rate alone is multiplied with the base that it divides by, over its link where that is an older one, and is left
 * out where nobody knows it. Readings within half a month of a year end are left out too: they are that year end.
 */
export function inYearReadings(scheme: Scheme, workspace: Workspace, built: BuiltHistories): InYearReading[] {
  const facts = built.observations.filter((figure) => figure.row.scheme === scheme.id && isFact(figure));
  const base = built.linkedBases.get(scheme.base) ?? null;
  return [...groupBy(facts, ({ row }) => row.date)]
    .flatMap(([date, figures]) => {
      const year = yearOf(date);
      const days = dayNumber(`${year}-12-31`) - dayNumber(`${year - 1}-12-31`);
      const toGo = (dayNumber(`${year}-12-31`) - dayNumber(date)) / days;
      const month = Math.round(12 * (1 - toGo));
      if (month === 0 || month === 12) return [];
      const count = prefer(figures, "participants", workspace.pins).used;
      const found = count
        ? { figure: count, participants: count.row.participants! }
        : base && personsOfRate(scheme, figures, base, workspace);
      return found ? [{ scheme: scheme.id, date, year, month, toGo, ...found }] : [];
    })
    .sort((a, b) => (a.date < b.date ? -1 : 1));
}

function personsOfRate(
  scheme: Scheme,
  figures: readonly Dated<Observation>[],
  { series, linked }: LinkedBase,
  { pins, bases }: Workspace,
) {
  const onBase = figures.filter(({ row }) => row.base === scheme.base);
  const rate = prefer(onBase, "coverage", pins).used;
  if (!rate) return null;
  const { date } = rate.row;
  const year = yearOf(date) - scheme.baseLagYears;
  const yearly = bases.some(({ id, reading }) => id === scheme.base && reading === "year-average");
  const persons = (yearly ? null : interpolateLog(linked.cells, date)) ?? baseOf(series, year)?.persons ?? null;
  const measure = measuredOn(rate, [], persons, linked);
  const factor = measure.today ? 1 : measure.factor;
  if (persons === null || factor === null) return null;
  return { figure: rate, participants: (rate.row.coverage! / factor) * persons };
}
