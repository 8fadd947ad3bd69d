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

/**
 * Says what is wrong with text that should be a date, and what to write where that can be told. Of a month or year alone
 * the first or last day is proposed.
 */
export function dateHint(text: string, edge: "first" | "last" = "last"): string {
  const clean = text.slice(0, 60).normalize("NFC").trim().toLowerCase();
  const day = /^(\d{4})-(\d{2})-(\d{2})/.exec(clean);
  if (day && isIsoDate(day[0])) return `write the day alone: ${day[0]}`;
  if (day) {
    const last = lastOf(Number(day[1]), Number(day[2]));
    return last === null
      ? "there is no such day; look it up in a calendar"
      : `there is no such day; that month ends on ${last}`;
  }
  const meant = meantDays(inDigits(clean));
  if (meant.length > 0) return `write ${meant.join(", or ")}${meant.length > 1 ? " if the month comes first" : ""}`;
  if (/^[2-6]\d{4}$/.test(clean)) {
    const date = new Date(Date.UTC(1899, 11, 30) + Number(clean) * 86_400_000).toISOString().slice(0, 10);
    return `this is a spreadsheet's number of a day: write ${date}`;
  }
  const span = wholeSpan(inDigits(clean));
  return span === null ? "write year-month-day, as 2025-12-31" : `write the day as well: ${span[edge]}`;
}

const months = "jan feb mar apr may jun jul aug sep oct nov dec".split(" ");

/** Writes months in words as numbers, and leaves out words that name the parts of a date. */
function inDigits(clean: string): string {
  return (
    clean
      .replace(/^(?:ngày|on)\s+/u, "")
      .replace(/\s*tháng\s*/gu, "/")
      .replace(/\s*năm\s*/gu, "/")
      .replace(
        /^(jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\.? (\d{1,2})(?:st|nd|rd|th)?,? (\d{4})$/,
        "$2 $1 $3",
      )
      .replace(/(\d)(?:st|nd|rd|th)\b/, "$1")
      .replace(/\b(jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\.?/, (word) =>
        String(months.indexOf(word.slice(0, 3)) + 1),
      )
      .replace(/^\/+/, "")
      .replace(/[/. -]+/g, "/")
      // Whoever uses words puts the day first, or has been turned round above.
      .replace(/^(\d{1,2})\/(\d{1,2})\/(\d{4})$/, /\p{L}/u.test(clean) ? "$3/$2/$1" : "$&")
  );
}

/** The first and last day of a year, quarter or month: `2025`, `q3/2025`, `2025/07`, `7/2025`; null for anything else. */
function wholeSpan(text: string): { readonly first: string; readonly last: string } | null {
  const between = (year: string, from: number, to: number) => {
    const [first, last] = [iso(year, String(from), "1"), lastOf(Number(year), to)];
    return first === null || last === null ? null : { first, last };
  };
  const year = /^(\d{4})$/.exec(text);
  if (year) return between(year[1], 1, 12);
  const quarter = /^(?:q|quý\/?)([1-4])\/(\d{4})$/u.exec(text.replace(/^(\d{4})\/(q[1-4])$/, "$2/$1"));
  if (quarter) return between(quarter[2], Number(quarter[1]) * 3 - 2, Number(quarter[1]) * 3);
  const month = /^(\d{4})\/(\d{1,2})$/.exec(text) ?? /^(\d{1,2})\/(\d{4})$/.exec(text);
  if (month === null) return null;
  const [y, m] = month[1].length === 4 ? [month[1], month[2]] : [month[2], month[1]];
  return between(y, Number(m), Number(m));
}

/** The last day of a month; null if there is no such month. */
function lastOf(year: number, month: number): string | null {
  if (!(month >= 1 && month <= 12)) return null;
  return new Date(Date.UTC(year, month, 0)).toISOString().slice(0, 10);
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
