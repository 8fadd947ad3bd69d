import { dampedYears } from "./damped-years.ts";
import type { Pace } from "./paced.ts";

/** What is tried: share of the pace left a year later, weights of a new reading in the level and in the pace. */
const DAMPINGS = [0.8, 0.9, 0.98];
const LEVEL_WEIGHTS = [0.1, 0.3, 0.5, 0.7, 0.85, 1];
const PACE_WEIGHTS = [0, 0.1, 0.2, 0.4, 0.7];
/** Steps that the first guess of the pace rests on. */
const FIRST_STEPS = 3;

/**
 * Finds level and pace by exponential smoothing with a damped trend (Holt 1957; Gardner and McKenzie 1985): weights and
 * damping are those of a grid that foretell each reading from those before it best, in squares over the length of steps.
 * The first pace is none, or that of the first three steps, whichever does better.
 */
export function dampedHolt(t: ArrayLike<number>, values: ArrayLike<number>): Pace {
  const n = values.length;
  const first = Math.min(FIRST_STEPS, n - 1);
  const starts = [0, (values[first] - values[0]) / (t[first] - t[0])];
  let least = Number.POSITIVE_INFINITY;
  let best = { damping: DAMPINGS[0], level: 1, pace: 0, start: 0 };
  const expected = new Float64Array(n - 1);
  for (const damping of DAMPINGS) {
    for (const level of LEVEL_WEIGHTS) {
      for (const pace of PACE_WEIGHTS) {
        if (pace > level) continue;
        for (const start of starts) {
          const { sum } = smooth(t, values, damping, level, pace, start, expected);
          if (sum < least) {
            least = sum;
            best = { damping, level, pace, start };
          }
        }
      }
    }
  }
  const end = smooth(t, values, best.damping, best.level, best.pace, best.start, expected);
  return {
    correction: end.level - values[n - 1],
    pace: end.pace,
    damping: best.damping,
    spread: Math.sqrt(best.pace),
    expected,
  };
}

/** One pass. A step of d years has the weights 1 - (1 - w)^d, and d-th powers of the damping. */
function smooth(
  t: ArrayLike<number>,
  values: ArrayLike<number>,
  damping: number,
  levelWeight: number,
  paceWeight: number,
  start: number,
  expected: Float64Array,
) {
  let level = values[0];
  let pace = start;
  let sum = 0;
  for (let i = 1; i < values.length; i++) {
    const years = t[i] - t[i - 1];
    const yearly = years === 1;
    const left = yearly ? damping : damping ** years;
    const foreseen = level + pace * (yearly ? damping : dampedYears(damping, years));
    const error = values[i] - foreseen;
    expected[i - 1] = foreseen;
    sum += (error * error) / years;
    level = foreseen + (yearly ? levelWeight : 1 - (1 - levelWeight) ** years) * error;
    pace = pace * left + ((yearly ? paceWeight : 1 - (1 - paceWeight) ** years) * error) / years;
  }
  return { level, pace, sum };
}
