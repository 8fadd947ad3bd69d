import type { Language } from "./language.ts";

/** Ranges as tables of assumptions word them: least and greatest, and what may follow them. */
const range = /^(-?[\d.]\S*) to (-?[\d.][^\s,]*)(?:, most likely (-?[\d.]\S*))?(?=$| )/;

/** Words the range in an assumption's value in the reader's language; numbers and all else stay as a file has them. */
export function assumptionValue(language: Language, value: string): string {
  return value.replace(range, (_, low: string, high: string, mode: string | undefined) => {
    const words = language.say("unit.range", { low, high });
    return mode === undefined ? words : language.say("distribution.triangle", { range: words, mode });
  });
}
