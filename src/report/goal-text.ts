import type { Goal } from "../core/domain.ts";
import type { Language } from "./language.ts";

/** Prints a goal's value in its own measure: `60%` or `4.4 million`; whole percents stay whole. */
export function goalValue(language: Language, goal: Pick<Goal, "measure" | "value">): string {
  if (goal.measure === "participants") return language.people(goal.value);
  return language.percent(goal.value, percentDecimals(goal.value));
}

/** Prints a goal's value with its comparator: `more than 95%`. */
export function goalCondition(language: Language, goal: Pick<Goal, "measure" | "value" | "comparator">): string {
  return language.say(`goal.${goal.comparator}`, { value: goalValue(language, goal) });
}

/** Prints what meets a goal, fit to stand behind "at": `60% or more`, since "about" is judged as "at least". */
export function goalReach(language: Language, goal: Pick<Goal, "measure" | "value" | "comparator">): string {
  const key = goal.comparator === "more-than" ? "goal.more-than" : "goal.orMore";
  return language.say(key, { value: goalValue(language, goal) });
}

/** Returns as many decimals of a percentage as it was written with, two or `most` at most: 0.025 has one. */
export function percentDecimals(share: number, most = 2): number {
  for (let decimals = 0; decimals < most; decimals++) {
    const scaled = share * 100 * 10 ** decimals;
    if (Math.abs(scaled - Math.round(scaled)) < 1e-6) return decimals;
  }
  return most;
}

/** Names what set a goal in the reader's language, else in English. */
export function instrumentText({ locale }: Language, { instrument, instrumentIn = {} }: Goal): string {
  return (Object.hasOwn(instrumentIn, locale) ? instrumentIn[locale] : undefined) ?? instrument;
}
