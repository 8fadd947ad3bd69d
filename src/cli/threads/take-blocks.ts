import { forecastSeries } from "../../core/fit/forecast-series.ts";

/** Levels of the quantiles foretold, in the order of the columns. */
const LEVELS = [0.1, 0.9, 0.025, 0.975];

/** Numbers foretold of one year: mean, median and the ends of the 80 and 95 % intervals. */
export const numbersAYear = 2 + LEVELS.length;

/** Forecasts that are taken at a time: some tens of milliseconds of work. */
export const blockSize = 8;

/** What the threads share: every series end to end, what is to be foretold, and a counter of the blocks taken. */
export interface BlockTurns {
  readonly scale: "share" | "unbounded";
  readonly years: Int32Array;
  readonly values: Float64Array;
  /** By forecast: first row, rows known, years ahead. */
  readonly tasks: Int32Array;
  readonly next: Int32Array;
}

/** Foretells whatever block is next until none is left; a result holds the numbers of its forecasts end to end. */
export async function takeBlocks(turns: BlockTurns, done: (block: number, numbers: Float64Array) => unknown) {
  const tasks = turns.tasks.length / 3;
  const blocks = Math.ceil(tasks / blockSize);
  for (let block = Atomics.add(turns.next, 0, 1); block < blocks; block = Atomics.add(turns.next, 0, 1)) {
    const numbers: number[] = [];
    const end = Math.min(tasks, (block + 1) * blockSize);
    for (let task = block * blockSize; task < end; task++) numbers.push(...foretell(turns, task));
    await done(block, Float64Array.from(numbers));
  }
}

function foretell({ scale, years, values, tasks }: BlockTurns, task: number): number[] {
  const [first, rows, horizon] = tasks.subarray(3 * task, 3 * task + 3);
  const forecasts = forecastSeries({
    years: Array.from(years.subarray(first, first + rows)),
    values: Array.from(values.subarray(first, first + rows)),
    horizon,
    levels: LEVELS,
    scale,
  });
  return forecasts.flatMap(({ mean, median, quantiles }) => [mean, median, ...quantiles]);
}
