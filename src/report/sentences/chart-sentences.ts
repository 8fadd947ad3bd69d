import type { Assessment } from "../../core/domain.ts";
import { goalValue } from "../goal-text.ts";
import type { Language } from "../language.ts";
import { type Subject, schemeOf } from "../subject.ts";
import { shareError } from "./share-error.ts";

/** Says how many futures meet a goal's value in time, and how many never do by the last year. */
export function firstMetSentence({ language, projection }: Subject, { firstMet, goal }: Assessment) {
  const { years } = projection.summary;
  if (!firstMet) return "";
  const inTime = firstMet.share.reduce((sum, part, y) => sum + (years[y]! <= goal.year ? part : 0), 0);
  const chance = (p: number) =>
    language.probability(Math.min(1, Math.max(0, p)), shareError(p, projection.input.run.draws));
  const scheme = schemeOf(projection, goal.scheme);
  return language.say("chart.first.sentence", {
    scheme: scheme ? language.local(scheme.title) : goal.scheme,
    value: goalValue(language, goal),
    year: goal.year,
    inTime: chance(inTime),
    never: chance(firstMet.never),
    horizon: years.at(-1)!,
  });
}

/** One scenario's median, as a chart shows it. */
export interface ScenarioMedian {
  readonly scenario: string;
  readonly median: number;
  readonly medianText: string;
}

/** Says which scenario takes a scheme furthest and which least far; that all print alike where they do. */
export function comparisonSentence(
  language: Language,
  scheme: string,
  year: number,
  rows: readonly ScenarioMedian[],
): string {
  const best = rows.reduce((top, row) => (row.median > top.median ? row : top));
  const least = rows.reduce((low, row) => (row.median < low.median ? row : low));
  const words = {
    scheme,
    year,
    n: rows.length,
    best: language.say("unit.quote", { text: best.scenario }),
    least: language.say("unit.quote", { text: least.scenario }),
    high: best.medianText,
    low: least.medianText,
  };
  return language.say(
    best.medianText === least.medianText ? "chart.comparison.sentenceSame" : "chart.comparison.sentence",
    words,
  );
}

/** One scenario's chance of having reached a value by the last year. */
export interface ScenarioChance {
  readonly scenario: string;
  readonly chance: number;
  readonly text: string;
  readonly isReference: boolean;
}

/** Says what part of the futures has reached a goal's value by a year under the reference, and where it is most. */
export function reachedSentence(
  language: Language,
  scheme: string,
  value: string,
  year: number,
  lines: readonly ScenarioChance[],
): string {
  const reference = lines.find((line) => line.isReference) ?? lines[0];
  if (!reference) return "";
  const best = lines.reduce((top, line) => (line.chance > top.chance ? line : top));
  const quote = (text: string) => language.say("unit.quote", { text });
  const words = {
    scheme,
    value,
    year,
    p: reference.text,
    reference: quote(reference.scenario),
    best: quote(best.scenario),
    most: best.text,
  };
  // Chances that print alike are not told apart.
  return language.say(best.text === reference.text ? "chart.chance.sentenceAlone" : "chart.chance.sentence", words);
}
