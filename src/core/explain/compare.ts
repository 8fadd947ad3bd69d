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
 * Both inputs must come from the same workspace, seed, horizon and number of draws.
 */
export function compare(input: ProjectionInput, other: ProjectionInput, cache: PathCache = new Map()): Comparison {
  const [before, after] = [other, input].map((side) => simulate(side, cache));
  const [a, b] = [before.draws, after.draws];
  invariant(
    a.draws === b.draws && a.years.length === b.years.length && a.schemes.join() === b.schemes.join(),
    "both sides have the same schemes, years and draws",
  );
  const n = a.draws;
  const none = LEVELS.map(() => a.years.map(() => 0));
  const schemes = a.schemes.map((scheme, s) => {
    // The same draws differ by nothing.
    if (before.keys.get(scheme) === after.keys.get(scheme)) return { scheme, coverage: none, participants: none };
    const coverage = LEVELS.map(() => [] as number[]);
    const participants = LEVELS.map(() => [] as number[]);
    a.years.forEach((_, y) => {
      const from = (s * a.years.length + y) * n;
      const rate = new Float64Array(n);
      const persons = new Float64Array(n);
      for (let i = 0; i < n; i++) {
        const at = from + i;
        rate[i] = b.participants[at] / b.base[at] - a.participants[at] / a.base[at];
        persons[i] = b.participants[at] - a.participants[at];
      }
      for (const [l, value] of quantiles(rate, 0, n, LEVELS).entries()) coverage[l].push(value);
      for (const [l, value] of quantiles(persons, 0, n, LEVELS).entries()) participants[l].push(value);
    });
    return { scheme, coverage, participants };
  });
  const goals = input.goals.filter((g) => a.years.includes(g.year) && a.schemes.includes(g.scheme));
  return {
    scenario: input.scenario.id,
    with: other.scenario.id,
    draws: n,
    years: a.years,
    levels: LEVELS,
    schemes,
    goals: goals.map((goal) => comparedGoal(goal, a, b)),
  };
}

/** Counts in which draws a goal is met on one side alone; the error of the difference is that of paired draws. */
function comparedGoal(goal: Goal, a: Draws, b: Draws): ComparedGoal {
  const n = a.draws;
  const from = (a.schemes.indexOf(goal.scheme) * a.years.length + a.years.indexOf(goal.year)) * n;
  const met = (draws: Draws, at: number) =>
    meets(goal, goal.measure === "coverage" ? draws.participants[at] / draws.base[at] : draws.participants[at]);
  let [both, gained, lost] = [0, 0, 0];
  for (let at = from; at < from + n; at++) {
    const [before, after] = [met(a, at), met(b, at)];
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
