import type { SweepVariable } from "../../core/domain.ts";
import type { PrepareRequest } from "../../core/prepare.ts";
import { projectPoint, sweepMemory } from "../../core/sweep/project-point.ts";
import type { SweepBlock } from "../sweep/sweep-plan.ts";

/** One scenario with points at which its numbers are moved. */
export interface SweepJob {
  readonly request: PrepareRequest;
  readonly variables: readonly SweepVariable[];
  readonly count: number;
  /** `count x variables`. */
  readonly values: Float64Array;
}

/** What the threads of a sweep share: jobs, the blocks still to be done, and a counter of those taken. */
export interface SweepTurns {
  readonly jobs: readonly SweepJob[];
  readonly blocks: readonly SweepBlock[];
  /** One Int32 on shared memory. */
  readonly next: Int32Array;
}

/** Projects whatever block is next until none is left; a result holds the records of its points end to end. */
export async function takePoints(
  { jobs, blocks, next }: SweepTurns,
  done: (block: number, records: Float64Array) => unknown,
) {
  const memory = sweepMemory();
  for (let b = Atomics.add(next, 0, 1); b < blocks.length; b = Atomics.add(next, 0, 1)) {
    const { job, from, to } = blocks[b];
    const { request, variables, values } = jobs[job];
    const records = Array.from({ length: to - from }, (_, i) => {
      const row = values.subarray((from + i) * variables.length, (from + i + 1) * variables.length);
      return projectPoint(request, variables, row, memory);
    });
    const all = new Float64Array(records.reduce((sum, { length }) => sum + length, 0));
    records.forEach((record, i) => {
      all.set(record, i * record.length);
    });
    await done(b, all);
  }
}
