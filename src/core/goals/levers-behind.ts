import type { Goal, Lever, ProjectionInput } from "../domain.ts";
import { leverKind } from "../levers/index.ts";
import { schemesBehind } from "../simulate/schemes-behind.ts";

/** Returns the levers of a scenario that can reach a goal's scheme. */
export function leversBehind(input: ProjectionInput, goal: Goal): Lever[] {
  const needed = schemesBehind(goal.scheme, input.schemes);
  return input.scenario.levers.filter((l) => needed.some((s) => s.id === l.target || s.base === l.target));
}

/** Returns the number of a lever that says how strong it is: the one that its slider moves, else its kind's. */
export function strengthOf(lever: Lever): string {
  return lever.slider?.of ?? leverKind(lever.kind)?.strength ?? "";
}
