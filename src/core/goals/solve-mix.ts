import type { Goal, MixQuestion, MixSolution, ProjectionInput } from "../domain.ts";
import { invariant } from "../errors.ts";
import { LayeredCache } from "../simulate/layered-cache.ts";
import type { PathCache } from "../simulate/path-cache.ts";
import { judgeGoals } from "./judge-goals.ts";
import { leverBill } from "./lever-bill.ts";
import { forGoal, rangeOf, solveLever, withValue } from "./solve.ts";

/** Levers that may be weighed against each other, by how many steps each one's range is simulated in. */
const STEPS_BY_LEVERS = [0, 0, 8, 5, 3];
/** Steps between two simulated ones at which the cheapest mix is looked for on straight lines. */
const FINER = [0, 0, 8, 5, 4];
/** Draws of the grid; the mix found is then set right on all draws. */
const GRID_DRAWS = 500;
/** Probabilities at which the cheapest mix is told, so that cost can be drawn against probability. */
const FRONTIER = [0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 0.95];

/** Levers that `solveMix` can weigh: two to four. */
export const MOST_IN_MIX = STEPS_BY_LEVERS.length - 1;

/** One number of the mix: its weakest and strongest value, and its lever's cost at each step between them. */
interface Axis {
  readonly lever: string;
  readonly parameter: string;
  readonly weak: number;
  readonly strong: number;
  readonly costs: readonly number[];
}

/**
 * Finds the cheapest strengths of two to four levers at which a goal is met with a probability.
 *
 * Probability is simulated on a grid over the ranges, on common draws, and read between its points on straight lines;
 * each lever's cost is that of the lever alone (`leverBill`). The cheapest mix is found by trying all on a finer grid, the
 * last lever being solved for each time; then one lever is set right on all draws, so that the mix, fed back, gives the
 * probability. Every lever must have a unit cost in the same money.
 */
export function solveMix(input: ProjectionInput, question: MixQuestion, cache: PathCache = new Map()): MixSolution {
  const goal = input.goals.find((g) => g.id === question.goal);
  invariant(goal, `${question.goal} is known`);
  const { numbers, probability } = question;
  invariant(numbers.length >= 2 && numbers.length <= MOST_IN_MIX, "a mix has two to four levers");
  const steps = STEPS_BY_LEVERS[numbers.length] as number;
  const draws = Math.min(GRID_DRAWS, input.run.draws);
  const shared: PathCache = new LayeredCache(cache);
  judgeGoals(forGoal(input, goal, draws), [goal], shared);
  const axes = numbers.map((number) => axisOf(input, goal, number, steps, draws, shared));

  const cells = (steps + 1) ** axes.length;
  const grid = new Float64Array(cells);
  const index = new Int32Array(axes.length);
  for (let cell = 0; cell < cells; cell++) {
    let rest = cell;
    const set = axes.reduce((moved, axis, a) => {
      index[a] = rest % (steps + 1);
      rest = (rest - index[a]) / (steps + 1);
      return withValue(moved, axis, valueAt(axis, index[a] / steps));
    }, input);
    grid[cell] = judgeGoals(forGoal(set, goal, draws), [goal], new LayeredCache(shared))[0].probability;
  }
  makeMonotone(grid, steps, axes.length);

  const currency = input.scenario.levers.find((l) => l.id === numbers[0].lever)?.unitCost?.currency ?? "";
  const finer = steps * (FINER[axes.length] as number);
  const frontier = FRONTIER.flatMap((p) => {
    const found = cheapest(axes, grid, steps, finer, p);
    return found === null ? [] : [{ probability: p, ...told(axes, found) }];
  });
  const common = { goal: goal.id, probability, currency, frontier };
  const strongest = axes.map(() => 1);
  const set = (parts: readonly number[]) =>
    axes.reduce((moved, axis, a) => withValue(moved, axis, valueAt(axis, parts[a])), input);
  const best = chance(set(strongest), goal, shared);
  if (best < probability) return { ...common, status: "beyond", ...told(axes, strongest), reached: best };
  const weakest = axes.map(() => 0);
  const least = chance(set(weakest), goal, shared);
  if (least >= probability) return { ...common, status: "already", ...told(axes, weakest), reached: least };

  const found = cheapest(axes, grid, steps, finer, probability) ?? strongest;
  return { ...common, status: "solved", ...setRight(input, goal, probability, axes, found, shared) };
}

const chance = (input: ProjectionInput, goal: Goal, cache: PathCache) =>
  judgeGoals(forGoal(input, goal, input.run.draws), [goal], new LayeredCache(cache))[0].probability;

const valueAt = ({ weak, strong }: Axis, part: number) => weak + (strong - weak) * part;

function axisOf(
  input: ProjectionInput,
  goal: Goal,
  number: MixQuestion["numbers"][number],
  steps: number,
  draws: number,
  cache: PathCache,
): Axis {
  const [min, max] = rangeOf(input, number);
  const billAt = (value: number) => {
    const set = withValue(input, number, value);
    const lever = set.scenario.levers.find((l) => l.id === number.lever);
    const bill = lever && leverBill(set, lever, goal, draws, new LayeredCache(cache));
    invariant(bill != null, `${number.lever} has a cost that can be counted`);
    return bill;
  };
  const at = (value: number) =>
    chance({ ...withValue(input, number, value), run: { ...input.run, draws } }, goal, cache);
  const rising = at(max) >= at(min);
  const [weak, strong] = rising ? [min, max] : [max, min];
  const costs = Array.from({ length: steps + 1 }, (_, i) => billAt(weak + ((strong - weak) * i) / steps));
  return { lever: number.lever, parameter: number.parameter, weak, strong, costs };
}

/** Reads a lever's cost between its steps. */
function costAt({ costs }: Axis, part: number): number {
  const place = part * (costs.length - 1);
  const below = Math.min(costs.length - 2, Math.floor(place));
  return costs[below] + (costs[below + 1] - costs[below]) * (place - below);
}

/** Lifts every point of the grid to its weaker neighbours: 500 draws of a cut lever may dip by one. */
function makeMonotone(grid: Float64Array, steps: number, axes: number) {
  for (let a = 0, stride = 1; a < axes; a++, stride *= steps + 1)
    for (let cell = 0; cell < grid.length; cell++)
      if (Math.floor(cell / stride) % (steps + 1) > 0) grid[cell] = Math.max(grid[cell], grid[cell - stride]);
}

/** Reads the grid between its points, straight along every axis. */
function gridAt(grid: Float64Array, steps: number, parts: readonly number[]): number {
  const read = (axis: number, from: number, stride: number): number => {
    if (axis === parts.length) return grid[from];
    const place = parts[axis] * steps;
    const below = Math.min(steps - 1, Math.floor(place));
    const way = place - below;
    const low = way === 1 ? 0 : read(axis + 1, from + below * stride, stride * (steps + 1));
    const high = way === 0 ? 0 : read(axis + 1, from + (below + 1) * stride, stride * (steps + 1));
    return low * (1 - way) + high * way;
  };
  return read(0, 0, 1);
}

/** Tries all strengths of all levers but the last on a finer grid, the last being as weak as it may; null: none does it. */
function cheapest(
  axes: readonly Axis[],
  grid: Float64Array,
  steps: number,
  finer: number,
  probability: number,
): number[] | null {
  const last = axes.length - 1;
  const tried = (finer + 1) ** last;
  const parts = axes.map(() => 0);
  let best: { cost: number; parts: number[] } | null = null;
  for (let cell = 0; cell < tried; cell++) {
    let rest = cell;
    for (let a = 0; a < last; a++) {
      const i = rest % (finer + 1);
      rest = (rest - i) / (finer + 1);
      parts[a] = i / finer;
    }
    const weakest = weakestLast(grid, steps, parts, probability);
    if (weakest === null) continue;
    parts[last] = weakest;
    const cost = axes.reduce((sum, axis, a) => sum + costAt(axis, parts[a]), 0);
    if (best === null || cost < best.cost) best = { cost, parts: [...parts] };
  }
  return best?.parts ?? null;
}

/** The weakest strength of the last lever that reaches a probability beside the others'; null where none does. */
function weakestLast(grid: Float64Array, steps: number, parts: number[], probability: number): number | null {
  const last = parts.length - 1;
  let before = 0;
  for (let i = 0; i <= steps; i++) {
    parts[last] = i / steps;
    const reached = gridAt(grid, steps, parts);
    if (reached >= probability) return i === 0 ? 0 : (i - 1 + (probability - before) / (reached - before)) / steps;
    before = reached;
  }
  return null;
}

/** Solves the lever with the most room on both sides on all draws, the others rounded to a hundredth of their range. */
function setRight(
  input: ProjectionInput,
  goal: Goal,
  probability: number,
  axes: readonly Axis[],
  found: readonly number[],
  cache: PathCache,
) {
  const parts = found.map((part) => Math.round(part * 100) / 100);
  const room = (a: number) => Math.min(parts[a], 1 - parts[a]);
  // Where the lever set right does not suffice, the next one is, the first being left at its strongest.
  const order = axes.map((_, a) => a).sort((a, b) => room(b) - room(a));
  let reached = 0;
  const values = axes.map((axis, a) => valueAt(axis, parts[a]));
  for (const a of order) {
    const { lever, parameter, weak, strong } = axes[a];
    const others = axes.reduce((moved, axis, b) => (b === a ? moved : withValue(moved, axis, values[b])), input);
    const [min, max] = weak < strong ? [weak, strong] : [strong, weak];
    const solved = solveLever(others, { goal: goal.id, probability, lever, parameter, min, max }, cache);
    values[a] = solved.value;
    reached = solved.reached;
    if (solved.status === "solved") break;
    if (solved.status === "already") continue;
  }
  const exact = axes.map(({ weak, strong }, a) => (strong === weak ? 0 : (values[a] - weak) / (strong - weak)));
  return { ...told(axes, exact, values), reached };
}

function told(axes: readonly Axis[], parts: readonly number[], values?: readonly number[]) {
  const levers = axes.map((axis, a) => ({
    lever: axis.lever,
    parameter: axis.parameter,
    value: values?.[a] ?? valueAt(axis, parts[a]),
    cost: costAt(axis, parts[a]),
  }));
  return { levers, cost: levers.reduce((sum, { cost }) => sum + cost, 0) };
}
