import type { BaseReading, Data, Observation } from "../domain.ts";
import { addDays, dayNumber } from "./calendar.ts";

/** What a published row must tell for its publication to be dated. */
type Row = Pick<Observation, "date" | "status" | "published" | "sources">;

/** A published row with its place in the data and the day it became known. */
export interface Dated<T> {
  readonly row: T;
  /** Index into the table it comes from: Data.observations or Data.bases. */
  readonly index: number;
  /** ISO date; null where not even a guess is possible: a source that shows no date and holds projections alone. */
  readonly published: string | null;
  /** True where the date is not shown by the source but assumed. */
  readonly assumed: boolean;
}

export type Publication = Pick<Dated<unknown>, "published" | "assumed">;

/**
 * Days from the latest reading in a source to the day we assume it was published, where it shows no date. Notes
 * that show both dates mostly lag by one to four weeks, so a month errs towards knowing too late.
 */
const ASSUMED_DELAY_DAYS = 30;

/** Days by which a reading may be printed before its date: year ends are written up in the last week of December. */
const PRINTED_AHEAD_DAYS = 7;

/**
 * Returns a function that dates the publication of any row of the data.
 *
 * The row's own date comes first, then its source's. A source without a date cannot have reported what had not
 * happened: it is assumed to be published 30 days after the latest reading in it. A row made from several sources was
 * known when the last of them was.
 */
export function publicationDates(data: Pick<Data, "observations" | "bases" | "sources">): (row: Row) => Publication {
  const shown = new Map(data.sources.map((source) => [source.id, source.published]));
  const latest = latestReadings(data);
  const ofSource = (id: string): Publication => {
    const published = shown.get(id) ?? null;
    if (published !== null) return { published, assumed: false };
    const reading = latest.get(id);
    return { published: reading === undefined ? null : addDays(reading, ASSUMED_DELAY_DAYS), assumed: true };
  };
  return (row) => {
    if (row.published !== null) return { published: row.published, assumed: false };
    const all = row.sources.map(ofSource);
    if (all.length === 0)
      return { published: row.status === "projection" ? null : addDays(row.date, ASSUMED_DELAY_DAYS), assumed: true };
    const dates = all.map(({ published }) => published);
    return {
      published: dates.includes(null) ? null : dates.sort()[dates.length - 1],
      assumed: all.some(({ assumed }) => assumed),
    };
  };
}

/** Keeps the rows that had been published by a day, each with its index and date; all of them when `asOf` is null. */
export function knownBy<T extends Row>(
  rows: readonly T[],
  asOf: string | null,
  publicationOf: (row: Row) => Publication,
): Dated<T>[] {
  return rows
    .map((row, index) => ({ row, index, ...publicationOf(row) }))
    .filter(({ published }) => asOf === null || (published !== null && published <= asOf));
}

/**
 * Tells whether a figure states what had happened: not called a projection, nor printed more than a week before the
 * date it speaks of, whatever it was called.
 */
export function isFact({ row, published, assumed }: Dated<Row>): boolean {
  if (row.status === "projection") return false;
  return assumed || published === null || dayNumber(row.date) - dayNumber(published) <= PRINTED_AHEAD_DAYS;
}

/** Finds each source's latest reference date; rows that it shares with another source count only if it has no other. */
function latestReadings(data: Pick<Data, "observations" | "bases">): Map<string, string> {
  const rank = (row: Row) => (row.status === "derived" ? 1 : 0) + (row.sources.length > 1 ? 2 : 0);
  const best = new Map<string, { rank: number; date: string }>();
  const rows: readonly (Row & { variant?: BaseReading["variant"] })[] = [...data.observations, ...data.bases];
  for (const row of rows) {
    if (row.status === "projection" || row.variant) continue;
    for (const id of row.sources) {
      const seen = best.get(id);
      if (!seen || rank(row) < seen.rank || (rank(row) === seen.rank && row.date > seen.date))
        best.set(id, { rank: rank(row), date: row.date });
    }
  }
  return new Map([...best].map(([id, { date }]) => [id, date]));
}
