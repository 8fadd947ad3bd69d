import type { LocalText } from "../core/domain.ts";
import type { en } from "./labels/en.ts";
import * as files from "./labels/index.ts";
import type { LanguageFile } from "./labels/language-file.ts";
import { cached, type NumberFormat, numberFormat } from "./number-format.ts";

/** Every key of every text shown; English is the model that the others must match. */
export type LabelKey = keyof typeof en.words;

/** The languages a report can be written in, by primary subtag: every file of `labels` that is named after one. */
export const languages: Readonly<Record<string, LanguageFile<Readonly<Record<LabelKey, string>>>>> = { ...files };

/** Words, numbers and dates of one language. */
export interface Language extends NumberFormat {
  /** Primary subtag: `en`. */
  readonly locale: string;
  /** Returns a text with its `{places}` filled; a place without a value stays visible. */
  say(key: LabelKey, values?: Readonly<Record<string, string | number>>): string;
  /** Picks a user's text in this language, else in English. */
  local(text: LocalText): string;
  /** 0.034 as `+3.4 points`. */
  pointsWithUnit(share: number): string;
  /** `49.1% to 55.6%`. */
  percentRange(low: number, high: number, decimals?: number): string;
  /** `19.1 million to 22.4 million`. */
  peopleRange(low: number, high: number): string;
}

/** Returns the language of a locale such as `vi` or `vi-VN`; an unknown one is answered in English. */
export function languageFor(locale: string): Language {
  const wanted = locale.toLowerCase().split(/[-_]/)[0] ?? "en";
  const known = Object.hasOwn(languages, wanted) ? wanted : "en";
  return languageOf(known);
}

const languageOf = cached((known: string): Language => {
  const file = languages[known]!;
  const numbers = numberFormat(file.tag, file.date);
  const say: Language["say"] = (key, values = {}) => fill(file.words[key], values);
  return {
    ...numbers,
    locale: known,
    say,
    local: (text) => (Object.hasOwn(text, known) ? text[known] : undefined) ?? text.en,
    pointsWithUnit: (share) => say("unit.points", { n: numbers.points(share) }),
    percentRange: (low, high, decimals) =>
      say("unit.range", { low: numbers.percent(low, decimals), high: numbers.percent(high, decimals) }),
    peopleRange: (low, high) => say("unit.range", { low: numbers.people(low), high: numbers.people(high) }),
  };
});

/** Fills `{name}` places in one pass, so that braces within a value are never read as places. */
function fill(template: string, values: Readonly<Record<string, string | number>>): string {
  return template.replace(/\{(\w+)\}/g, (place, name: string) =>
    Object.hasOwn(values, name) ? String(values[name]) : place,
  );
}
