import { yearFraction } from "../core/units.ts";

/** Tells whether text is a date that exists, written 2025-02-28, between the years 1900 and 2200. */
export function isIsoDate(text: string): boolean {
  const parts = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text)?.slice(1).map(Number);
  if (!parts || parts[0] < 1900 || parts[0] > 2200) return false;
  const date = new Date(Date.UTC(parts[0], parts[1] - 1, parts[2]));
  return date.getUTCMonth() === parts[1] - 1 && date.getUTCDate() === parts[2];
}

/** Says what is wrong with text that should be a date. */
export function dateHint(text: string): string {
  return /^\d{4}-\d{2}-\d{2}$/.test(text)
    ? "there is no such day; look it up in a calendar"
    : "write year-month-day, as 2025-12-31";
}

/** Returns the year fraction at which a day begins: 2025.0 for 1 January 2025, the end of the day before. */
export function startOfDay(isoDate: string): number {
  const [year, month, day] = isoDate.split("-").map(Number);
  return yearFraction(new Date(Date.UTC(year, month - 1, day - 1)).toISOString().slice(0, 10));
}
