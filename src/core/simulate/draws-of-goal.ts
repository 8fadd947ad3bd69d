import type { Goal, ProjectionInput } from "../domain.ts";
import { invariant } from "../errors.ts";
import type { SchemeDraws, Simulation } from "./simulate.ts";

/** Returns people and base of a goal's scheme in the goal's year, a number for each draw; views, never to be written to. */
export function drawsOfGoal(
  { schemes }: Simulation,
  { firstYear, run: { draws } }: ProjectionInput,
  goal: Pick<Goal, "scheme" | "year">,
): SchemeDraws {
  const scheme = schemes.get(goal.scheme);
  const from = (goal.year - firstYear) * draws;
  invariant(scheme && from >= 0 && from < scheme.base.length, `${goal.scheme} is simulated in ${goal.year}`);
  const ofYear = (values: Float64Array) => values.subarray(from, from + draws);
  return { participants: ofYear(scheme.participants), base: ofYear(scheme.base) };
}
