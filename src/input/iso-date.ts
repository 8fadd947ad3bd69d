import { yearFraction } from "../core/units.ts";

/** Tells whether text is a date that exists, written 2025-02-28, between the years 1900 and 2200. */
export function isIsoDate(text: string): boolean {
  const parts = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text)?.slice(1).map(Number);
  if (!parts || parts[0] < 1900 || parts[0] > 2200) return false;
  const date = new Date(Date.UTC(parts[0], parts[1] - 1, parts[2]));
  return date.getUTCMonth() === parts[1] - 1 && date.getUTCDate() === parts[2];
}

/** Writes year, month and day as a date; null if there is no such day. */
function iso(year: string, month: string, day: string): string | null {
  const date = `${year}-${month.padStart(2, "0")}-${day.padStart(2, "0")}`;
  return isIsoDate(date) ? date : null;
}

/** Says what is wrong with text that should be a date, and what to write where that can be told. */
export function dateHint(text: string): string {
  if (/^\d{4}-\d{2}-\d{2}$/.test(text)) return "there is no such day; look it up in a calendar";
  const meant = meantDays(text);
  if (meant.length > 0) return `write ${meant.join(", or ")}${meant.length > 1 ? " if the month comes first" : ""}`;
  if (/^[2-6]\d{4}$/.test(text)) {
    const date = new Date(Date.UTC(1899, 11, 30) + Number(text) * 86_400_000).toISOString().slice(0, 10);
    return `this is a spreadsheet's number of a day: write ${date}`;
  }
  if (/^\d{4}(-\d{2})?$/.test(text)) return `write the day as well: ${text}${text.length === 4 ? "-12-31" : "-01"}`;
  return "write year-month-day, as 2025-12-31";
}

/** The days that text may mean: two where the month may come first or second. */
function meantDays(text: string): string[] {
  const [, a, b, c] = /^(\d{1,4})[/. -](\d{1,2})[/. -](\d{1,4})$/.exec(text) ?? [];
  if (a === undefined) return [];
  const days = a.length === 4 ? [iso(a, b, c)] : c.length === 4 ? [iso(c, b, a), iso(c, a, b)] : [];
  return [...new Set(days)].filter((day) => day !== null);
}

/** Returns the year fraction at which a day begins: 2025.0 for 1 January 2025, the end of the day before. */
export function startOfDay(isoDate: string): number {
  const [year, month, day] = isoDate.split("-").map(Number);
  return yearFraction(new Date(Date.UTC(year, month - 1, day - 1)).toISOString().slice(0, 10));
}
