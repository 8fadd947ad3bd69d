import { setImmediate } from "node:timers/promises";
import { recordLength } from "../../core/sweep/point-record.ts";
import { takePoints } from "../threads/take-points.ts";
import { startThread } from "../threads/thread.ts";
import type { SweepPlan } from "./sweep-plan.ts";
import type { SweepStore } from "./sweep-store.ts";

/**
 * Does the blocks of a plan that are not done yet, on some threads, this one among them; each stands on disk before the
 * next is counted. Returns the records of each job, the same for any number of threads and of interruptions.
 */
export async function sweepAll(
  plan: SweepPlan,
  store: SweepStore,
  threads: number,
  done: (block: number) => void,
): Promise<Float64Array[]> {
  const records = plan.jobs.map(({ count, shape }) => new Float64Array(count * recordLength(shape)));
  const put = (block: number, numbers: Float64Array) => {
    const { job, from } = plan.blocks[block];
    records[job].set(numbers, from * recordLength(plan.jobs[job].shape));
  };
  for (const [block, numbers] of store.found) put(block, numbers);
  const open = plan.blocks.map((_, b) => b).filter((b) => !store.found.has(b));
  const turns = {
    jobs: plan.jobs.map(({ request, variables, count, values }) => ({ request, variables, count, values })),
    blocks: open.map((b) => plan.blocks[b]),
    next: new Int32Array(new SharedArrayBuffer(4)),
  };
  const take = (turn: number, numbers: Float64Array) => {
    store.keep(open[turn], numbers);
    put(open[turn], numbers);
    done(open[turn]);
  };
  const others = Array.from({ length: Math.min(threads, open.length) - 1 }, () =>
    startThread({ task: "points", turns }, take),
  );
  // Between two blocks, what the other threads have sent is taken in.
  await Promise.all([
    takePoints(turns, (turn, numbers) => {
      take(turn, numbers);
      return setImmediate();
    }),
    ...others,
  ]);
  return records;
}
