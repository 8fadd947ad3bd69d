import type { Lever, Ramp, YearValue } from "../domain.ts";
import type { LeverClock, TableReading } from "./lever.ts";

/** Midpoints that a year is cut into for its mean strength: three to a week is finer than any start date. */
const SLICES = 156;

const clamp01 = (x: number) => Math.min(1, Math.max(0, x));
const logistic = (x: number) => 1 / (1 + Math.exp(-x));

/** Steepness at which the s-curve passes 1 % and 99 % at its two ends, before it is stretched to reach 0 and 1. */
const S_CURVE = 2 * Math.log(99);
const FRONT = 3;

/** How strength grows over the ramp's length: x in 0..1 to 0..1, both ends exact, never falling. */
const shapes: Readonly<Record<Exclude<Ramp["shape"], "table">, (x: number) => number>> = {
  step: () => 1,
  linear: (x) => x,
  smoothstep: (x) => x * x * (3 - 2 * x),
  "s-curve": (x) =>
    clamp01(
      (logistic(S_CURVE * (x - 0.5)) - logistic(-S_CURVE / 2)) / (logistic(S_CURVE / 2) - logistic(-S_CURVE / 2)),
    ),
  "front-loaded": (x) => clamp01(Math.expm1(-FRONT * x) / Math.expm1(-FRONT)),
};

/** Returns the strength 0..1 of a lever at a year fraction: 0 before start and lag, fading or gone after its end. */
export function strengthAt(lever: Lever, time: number): number {
  const start = lever.start + lever.lagYears;
  if (time <= start) return 0;
  const until = lever.end === null ? time : Math.min(time, lever.end);
  if (until <= start) return 0;
  const reached = reachedAt(lever.ramp, start, until);
  if (lever.end === null || time <= lever.end) return reached;
  return lever.fadeHalfLifeYears === null ? 0 : reached * 0.5 ** ((time - lever.end) / lever.fadeHalfLifeYears);
}

function reachedAt(ramp: Ramp, start: number, time: number): number {
  if (ramp.shape === "table") {
    const first = ramp.points?.[0];
    if (first === undefined) return 1;
    const way = reachedFirst(first, start, time);
    return clamp01(way < 1 ? way * first.value : tableAt(ramp.points ?? [], time));
  }
  const x = ramp.overYears > 0 ? clamp01((time - start) / ramp.overYears) : 1;
  return shapes[ramp.shape](x);
}

/** Reads a table at a year fraction: straight between 31 Decembers, level before the first and after the last. */
function tableAt(points: readonly YearValue[], time: number): number {
  const next = points.findIndex(({ year }) => year + 1 >= time);
  if (next < 0) return points[points.length - 1].value;
  if (next === 0) return points[0].value;
  const [a, b] = [points[next - 1], points[next]];
  return a.value + ((b.value - a.value) * (time - a.year - 1)) / (b.year - a.year);
}

/** How far time has come from a start to the first year of a table, 0..1. */
function reachedFirst(first: YearValue, start: number, time: number): number {
  if (time <= start) return 0;
  return first.year + 1 > start ? clamp01((time - start) / (first.year + 1 - start)) : 1;
}

function tableReading(points: readonly YearValue[], start: number, year: number): TableReading {
  return {
    before: tableAt(points, year),
    after: tableAt(points, year + 1),
    reachedBefore: reachedFirst(points[0], start, year),
    reachedAfter: reachedFirst(points[0], start, year + 1),
  };
}

/** Clocks by the ramp they come from: a lever keeps its ramp when a number of it is tried at other values. */
const clocks = new WeakMap<Ramp, Map<string, LeverClock>>();

/** Returns where a lever stands in the year that ends on 31 December of `year` (year fraction year + 1). */
export function leverClock(lever: Lever, year: number): LeverClock {
  if (lever.tables) return clockOf(lever, year);
  const known = clocks.get(lever.ramp) ?? new Map<string, LeverClock>();
  clocks.set(lever.ramp, known);
  const key = [lever.start, lever.lagYears, lever.end, lever.fadeHalfLifeYears, year].join(" ");
  const clock = known.get(key) ?? clockOf(lever, year);
  known.set(key, clock);
  return clock;
}

function clockOf(lever: Lever, year: number): LeverClock {
  const start = lever.start + lever.lagYears;
  let sum = 0;
  for (let i = 0; i < SLICES; i++) sum += strengthAt(lever, year + (i + 0.5) / SLICES);
  return {
    strength: sum / SLICES,
    strengthBefore: strengthAt(lever, year),
    strengthAfter: strengthAt(lever, year + 1),
    elapsedBefore: Math.max(0, year - start),
    elapsedAfter: Math.max(0, year + 1 - start),
    tables:
      lever.tables &&
      Object.fromEntries(
        Object.entries(lever.tables).map(([name, points]) => [name, tableReading(points, start, year)]),
      ),
  };
}
