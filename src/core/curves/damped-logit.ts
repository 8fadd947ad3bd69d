import type { Curve, CurveData } from "./curve.ts";
import { dampedYears, dampedYearsSlope } from "./damped-years.ts";
import { fitRandomWalk } from "./random-walk.ts";

/** Weights of a new step in the pace that are tried. */
const WEIGHTS = [0.05, 0.1, 0.2, 0.3, 0.45, 0.6, 0.8];
/**
 * Prior on the share of the pace that is left a year later: 0.88, between 0.79 and 0.94 two times in three. One-step
 * errors hardly tell it, so that it keeps its prior (Gardner and McKenzie 1985 found such values to do best).
 */
const DAMPING = { logit: 2, sd: 0.7 } as const;

const logistic = (x: number): number => 1 / (1 + Math.exp(-x));

/** The recent pace, dying away: Holt's damped trend on the logit, from the last reading. */
export const dampedLogit: Curve = {
  id: "damped-logit",
  label: { en: "Recent pace, dying away", vi: "Nhịp độ gần đây, giảm dần" },
  describe: {
    en: "From the last reading, coverage goes on at the pace of recent years, which loses a part of its force every year.",
    vi: "Từ số liệu cuối, độ bao phủ tiếp tục theo nhịp độ những năm gần đây, mỗi năm yếu dần đi một phần.",
  },
  reference: "Gardner and McKenzie (1985), Forecasting trends in time series, Management Science 31",
  parameters: [
    { name: "pace", describe: "gain of z a year at the last reading", low: -20, high: 20 },
    { name: "damping", describe: "logit of the share of the pace left a year later", low: -12, high: 12 },
  ],
  optional: true,
  minimumPoints: 3,
  value: (theta, t) => theta[0] * dampedYears(logistic(theta[1]), t),
  gradient(theta, t, _ceiling, out) {
    const phi = logistic(theta[1]);
    out[0] = dampedYears(phi, t);
    out[1] = theta[0] * dampedYearsSlope(phi, t) * phi * (1 - phi);
  },
  fit(data) {
    let best = track(data, WEIGHTS[0]);
    for (const weight of WEIGHTS.slice(1)) {
      const tried = track(data, weight);
      if (tried.sum < best.sum) best = tried;
    }
    // A pace that follows the steps with weight w is known to sigma sqrt(w) (steady state of the local trend filter).
    return fitRandomWalk(data, {
      parameters: [best.pace, DAMPING.logit],
      covarianceRoot: (sigma) => [sigma * Math.sqrt(best.weight), 0, 0, DAMPING.sd],
      errors: best.errors,
      estimated: 1,
    });
  },
  example: { parameters: [0.1, 0], t: 2, ceiling: 1, z: 0.075 },
};

/** Follows the pace through the readings; the first step sets it. */
function track(data: CurveData, weight: number) {
  const phi = logistic(DAMPING.logit);
  const errors = new Float64Array(data.z.length - 1);
  let pace = 0;
  let sum = 0;
  for (let i = 1; i < data.z.length; i++) {
    const step = data.t[i] - data.t[i - 1];
    const error = data.z[i] - data.z[i - 1] - pace * dampedYears(phi, step);
    errors[i - 1] = error;
    sum += (error * error) / step;
    const rate = (data.z[i] - data.z[i - 1]) / step;
    pace = i === 1 ? rate : pace * phi ** step + (1 - (1 - weight) ** step) * (rate - pace * phi ** step);
  }
  return { weight, pace, errors, sum };
}
