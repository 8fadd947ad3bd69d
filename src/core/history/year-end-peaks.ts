import type { Data, History, YearEndPeak } from "../domain.ts";
import { dayNumber, yearOf } from "./calendar.ts";
import { isFact, knownBy, publicationDates } from "./vintage.ts";

/** Years that are looked at: habits of campaigns change. */
const YEARS = 6;

/**
 * Measures how far each scheme's year ends stand above the months between them: the median of what a reading between two
 * year ends lacks of the straight line from one to the other, as a part of it. December is left out, since it belongs to
 * the year end. A scheme without readings between year ends, or without a lead, has no entry.
 */
export function yearEndPeaks(
  data: Pick<Data, "observations" | "bases" | "sources">,
  histories: readonly History[],
  asOf: string | null,
): YearEndPeak[] {
  const known = knownBy(data.observations, asOf, publicationDates(data)).filter((dated) => isFact(dated));
  return histories.flatMap(({ scheme, points }): YearEndPeak[] => {
    const from = (points.at(-1)?.year ?? 0) - YEARS;
    const missing = known.flatMap(({ row }) => {
      const year = yearOf(row.date);
      if (row.scheme !== scheme || row.participants === null || row.date.slice(5, 7) === "12" || year <= from)
        return [];
      const [before, after] = [year - 1, year].map((y) => points.find((p) => p.year === y)?.participants);
      if (before === undefined || after === undefined) return [];
      const way = (dayNumber(row.date) - dayNumber(`${year - 1}-12-31`)) / 365.25;
      return [{ year, lacks: 1 - row.participants / (before + way * (after - before)) }];
    });
    if (missing.length === 0) return [];
    const sorted = missing.map(({ lacks }) => lacks).sort((a, b) => a - b);
    const middle = sorted.length >> 1;
    const lead = sorted.length % 2 === 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
    const years = new Set(missing.map(({ year }) => year)).size;
    return lead > 0 ? [{ scheme, lead, readings: missing.length, years }] : [];
  });
}
