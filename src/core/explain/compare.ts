import type { ComparedGoal, Comparison, Draws, Goal, ProjectionInput } from "../domain.ts";
import { invariant } from "../errors.ts";
import { meets } from "../goals/assess.ts";
import { quantiles } from "../numeric/quantiles.ts";
import type { PathCache } from "../simulate/path-cache.ts";
import { simulate } from "../simulate/simulate.ts";

const LEVELS = [0.1, 0.5, 0.9];

/**
 * Compares one scenario with another on common draws: draw i of both has the same trend, base and luck, so that what is
 * left between them is what the scenarios do. Quantiles are those of the difference, never the difference of quantiles.
 *
 * Both inputs must come from the same workspace, seed and number of draws. Where one begins or ends sooner than the other,
 * as with another window of the trend, the years of both are compared.
 */
export function compare(input: ProjectionInput, other: ProjectionInput, cache: PathCache = new Map()): Comparison {
  const [before, after] = [other, input].map((side) => simulate(side, cache));
  const [a, b] = [before.draws, after.draws];
  invariant(a.draws === b.draws && a.schemes.join() === b.schemes.join(), "both sides have the same schemes and draws");
  const n = a.draws;
  const years = a.years.filter((year) => b.years.includes(year));
  const none = LEVELS.map(() => years.map(() => 0));
  const schemes = a.schemes.map((scheme) => {
    // The same draws differ by nothing.
    if (before.keys.get(scheme) === after.keys.get(scheme)) return { scheme, coverage: none, participants: none };
    const coverage = LEVELS.map(() => [] as number[]);
    const participants = LEVELS.map(() => [] as number[]);
    for (const year of years) {
      const [was, is] = [a, b].map((draws) => placeOf(draws, scheme, year));
      const rate = new Float64Array(n);
      const persons = new Float64Array(n);
      for (let i = 0; i < n; i++) {
        const [from, to] = [was + i, is + i];
        rate[i] = b.participants[to] / b.base[to] - a.participants[from] / a.base[from];
        persons[i] = b.participants[to] - a.participants[from];
      }
      for (const [l, value] of quantiles(rate, 0, n, LEVELS).entries()) coverage[l].push(value);
      for (const [l, value] of quantiles(persons, 0, n, LEVELS).entries()) participants[l].push(value);
    }
    return { scheme, coverage, participants };
  });
  const goals = input.goals.filter((g) => years.includes(g.year) && a.schemes.includes(g.scheme));
  return {
    scenario: input.scenario.id,
    with: other.scenario.id,
    draws: n,
    years,
    levels: LEVELS,
    schemes,
    goals: goals.map((goal) => comparedGoal(goal, a, b)),
  };
}

/** Where the draws of a scheme and year begin. */
function placeOf({ schemes, years, draws }: Draws, scheme: string, year: number): number {
  return (schemes.indexOf(scheme) * years.length + years.indexOf(year)) * draws;
}

/** Counts in which draws a goal is met on one side alone; the error of the difference is that of paired draws. */
function comparedGoal(goal: Goal, a: Draws, b: Draws): ComparedGoal {
  const n = a.draws;
  const [was, is] = [a, b].map((draws) => placeOf(draws, goal.scheme, goal.year));
  const met = (draws: Draws, at: number) =>
    meets(goal, goal.measure === "coverage" ? draws.participants[at] / draws.base[at] : draws.participants[at]);
  let [both, gained, lost] = [0, 0, 0];
  for (let i = 0; i < n; i++) {
    const [before, after] = [met(a, was + i), met(b, is + i)];
    if (before && after) both++;
    else if (after) gained++;
    else if (before) lost++;
  }
  const difference = (gained - lost) / n;
  // With no draw that differs, the rule of three bounds how often one would: 3 / n at 95 %.
  const error = gained + lost === 0 ? 1.5 / n : Math.sqrt(((gained + lost) / n - difference ** 2) / n);
  return {
    goal: goal.id,
    probability: (both + gained) / n,
    other: (both + lost) / n,
    difference,
    error,
    gained: gained / n,
    lost: lost / n,
  };
}
