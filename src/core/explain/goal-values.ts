import type { Goal, ProjectionInput } from "../domain.ts";
import { meets } from "../goals/assess.ts";
import { quantiles } from "../numeric/quantiles.ts";
import { drawsOfGoal } from "../simulate/draws-of-goal.ts";
import type { PathCache } from "../simulate/path-cache.ts";
import { schemesBehind } from "../simulate/schemes-behind.ts";
import { simulate } from "../simulate/simulate.ts";

/** Returns what each draw reaches in each goal's year, in the unit of the goal's measure; goals must be simulated. */
export function goalValues(input: ProjectionInput, goals: readonly Goal[], cache: PathCache): Float64Array[] {
  const simulation = simulate(input, cache);
  return goals.map((goal) => {
    const { participants, base } = drawsOfGoal(simulation, input, goal);
    if (goal.measure !== "coverage") return participants;
    const reached = new Float64Array(participants.length);
    for (let i = 0; i < reached.length; i++) reached[i] = participants[i] / base[i];
    return reached;
  });
}

/** Cuts a projection down to what some goals hang on: their schemes, years and so many draws. */
export function forGoals(input: ProjectionInput, goals: readonly Goal[], draws: number): ProjectionInput {
  const needed = new Set(goals.flatMap((goal) => schemesBehind(goal.scheme, input.schemes)));
  return {
    ...input,
    schemes: input.schemes.filter((scheme) => needed.has(scheme)),
    run: { ...input.run, draws: Math.min(draws, input.run.draws), horizon: Math.max(...goals.map((g) => g.year)) },
  };
}

/**
 * Picks the goals to explain: of those named that lie ahead, one for each scheme and year, the first that the last
 * reading does not meet yet; the first where it meets them all.
 */
export function distinctGoals(input: ProjectionInput, ids: readonly string[]): Goal[] {
  const groups = new Map<string, Goal[]>();
  for (const id of ids) {
    const goal = input.goals.find((g) => g.id === id);
    const last = goal && lastReading(input, goal);
    if (!goal || !last || goal.year <= last.year || goal.year < input.firstYear || goal.year > input.run.horizon)
      continue;
    const key = `${goal.scheme} ${goal.year}`;
    groups.set(key, [...(groups.get(key) ?? []), goal]);
  }
  const reached = (goal: Goal) => {
    const last = lastReading(input, goal);
    return last !== undefined && meets(goal, goal.measure === "coverage" ? last.coverage : last.participants);
  };
  return [...groups.values()].map((group) => group.find((goal) => !reached(goal)) ?? group[0]);
}

function lastReading(input: ProjectionInput, goal: Goal) {
  return input.schemes.find((s) => s.id === goal.scheme)?.history.points.at(-1);
}

/** Returns the mean of some values. */
export function meanOf(values: ArrayLike<number>): number {
  let sum = 0;
  for (let i = 0; i < values.length; i++) sum += values[i];
  return sum / values.length;
}

/** Returns the share of values that meet a goal. */
export function chanceOf(goal: Goal, values: ArrayLike<number>): number {
  let met = 0;
  for (let i = 0; i < values.length; i++) if (meets(goal, values[i])) met++;
  return met / values.length;
}

/** Returns the median of some values. */
export function medianOf(values: Float64Array): number {
  return quantiles(values, 0, values.length, [0.5])[0];
}
