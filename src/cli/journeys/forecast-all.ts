import { availableParallelism } from "node:os";
import { setImmediate } from "node:timers/promises";
import type { ForecastTask } from "../../input/series/read-origins.ts";
import type { LongSeries } from "../../input/series/read-series.ts";
import { type BlockTurns, blockSize, numbersAYear, takeBlocks } from "../threads/take-blocks.ts";
import { startThread } from "../threads/thread.ts";

/** Forecasts for which starting another thread pays. */
const TASKS_A_THREAD = 60;

/** Chooses how many threads some forecasts are worth on this machine, the first one counted. */
export function threadsForTasks(tasks: number): number {
  return Math.max(1, Math.min(availableParallelism(), Math.floor(tasks / TASKS_A_THREAD)));
}

/**
 * Makes forecasts on some threads and hands them over in the order of the tasks: by year ahead, `numbersAYear` numbers
 * each. The numbers are the same for any number of threads, since no forecast knows of another.
 */
export async function forecastAll(
  series: ReadonlyMap<string, LongSeries>,
  tasks: readonly ForecastTask[],
  scale: BlockTurns["scale"],
  threads: number,
  keep: (task: ForecastTask, years: readonly Float64Array[]) => void,
): Promise<void> {
  const turns = shareTurns(series, tasks, scale);
  // Blocks that came before their turn.
  const waiting = new Map<number, Float64Array>();
  let due = 0;
  const take = (block: number, numbers: Float64Array) => {
    waiting.set(block, numbers);
    for (let ready = waiting.get(due); ready !== undefined; ready = waiting.get(due)) {
      waiting.delete(due);
      handOver(tasks.slice(due * blockSize, (due + 1) * blockSize), ready, keep);
      due++;
    }
  };
  const others = Array.from({ length: threads - 1 }, () => startThread({ task: "series", turns }, take));
  await Promise.all([
    takeBlocks(turns, (block, numbers) => {
      take(block, numbers);
      return setImmediate();
    }),
    ...others,
  ]);
}

function handOver(
  tasks: readonly ForecastTask[],
  numbers: Float64Array,
  keep: (task: ForecastTask, years: readonly Float64Array[]) => void,
) {
  let at = 0;
  for (const task of tasks) {
    const years = Array.from({ length: task.horizon }, (_, h) =>
      numbers.subarray(at + h * numbersAYear, at + (h + 1) * numbersAYear),
    );
    at += task.horizon * numbersAYear;
    keep(task, years);
  }
}

/** Lays all series end to end on memory that threads share. */
function shareTurns(
  series: ReadonlyMap<string, LongSeries>,
  tasks: readonly ForecastTask[],
  scale: BlockTurns["scale"],
): BlockTurns {
  const firsts = new Map<string, number>();
  let rows = 0;
  for (const { id, years } of series.values()) {
    firsts.set(id, rows);
    rows += years.length;
  }
  const years = new Int32Array(new SharedArrayBuffer(4 * rows));
  const values = new Float64Array(new SharedArrayBuffer(8 * rows));
  for (const one of series.values()) {
    years.set(one.years, firsts.get(one.id));
    values.set(one.values, firsts.get(one.id));
  }
  const shared = new Int32Array(new SharedArrayBuffer(12 * tasks.length));
  tasks.forEach((task, i) => {
    shared.set([firsts.get(task.series) ?? 0, task.readings, task.horizon], 3 * i);
  });
  return { scale, years, values, tasks: shared, next: new Int32Array(new SharedArrayBuffer(4)) };
}
