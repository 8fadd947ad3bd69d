import { type AnalysisRequest, analyse } from "../../core/analyse.ts";
import type { Projection, ProjectionInput } from "../../core/domain.ts";
import { project } from "../../core/project.ts";

/** What the threads of a run share: the same inputs, and one counter of those already taken. */
export interface Turns {
  readonly inputs: readonly ProjectionInput[];
  /** What it takes to explain each of them. */
  readonly analyses: readonly AnalysisRequest[];
  /** One Int32 on shared memory. */
  readonly next: Int32Array;
}

/** Projects and explains whatever input is next until none is left; several threads may do so on the same turns. */
export async function takeTurns(
  { inputs, analyses, next }: Turns,
  done: (index: number, projection: Projection) => unknown,
) {
  const cache = new Map();
  const fits = new Map();
  for (let index = Atomics.add(next, 0, 1); index < inputs.length; index = Atomics.add(next, 0, 1))
    await done(index, {
      ...project(inputs[index], cache),
      analysis: analyse(inputs[index], analyses[index], fits, cache),
    });
}
