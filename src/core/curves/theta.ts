import { linearRegression } from "../numeric/statistics.ts";
import type { Curve } from "./curve.ts";
import { fitRandomWalk } from "./random-walk.ts";

/** Weights of a new reading in the level that are tried, of equals the first; 1 trusts each reading wholly. */
const WEIGHTS = [1, 0.9, 0.8, 0.7, 0.6, 0.5, 0.4, 0.3, 0.2];

/**
 * The theta method on the logit: a smoothed level that drifts by half the slope of the straight line (Assimakopoulos and
 * Nikolopoulos 2000, as exponential smoothing with drift: Hyndman and Billah 2003). A path starts at the last reading
 * and is at the smoothed level a year later, since what smoothing takes away is a passing error of the reading.
 */
export const theta: Curve = {
  id: "theta",
  label: { en: "Smoothed level, half the slope (theta)", vi: "Mức làm trơn, nửa độ dốc (theta)" },
  describe: {
    en: "Chance ups and downs of single readings are smoothed away; from there coverage goes on at half the slope of the whole history.",
    vi: "Dao động ngẫu nhiên của từng số liệu được làm trơn; từ đó độ bao phủ tiếp tục theo nửa độ dốc của cả chuỗi.",
  },
  reference: "Assimakopoulos and Nikolopoulos (2000), The theta model, International Journal of Forecasting 16",
  parameters: [
    { name: "correction", describe: "smoothed level less last reading, on z", low: -20, high: 20 },
    { name: "pace", describe: "gain of z a year", low: -20, high: 20 },
  ],
  optional: false,
  minimumPoints: 4,
  value: (parameters, t) => parameters[0] * Math.min(1, Math.max(0, t)) + parameters[1] * t,
  gradient(_parameters, t, _ceiling, out) {
    out[0] = Math.min(1, Math.max(0, t));
    out[1] = t;
  },
  fit(data) {
    const { correction, pace, weight, errors } = smoothedTheta(data.t, data.z);
    const years = data.t[data.t.length - 1] - data.t[0];
    // One-step variance is sigma^2; a share weight^2 of it lasts, the rest passes: Hyndman et al. (2008), 6.
    return fitRandomWalk(data, {
      parameters: [correction, pace],
      covarianceRoot: (sigma) => [sigma * Math.sqrt(1 - weight * weight), 0, 0, (sigma * weight) / Math.sqrt(years)],
      errors,
      estimated: 2,
      lasting: weight,
    });
  },
  example: { parameters: [-0.2, 0.1], t: 3, ceiling: 1, z: 0.1 },
};

/**
 * Finds half the slope of the straight line, and the smoothed level less the last value, by the weight of new readings
 * that foretells each from those before it best.
 */
export function smoothedTheta(t: ArrayLike<number>, values: ArrayLike<number>) {
  const pace = linearRegression(t, values).slope / 2;
  let weight = 1;
  let least = Number.POSITIVE_INFINITY;
  for (const candidate of WEIGHTS) {
    const { sum } = smooth(t, values, candidate, pace);
    if (sum < least) {
      least = sum;
      weight = candidate;
    }
  }
  const { level, errors } = smooth(t, values, weight, pace);
  return { correction: level - values[values.length - 1], pace, weight, errors };
}

/** Exponential smoothing with drift over steps of unequal length: a step of d years has the weight 1 - (1 - w)^d. */
function smooth(t: ArrayLike<number>, z: ArrayLike<number>, weight: number, pace: number) {
  const errors = new Float64Array(z.length - 1);
  let level = z[0];
  let sum = 0;
  for (let i = 1; i < z.length; i++) {
    const step = t[i] - t[i - 1];
    const expected = level + pace * step;
    const error = z[i] - expected;
    errors[i - 1] = error;
    sum += (error * error) / step;
    level = expected + (1 - (1 - weight) ** step) * error;
  }
  return { level, errors, sum };
}
