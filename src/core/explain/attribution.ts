import type { Attribution, Goal, ProjectionInput } from "../domain.ts";
import { meets } from "../goals/assess.ts";
import { type PathCache, simulate } from "../simulate/simulate.ts";

/** Draws that the shares are worked out on: they are common to all subsets, so that few are enough. */
const DRAWS = 1000;
/** Levers up to which every subset is simulated; beyond, the levers are not told apart. */
const MOST_LEVERS = 8;

/**
 * Splits what a scenario's levers add to each goal among them: Shapley values (Shapley 1953), the mean over all orders
 * in which the levers could have come, exact on common draws. They sum to what all levers add together.
 *
 * Goals outside the simulated years are left out, and so is every goal when there is no lever or there are more than 8.
 */
export function attribute(input: ProjectionInput, cache: PathCache = new Map()): Attribution[] {
  const levers = input.scenario.levers;
  const n = levers.length;
  if (n === 0 || n > MOST_LEVERS) return [];
  const few: ProjectionInput = { ...input, run: { ...input.run, draws: Math.min(DRAWS, input.run.draws) } };
  const goals = input.goals.filter((g) => g.year >= input.firstYear && g.year <= input.run.horizon);
  if (goals.length === 0) return [];

  const worth = Array.from({ length: 2 ** n }, (_, subset) =>
    worthOf(
      { ...few, scenario: { ...input.scenario, levers: levers.filter((_, i) => (subset >> i) & 1) } },
      goals,
      cache,
    ),
  );
  const all = 2 ** n - 1;
  return goals.map((goal, g) => ({
    goal: goal.id,
    draws: few.run.draws,
    total: {
      coverage: worth[all][g].coverage - worth[0][g].coverage,
      probability: worth[all][g].probability - worth[0][g].probability,
    },
    levers: levers.map((lever, i) => ({
      lever: lever.id,
      coverage: shapley(n, i, (subset) => worth[subset][g].coverage),
      probability: shapley(n, i, (subset) => worth[subset][g].probability),
    })),
  }));
}

/** Mean coverage in each goal's year and the probability of each goal. */
function worthOf(input: ProjectionInput, goals: readonly Goal[], cache: PathCache) {
  const { draws } = simulate(input, cache);
  return goals.map((goal) => {
    const s = draws.schemes.indexOf(goal.scheme);
    const from = (s * draws.years.length + draws.years.indexOf(goal.year)) * draws.draws;
    let sum = 0;
    let met = 0;
    for (let i = from; i < from + draws.draws; i++) {
      const coverage = draws.participants[i] / draws.base[i];
      sum += coverage;
      if (meets(goal, goal.measure === "coverage" ? coverage : draws.participants[i])) met++;
    }
    return { coverage: sum / draws.draws, probability: met / draws.draws };
  });
}

/** The Shapley value of player i among n: its marginal worth over all subsets S without it, weighted by |S|!(n-|S|-1)!/n!. */
function shapley(n: number, i: number, worth: (subset: number) => number): number {
  let value = 0;
  for (let subset = 0; subset < 2 ** n; subset++) {
    if ((subset >> i) & 1) continue;
    let size = 0;
    for (let rest = subset; rest > 0; rest >>= 1) size += rest & 1;
    value += weight(n, size) * (worth(subset | (1 << i)) - worth(subset));
  }
  return value;
}

/** |S|! (n - |S| - 1)! / n! as 1 / (n C(n - 1, |S|)). */
function weight(n: number, size: number): number {
  let choose = 1;
  for (let k = 1; k <= size; k++) choose = (choose * (n - k)) / k;
  return 1 / (n * choose);
}
