import type { Goal, ProjectionInput } from "../domain.ts";
import { drawsOfGoal } from "../simulate/draws-of-goal.ts";
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
  const simulation = simulate(input, cache);
  return goals.map((goal) => {
    const { participants, base } = drawsOfGoal(simulation, input, goal);
    const n = participants.length;
    const rate = goal.measure === "coverage";
    let sum = 0;
    let met = 0;
    for (let i = 0; i < n; i++) {
      const coverage = participants[i] / base[i];
      sum += coverage;
      if (meets(goal, rate ? coverage : participants[i])) met++;
    }
    return { coverage: sum / n, probability: met / n };
  });
}
