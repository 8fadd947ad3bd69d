import type { LocalText, Scheme } from "../domain.ts";

/** Says one thing in English and Vietnamese: the function gets the words for each tongue. */
export function say(text: (words: Words) => string, vietnamese: (words: Words) => string): LocalText {
  return { en: text(english), vi: vietnamese(vietnameseWords) };
}

/** How one tongue writes numbers and names. */
export interface Words {
  /** `49.48 million`, `170,392`. */
  readonly people: (persons: number) => string;
  /** `37.01%` of a fraction. */
  readonly percent: (fraction: number, digits?: number) => string;
  /** `1.25 percentage points` of a difference of fractions. */
  readonly points: (difference: number) => string;
  /** Name of the month 1 to 12. */
  readonly month: (month: number) => string;
  readonly name: (scheme: Pick<Scheme, "title">) => string;
  readonly list: (items: readonly string[]) => string;
}

const english: Words = wordsOf("en", " million", "percentage points");
const vietnameseWords: Words = wordsOf("vi", " triệu", "điểm phần trăm");

function wordsOf(locale: "en" | "vi", million: string, points: string): Words {
  // Made once for each number of digits: making one takes far longer than using it.
  const formats = Array.from(
    { length: 4 },
    (_, digits) => new Intl.NumberFormat(locale, { maximumFractionDigits: digits }),
  );
  const format = (value: number, digits: number) => {
    const text = formats[digits].format(value);
    return /[1-9]/.test(text) ? text : text.replace("-", "");
  };
  return {
    people: (persons) => (Math.abs(persons) >= 1e6 ? format(persons / 1e6, 2) + million : format(persons, 0)),
    percent: (fraction, digits = 2) => `${format(fraction * 100, digits)}%`,
    points: (difference) => `${format(difference * 100, 2)} ${points}`,
    month: (month) =>
      locale === "vi"
        ? `tháng ${month}`
        : new Intl.DateTimeFormat(locale, { month: "long", timeZone: "UTC" }).format(Date.UTC(2000, month - 1, 1)),
    name: ({ title }) => title[locale] ?? title.en,
    list: (items) => items.join(", "),
  };
}

/** Counts things in English: `1 rate`, `2 rates`; Vietnamese has no plural. */
export function counted(n: number, thing: string): string {
  return `${n} ${thing}${n === 1 ? "" : "s"}`;
}

/** Writes years as runs: `2013-2015, 2018`. */
export function yearRuns(years: readonly number[]): string {
  const sorted = [...new Set(years)].sort((a, b) => a - b);
  const runs: number[][] = [];
  for (const year of sorted) {
    const run = runs.at(-1);
    if (run && run[run.length - 1] === year - 1) run.push(year);
    else runs.push([year]);
  }
  return runs.map((run) => (run.length > 1 ? `${run[0]}-${run[run.length - 1]}` : `${run[0]}`)).join(", ");
}
