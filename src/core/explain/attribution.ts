import type { Attribution, Goal, ProjectionInput } from "../domain.ts";
import { type GoalWorth, judgeGoals } from "../goals/judge-goals.ts";
import type { PathCache } from "../simulate/path-cache.ts";
import { schemesBehind } from "../simulate/schemes-behind.ts";
import { shapley } from "./shapley.ts";

/** Draws that the parts are worked out on: they are common to all subsets, so that few are enough. */
const DRAWS = 500;

/**
 * Splits what a scenario's levers add to each goal among them: Shapley values on common draws, exact up to eight levers
 * and from sampled orders beyond (see `shapley`). They sum to what all levers add together.
 *
 * The whole is that of all draws, the parts are found on the first 500 of them; what the two differ by is shared out in
 * proportion to the parts' sizes, so that the parts lead from one printed figure to the other. Only the levers that can
 * reach a goal's scheme are taken apart; the others add exactly nothing. Goals outside the simulated years are left out.
 */
export function attribute(input: ProjectionInput, cache: PathCache = new Map()): Attribution[] {
  const goals = input.goals.filter((g) => g.year >= input.firstYear && g.year <= input.run.horizon);
  if (input.scenario.levers.length === 0 || goals.length === 0) return [];
  const draws = Math.min(DRAWS, input.run.draws);
  const whole = judgeGoals(input, goals, cache);
  const none = judgeGoals({ ...input, scenario: { ...input.scenario, levers: [] } }, goals, cache);
  const found = new Map<string, Attribution>();
  for (const scheme of new Set(goals.map((g) => g.scheme))) {
    const about = goals.filter((g) => g.scheme === scheme);
    const parts = partsOf(input, about, draws, cache);
    about.forEach((goal, g) => {
      const at = goals.indexOf(goal);
      const total = difference(whole[at], none[at]);
      const coverage = raked(parts.coverage[g], total.coverage);
      const probability = raked(parts.probability[g], total.probability);
      found.set(goal.id, {
        goal: goal.id,
        draws,
        without: none[at],
        error: parts.error[g],
        total,
        levers: input.scenario.levers.map(({ id }) => {
          const i = parts.levers.indexOf(id);
          return { lever: id, coverage: coverage[i] ?? 0, probability: probability[i] ?? 0 };
        }),
      });
    });
  }
  return goals.flatMap((goal) => found.get(goal.id) ?? []);
}

/** Works out the parts of goals of one scheme, on few draws. */
function partsOf(input: ProjectionInput, goals: readonly Goal[], draws: number, cache: PathCache) {
  const needed = schemesBehind(goals[0].scheme, input.schemes);
  const levers = input.scenario.levers.filter((l) => needed.some((s) => s.id === l.target || s.base === l.target));
  const run = { ...input.run, draws, horizon: Math.max(...goals.map((g) => g.year)) };
  const { values, errors } = shapley(
    levers.length,
    goals.length * 2,
    (subset) => {
      const scenario = { ...input.scenario, levers: levers.filter((_, i) => (subset >> i) & 1) };
      const worth = judgeGoals({ ...input, run, schemes: needed, scenario }, goals, cache);
      return worth.flatMap(({ coverage, probability }) => [coverage, probability]);
    },
    input.run.seed,
  );
  const largest = (row: readonly number[]) => Math.max(0, ...row);
  return {
    levers: levers.map(({ id }) => id),
    coverage: goals.map((_, g) => values[2 * g]),
    probability: goals.map((_, g) => values[2 * g + 1]),
    error: goals.map((_, g) => ({ coverage: largest(errors[2 * g]), probability: largest(errors[2 * g + 1]) })),
  };
}

function difference(a: GoalWorth, b: GoalWorth): GoalWorth {
  return { coverage: a.coverage - b.coverage, probability: a.probability - b.probability };
}

/** Makes parts sum to a total: what they miss is shared out by their sizes, or evenly where all are nothing. */
function raked(parts: readonly number[], total: number): number[] {
  const size = parts.reduce((sum, part) => sum + Math.abs(part), 0);
  const missing = total - parts.reduce((sum, part) => sum + part, 0);
  if (missing === 0) return [...parts];
  return parts.map((part) => part + missing * (size > 0 ? Math.abs(part) / size : 1 / parts.length));
}
