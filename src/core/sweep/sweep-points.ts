import type { Sweep, SweepVariable } from "../domain.ts";
import { distributionQuantile } from "../numeric/distribution.ts";
import { Stream } from "../numeric/stream.ts";

/** Points of a sweep: `count x variables`, row by row; NaN leaves a number as the scenario has it. */
export interface SweepPoints {
  readonly count: number;
  readonly values: Float64Array;
}

/**
 * Lays out the points of a sweep. Point 0 is the scenario as it stands.
 *
 * A grid runs through all combinations, the last number fastest. One at a time moves each number through its values
 * while the others stay. A Latin hypercube (McKay, Beckman and Conover 1979) of n points has, for each number, one point
 * in each of n slices of equal probability. Slices and places within them come from a stream named after sweep and
 * number, so that a number more moves no value of another.
 */
export function sweepPoints(sweep: Sweep, seed: number): SweepPoints {
  const { variables } = sweep;
  const rows = [variables.map(() => Number.NaN), ...moved(sweep, seed)];
  const values = new Float64Array(rows.length * variables.length);
  rows.forEach((row, p) => {
    values.set(row, p * variables.length);
  });
  return { count: rows.length, values };
}

/** Counts the points that a sweep moves. */
export function countPoints(method: Sweep["method"], levels: readonly number[], asked: number | null): number {
  if (method === "grid") return levels.reduce((product, count) => product * count, 1);
  return method === "one-per-lever" ? levels.reduce((sum, count) => sum + count, 0) : (asked ?? 0);
}

function moved({ id, method, variables, points }: Sweep, seed: number): readonly (readonly number[])[] {
  if (method === "grid")
    return variables.reduce<readonly (readonly number[])[]>(
      (rows, { values }) => rows.flatMap((row) => values.map((value) => [...row, value])),
      [[]],
    );
  if (method === "one-per-lever")
    return variables.flatMap(({ values }, v) =>
      values.map((value) => variables.map((_, other) => (other === v ? value : Number.NaN))),
    );
  const columns = variables.map((variable) => hypercubeColumn(id, variable, points, seed));
  return Array.from({ length: points }, (_, p) => columns.map((column) => column[p]));
}

function hypercubeColumn(sweep: string, { key, spread, limits }: SweepVariable, n: number, seed: number): number[] {
  const stream = new Stream(seed, `sweep/${sweep}/${key}`);
  const lots = Array.from({ length: n }, (_, p) => stream.uniform(p, 0));
  const order = lots.map((_, p) => p).sort((a, b) => lots[a] - lots[b]);
  const column = new Array<number>(n);
  order.forEach((p, slice) => {
    const value = spread === null ? Number.NaN : distributionQuantile(spread, (slice + stream.uniform(p, 1)) / n);
    // The tails of a normal range may leave what the number can mean; they are held at the border.
    column[p] = Math.min(limits.max, Math.max(limits.min, value));
  });
  return column;
}
