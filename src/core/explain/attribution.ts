import type { Attribution, ProjectionInput } from "../domain.ts";
import { judgeGoals } from "../goals/judge-goals.ts";
import type { PathCache } from "../simulate/path-cache.ts";
import { schemesBehind } from "../simulate/schemes-behind.ts";

/** Draws that the shares are worked out on: they are common to all subsets, so that few are enough. */
const DRAWS = 500;
/** Levers up to which every subset is simulated; beyond, the levers are not told apart. */
const MOST_LEVERS = 8;

/**
 * Splits what a scenario's levers add to each goal among them: Shapley values (Shapley 1953), the mean over all orders
 * in which the levers could have come, exact on common draws. They sum to what all levers add together.
 *
 * Only the levers that can reach a goal's scheme are taken apart; the others add exactly nothing. Goals outside the
 * simulated years are left out, and goals that more than 8 levers can reach.
 */
export function attribute(input: ProjectionInput, cache: PathCache = new Map()): Attribution[] {
  const goals = input.goals.filter((g) => g.year >= input.firstYear && g.year <= input.run.horizon);
  if (input.scenario.levers.length === 0 || goals.length === 0) return [];
  const draws = Math.min(DRAWS, input.run.draws);
  const found = new Map<string, Attribution>();
  for (const scheme of new Set(goals.map((g) => g.scheme))) {
    const needed = schemesBehind(scheme, input.schemes);
    const levers = input.scenario.levers.filter((l) => needed.some((s) => s.id === l.target || s.base === l.target));
    if (levers.length > MOST_LEVERS) continue;
    const about = goals.filter((g) => g.scheme === scheme);
    const run = { ...input.run, draws, horizon: Math.max(...about.map((g) => g.year)) };
    const worth = Array.from({ length: 2 ** levers.length }, (_, subset) => {
      const scenario = { ...input.scenario, levers: levers.filter((_, i) => (subset >> i) & 1) };
      return judgeGoals({ ...input, run, schemes: needed, scenario }, about, cache);
    });
    const all = worth[worth.length - 1];
    about.forEach((goal, g) => {
      const share = (lever: string, key: "coverage" | "probability") => {
        const i = levers.findIndex((l) => l.id === lever);
        return i < 0 ? 0 : shapley(levers.length, i, (subset) => worth[subset][g][key]);
      };
      found.set(goal.id, {
        goal: goal.id,
        draws,
        total: {
          coverage: all[g].coverage - worth[0][g].coverage,
          probability: all[g].probability - worth[0][g].probability,
        },
        levers: input.scenario.levers.map(({ id }) => ({
          lever: id,
          coverage: share(id, "coverage"),
          probability: share(id, "probability"),
        })),
      });
    });
  }
  return goals.flatMap((goal) => found.get(goal.id) ?? []);
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
