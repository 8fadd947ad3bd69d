import type { Projection, ProjectionInput } from "../core/domain.ts";
import { judgeGoals } from "../core/goals/judge-goals.ts";
import { type PathCache, project } from "../core/project.ts";
import { schemesBehind } from "../core/simulate/schemes-behind.ts";

/**
 * Projects in steps, between which the page has its turn: each scheme with its measures, each without them, the summary,
 * what each measure adds. The steps leave in the cache what the last ones need, so that the figures are those of `project`.
 */
export function* projectInSteps(input: ProjectionInput, cache: PathCache): Generator<undefined, Projection> {
  const { scenario } = input;
  const scenes = scenario.levers.length === 0 ? [scenario] : [scenario, { ...scenario, levers: [] }];
  for (const scene of scenes)
    for (const { id } of input.schemes) {
      judgeGoals({ ...input, scenario: scene, schemes: schemesBehind(id, input.schemes) }, [], cache);
      yield;
    }
  project(input, cache, false);
  yield;
  return project(input, cache);
}
