import { availableParallelism } from "node:os";
import { setImmediate } from "node:timers/promises";
import type { AnalysisRequest } from "../../core/analyse.ts";
import type { Projection, ProjectionInput } from "../../core/domain.ts";
import { takeTurns } from "./take-turns.ts";
import { startThread } from "./thread.ts";

/** Simulated futures for which starting another thread pays: it costs about a tenth of a second. */
const DRAWS_A_THREAD = 30_000;

/** Chooses how many threads a run is worth on this machine, the first one counted. */
export function threadsFor(scenarios: number, draws: number): number {
  return Math.max(1, Math.min(availableParallelism(), scenarios, Math.floor((scenarios * draws) / DRAWS_A_THREAD)));
}

/**
 * Projects and explains inputs on some threads, this one among them. The results stand in the order of the inputs and are the same
 * to the last bit for any number of threads, since every draw has its own random numbers.
 */
export async function projectAll(
  inputs: readonly ProjectionInput[],
  analyses: readonly AnalysisRequest[],
  threads: number,
  done: (index: number) => void,
): Promise<Projection[]> {
  const turns = { inputs, analyses, next: new Int32Array(new SharedArrayBuffer(4)) };
  const projections: Projection[] = [];
  const keep = (index: number, projection: Projection) => {
    projections[index] = projection;
    done(index);
  };
  const others = Array.from({ length: threads - 1 }, () => startThread({ task: "scenarios", turns }, keep));
  // Between two turns, what the other threads have sent is taken in.
  await Promise.all([
    takeTurns(turns, (index, projection) => {
      keep(index, projection);
      return setImmediate();
    }),
    ...others,
  ]);
  return projections;
}
