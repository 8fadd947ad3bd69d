import type { Goal } from "../../core/domain.ts";
import { chanceAt, type PointChance, type SweepPart, type SweepRun } from "../../core/sweep/sweep-run.ts";
import { goalValue } from "../goal-text.ts";
import type { Language } from "../language.ts";
import { driversOf } from "./drivers.ts";
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

/** Prints a change of a chance in whole points, `+35 points`: finer would be noise of the draws. */
export function changeText(language: Language, change: number): string {
  const points = Math.round(change * 100);
  const sign = points > 0 ? "+" : points < 0 ? "\u2212" : "";
  return language.say("unit.points", { n: `${sign}${language.integer(Math.abs(points))}` });
}

/** Numbers of a point up to which they are named where it is told of; beyond, its own number leads to them. */
const mostNamed = 3;

/** Prints the best point of a goal: what it sets, `Owners: share who comply: 80%`, or its number in the tables. */
export function bestTexts(language: Language, part: SweepPart, { best, moved }: GoalSpan): string[] {
  if (!moved) return ["–"];
  if (best === 0) return [language.say("sweep.base")];
  const variables = part.sweep?.variables ?? [];
  const set = variables.flatMap(({ title, unit }, v) => {
    const value = part.values[best * variables.length + v];
    return Number.isNaN(value) ? [] : [`${language.local(title)}: ${valueText(language, unit, value)}`];
  });
  return set.length > mostNamed ? [language.say("sweep.point", { n: language.integer(best) })] : set;
}

/** Prints the numbers that the chance of a goal follows most closely, for a sweep that moves all of them at once. */
export function followsTexts(language: Language, part: SweepPart, { goal, moved }: GoalSpan): string[] {
  if (!moved || !manyAtOnce(part)) return [];
  return driversOf(part, goal.id)
    .slice(0, mostFollowed)
    .map(({ variable, correlation }) => `${language.local(variable.title)} (${language.decimal(correlation, 2)})`);
}
const mostFollowed = 2;

/** Whether all numbers of a sweep move at once, and too many for one picture. */
export function manyAtOnce({ sweep }: SweepPart): boolean {
  return sweep?.method === "latin-hypercube" || (sweep?.method === "grid" && sweep.variables.length > 2);
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
