import type { Assessment } from "../../core/domain.ts";
import { goalReach, goalValue } from "../goal-text.ts";
import { gapSide, gapText, reachedText } from "../headline.ts";
import { assessmentOf, type Subject, schemeOf } from "../subject.ts";

/** Says how likely a goal is and where the middle future ends, so that it may be quoted alone; empty if not simulated. */
export function goalSentence(
  { language, projection }: Pick<Subject, "language" | "projection">,
  a: Assessment,
): string {
  if (a.probability === null || !a.reached || !a.likelihood) return "";
  const scheme = schemeOf(projection, a.goal.scheme);
  return language.say(`goal.sentence.${gapSide(a)}`, {
    scheme: scheme ? language.local(scheme.title) : a.goal.scheme,
    condition: goalReach(language, a.goal),
    year: a.goal.year,
    p: language.probability(a.probability, a.monteCarloError),
    likelihood: language.local(a.likelihood),
    scenario: language.say("unit.quote", { text: language.local(projection.input.scenario.title) }),
    median: reachedText(language, a, a.reached.p50),
    gap: gapText(language, a),
  });
}

/** A goal that asks for the same in the other measure, and why the two differ. */
export interface Twin {
  readonly assessment: Assessment;
  /** The value and its chance. */
  readonly chance: string;
  readonly sentence: string;
}

/** Tells of the goal that asks for the same in the other measure; null where there is none. */
export function twinOf({ language, projection }: Pick<Subject, "language" | "projection">, a: Assessment): Twin | null {
  const nearest = a.counterparts[0];
  const other = nearest && assessmentOf(projection, nearest.goal);
  if (!other || other.probability === null || a.medianBase === null) return null;
  const [count, share] = a.goal.measure === "participants" ? [a, other] : [other, a];
  const now = count.goal.value / a.medianBase;
  const print = (part: number) => language.percent(part, 1);
  const side = print(now) === print(share.goal.value) ? "same" : now < share.goal.value ? "easier" : "harder";
  const p = language.probability(other.probability, other.monteCarloError);
  return {
    assessment: other,
    chance: language.say("goal.twinChance", { value: goalValue(language, other.goal), p }),
    sentence: language.say(`goal.twin.${side}`, {
      count: millions(language, count.goal.value),
      share: goalValue(language, share.goal),
      implied: millions(language, nearest.impliedBase),
      base: millions(language, a.medianBase),
      year: a.goal.year,
      now: print(now),
    }),
  };
}

/** Bases differ in their second decimal: 48.89 and 48.96 million. */
function millions({ people, decimal, say }: Subject["language"], persons: number): string {
  const size = 1e6;
  return persons < size ? people(persons) : say("goal.millions", { n: decimal(persons / size, 2) });
}

/** Tells what coverage and chance are by the base of the goal's own year; null where officials take that one. */
export function plainText({ language }: Pick<Subject, "language">, a: Assessment): string | null {
  if (!a.plain || !a.reached || a.probability === null) return null;
  return language.say("goal.plainValue", {
    median: language.percent(a.plain.reached.p50),
    p: language.probability(a.plain.probability, a.monteCarloError),
    official: language.percent(a.reached.p50),
    chance: language.probability(a.probability, a.monteCarloError),
  });
}
