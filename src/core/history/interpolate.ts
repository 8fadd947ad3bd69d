import type { BaseDefinition } from "../domain.ts";
import { dayNumber } from "./calendar.ts";
import type { Cell } from "./settle-readings.ts";

/** Returns the day a base is read on in a year: 31 December, or 1 July for a mean of the year. */
export function readingDate(definition: Pick<BaseDefinition, "reading">, year: number): string {
  return definition.reading === "year-end" ? `${year}-12-31` : `${year}-07-01`;
}

/** Interpolates ln(persons) between the cells around a date (dates ascending); null outside the first and the last. */
export function interpolateLog(cells: readonly Cell[], date: string): number | null {
  const after = cells.findIndex((cell) => cell.date >= date);
  if (after < 0 || (after === 0 && cells[0].date !== date)) return null;
  if (cells[after].date === date) return cells[after].persons;
  const [a, b] = [cells[after - 1], cells[after]];
  const share = (dayNumber(date) - dayNumber(a.date)) / (dayNumber(b.date) - dayNumber(a.date));
  return a.persons * (b.persons / a.persons) ** share;
}
