import type { Curve, CurveData, CurveFit, CurveParameter } from "./curve.ts";
import { dampedYears, dampedYearsSlope } from "./damped-years.ts";
import { fitRandomWalk } from "./random-walk.ts";
import type { Scale } from "./scale.ts";

/** Parameters of every curve that goes on from the last reading at a pace of its own, on a scale of its own. */
const parameters: readonly CurveParameter[] = [
  { name: "level", describe: "last reading on the curve's scale, known", low: -1, high: 3 },
  { name: "correction", describe: "smoothed level less last reading, on the curve's scale", low: -3, high: 3 },
  { name: "pace", describe: "gain a year at the last reading, on the curve's scale", low: -3, high: 3 },
  { name: "damping", describe: "share of the pace left a year later", low: 0, high: 1 },
];

/** What a method found on its own scale. */
export interface Pace {
  /** Smoothed level less last reading. */
  readonly correction: number;
  /** Gain a year at the last reading. */
  readonly pace: number;
  /** Share of the pace left a year later. */
  readonly damping: number;
  /** Share of the pace's uncertainty beside one year's noise. */
  readonly spread: number;
  /** Prediction of each reading after the first from those before it. */
  readonly expected: ArrayLike<number>;
}

/**
 * Makes the common part of curves that go on from the last reading: y(t) = level + correction min(1, t) + pace
 * (phi + phi^2 + ... + phi^t) on the curve's scale, brought back to z. The correction takes a year, since what smoothing
 * takes away is a passing error of the reading.
 */
export function paced(
  scale: Scale,
  find: (t: ArrayLike<number>, values: ArrayLike<number>) => Pace,
  estimated: number,
): Pick<Curve, "parameters" | "value" | "gradient" | "fit"> {
  const at = (theta: ArrayLike<number>, t: number) =>
    theta[0] + theta[1] * Math.min(1, Math.max(0, t)) + theta[2] * dampedYears(theta[3], t);
  return {
    parameters,
    value: (theta, t) => scale.toLogit(at(theta, t)),
    gradient(theta, t, _ceiling, out) {
      const slope = scale.slope(at(theta, t));
      out[0] = slope;
      out[1] = slope * Math.min(1, Math.max(0, t));
      out[2] = slope * dampedYears(theta[3], t);
      out[3] = slope * theta[2] * dampedYearsSlope(theta[3], t);
    },
    fit(data: CurveData): CurveFit {
      const n = data.t.length;
      const values = Float64Array.from(data.z, (z) => scale.from(z));
      const { correction, pace, damping, spread, expected } = find(data.t, values);
      const perZ = 1 / scale.slope(values[n - 1]);
      return fitRandomWalk(data, {
        parameters: [values[n - 1], correction, pace, damping],
        covarianceRoot: (sigma) => [0, 0, 0, 0, 0, 0, 0, 0, 0, 0, sigma * perZ * spread, 0, 0, 0, 0, 0],
        errors: Float64Array.from({ length: n - 1 }, (_, i) => data.z[i + 1] - scale.toLogit(expected[i])),
        estimated,
      });
    },
  };
}
