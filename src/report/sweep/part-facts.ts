import type { Goal } from "../../core/domain.ts";
import { chanceAt, type PointChance, type SweepPart, type SweepRun } from "../../core/sweep/sweep-run.ts";
import { goalValue } from "../goal-text.ts";
import type { Language } from "../language.ts";
import { valueText } from "./value-text.ts";

/** What a sweep says of one goal, in short. */
export interface GoalSpan {
  readonly goal: Goal;
  readonly base: PointChance;
  /** Of all points, the scenario as it stands among them. */
  readonly lowest: PointChance;
  readonly highest: PointChance;
  readonly best: number;
  /** Some point changes its chance. */
  readonly moved: boolean;
  readonly compared: PointChance | null;
}

/** Finds for each goal of a sweep the lowest and the highest chance, and the first point that has the highest. */
export function goalSpans(run: SweepRun, part: SweepPart): GoalSpan[] {
  return run.goals.flatMap((goal): GoalSpan[] => {
    const base = chanceAt(part, 0, goal.id);
    if (base === null) return [];
    let [lowest, highest, best] = [base, base, 0];
    for (let point = 1; point < part.count; point++) {
      const chance = chanceAt(part, point, goal.id) as PointChance;
      if (chance.probability < lowest.probability) lowest = chance;
      if (chance.probability > highest.probability) [highest, best] = [chance, point];
    }
    const moved = lowest.probability < highest.probability;
    return [{ goal, base, lowest, highest, best, moved, compared: chanceAt(run.parts[0], 0, goal.id) }];
  });
}

/** Prints a chance as fine as its draws allow. */
export function chanceText(language: Language, { probability, error }: PointChance): string {
  return language.probability(probability, error);
}

/** Prints what a point sets: `Owners on declaration tax: share who comply: 80%`, one a number; empty for the base. */
export function pointTexts(language: Language, part: SweepPart, point: number): string[] {
  const variables = part.sweep?.variables ?? [];
  return variables.flatMap(({ title, unit }, v) => {
    const value = part.values[point * variables.length + v];
    return Number.isNaN(value) ? [] : [`${language.local(title)}: ${valueText(language, unit, value)}`];
  });
}

/** Names a goal: `Social insurance, 60% by 2030`. */
export function goalTitle(run: SweepRun, language: Language, goal: Goal): string {
  const scheme = run.schemes.find(({ id }) => id === goal.scheme);
  return language.say("goal.title", {
    scheme: scheme ? language.local(scheme.title) : goal.scheme,
    value: goalValue(language, goal),
    year: goal.year,
  });
}

/** Says how a sweep was laid out: `All combinations: 25 points of “All reforms together”`. */
export function layoutText(language: Language, { sweep, scenarios, count }: SweepPart): string {
  if (sweep === null) return language.say("sweep.scenarios");
  return language.say("sweep.of", {
    method: language.say(`sweep.${sweep.method}`),
    points: language.integer(count - 1),
    scenario: language.local(scenarios[0].title),
  });
}
