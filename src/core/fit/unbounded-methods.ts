import { averagePace } from "../curves/angular-drift.ts";
import { dampedHolt } from "../curves/damped-holt.ts";
import { dampedYears } from "../curves/damped-years.ts";
import { middlePace } from "../curves/median-pace.ts";
import { smoothedTheta } from "../curves/theta.ts";

/** A scale that a method works on, and the way back. */
interface Scale {
  to(value: number): number;
  from(value: number): number;
}

/** Level, correction and pace that a method finds on its scale; a pace without damping stays. */
type Find = (
  t: ArrayLike<number>,
  values: ArrayLike<number>,
) => { readonly correction: number; readonly pace: number; readonly damping?: number };

const level: Scale = { to: (value) => value, from: (y) => Math.max(0, y) };
const root: Scale = { to: Math.sqrt, from: (y) => Math.max(0, y) ** 2 };
const log: Scale = { to: Math.log, from: Math.exp };

/**
 * The methods that shares are foretold by, on the scales that theirs become far below the upper limit: the root for the
 * angle, the logarithm for the logit. `fewest` is the number of readings each needs.
 */
const METHODS: readonly { readonly on: Scale; readonly find: Find; readonly fewest: number }[] = [
  { on: root, find: dampedHolt, fewest: 3 },
  { on: level, find: dampedHolt, fewest: 3 },
  { on: root, find: middlePace, fewest: 3 },
  { on: log, find: smoothedTheta, fewest: 4 },
  { on: root, find: averagePace, fewest: 2 },
  { on: level, find: () => ({ correction: 0, pace: 0 }), fewest: 2 },
];

/** How many methods there are. */
export const METHOD_COUNT = METHODS.length;

/**
 * Returns what each method foretells from positive values of the first `n` years, as a function of years ahead; null for
 * a method that needs more. Nothing foretold is below 0.
 */
export function unboundedForecasts(
  years: readonly number[],
  values: readonly number[],
  n: number,
): (((ahead: number) => number) | null)[] {
  const t = years.slice(0, n).map((year) => year - years[n - 1]);
  return METHODS.map(({ on, find, fewest }) => {
    if (n < fewest) return null;
    const y = values.slice(0, n).map(on.to);
    const { correction, pace, damping = 1 } = find(t, y);
    return (ahead) => on.from(y[n - 1] + correction * Math.min(1, ahead) + pace * dampedYears(damping, ahead));
  });
}
