import type { ComparedGoal, Comparison } from "../../core/domain.ts";
import type { Language } from "../language.ts";
import { shareError } from "./share-error.ts";

/** A difference of coverage that prints as nothing. */
const LEVEL = 0.0005;
/** Two chances are told apart when they lie further from each other than this many standard errors. */
const NOTICEABLE = 2;

/** Names that a comparison is told with, quoted already. */
export interface ComparedNames {
  readonly scenario: string;
  readonly reference: string;
}

/** What a comparison says of one scheme at the end of one year. */
export interface Difference {
  readonly low: number;
  readonly median: number;
  readonly high: number;
  /** Median difference in people, and its interval. */
  readonly people: readonly [low: number, median: number, high: number];
}

/** Reads the difference of a scheme at the end of a year; null where either was not simulated. */
export function differenceAt(comparison: Comparison, scheme: string, year: number): Difference | null {
  const found = comparison.schemes.find((s) => s.scheme === scheme);
  const y = comparison.years.indexOf(year);
  if (!found || y < 0) return null;
  const [low, median, high] = found.coverage.map((level) => level[y]!);
  const [fewest, middle, most] = found.participants.map((level) => level[y]!);
  return { low: low!, median: median!, high: high!, people: [fewest!, middle!, most!] };
}

/** Says what a scenario changes in one scheme by the end of a year, with the interval of the difference. */
export function differenceSentence(
  language: Language,
  names: ComparedNames,
  scheme: string,
  year: number,
  { low, median, high, people }: Difference,
): string {
  const words = {
    ...names,
    scheme,
    year,
    points: language.pointsSize(median),
    people: language.people(Math.abs(people[1])),
    low: language.points(low),
    high: language.points(high),
  };
  if (low === 0 && high === 0) return language.say("compare.nothing", words);
  if (Math.abs(median) < LEVEL) return language.say("compare.level", words);
  return language.say(median > 0 ? "compare.up" : "compare.down", words);
}

/** Says how the chance of a goal differs, with its error and the futures gained and lost. */
export function comparedGoalSentence(
  language: Language,
  names: ComparedNames,
  goal: string,
  compared: ComparedGoal,
  draws: number,
): string {
  const { probability, other, difference, error, gained, lost } = compared;
  const chance = (p: number) => language.probability(p, shareError(p, draws));
  const words = {
    ...names,
    goal,
    p: chance(probability),
    other: chance(other),
    points: language.pointsSize(difference),
    error: language.pointsSize(Math.max(error, 0.0005)),
    gained: chance(gained),
    lost: chance(lost),
  };
  if (Math.abs(difference) <= NOTICEABLE * error) return language.say("compare.goalSame", words);
  // Chances that print alike are not told apart.
  if (words.p === words.other) return language.say("compare.goalAlike", words);
  return language.say(difference > 0 ? "compare.goalMore" : "compare.goalLess", words);
}
