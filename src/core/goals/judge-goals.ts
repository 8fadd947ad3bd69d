import type { Goal, ProjectionInput } from "../domain.ts";
import type { PathCache } from "../simulate/path-cache.ts";
import { simulate } from "../simulate/simulate.ts";
import { meets } from "./assess.ts";

/** How a goal stands on one set of draws. */
export interface GoalWorth {
  /** Mean coverage in the goal's year, a fraction. */
  readonly coverage: number;
  /** Share of the draws that meet the goal. */
  readonly probability: number;
}

/** Simulates and returns mean coverage in each goal's year and the probability of each goal; goals must be simulated. */
export function judgeGoals(input: ProjectionInput, goals: readonly Goal[], cache: PathCache): GoalWorth[] {
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
