import type { Curve } from "./curve.ts";
import { fitRandomWalk } from "./random-walk.ts";

/** The last step goes on: the second reference that every method must beat. */
export const lastPace: Curve = {
  id: "last-pace",
  label: { en: "Last pace", vi: "Nhịp độ gần nhất" },
  describe: {
    en: "From the last reading, coverage goes on at the pace between the last two readings, measured on the logit.",
    vi: "Từ số liệu cuối, độ bao phủ tiếp tục theo nhịp độ giữa hai số liệu gần nhất, đo trên thang logit.",
  },
  reference: "Hyndman and Athanasopoulos (2021), Forecasting: Principles and Practice, 5.2, on two readings",
  parameters: [{ name: "pace", describe: "gain of z a year", low: -20, high: 20 }],
  optional: true,
  minimumPoints: 2,
  value: (theta, t) => theta[0] * t,
  gradient(_theta, t, _ceiling, out) {
    out[0] = t;
  },
  fit(data) {
    const n = data.t.length;
    const errors = new Float64Array(n - 1);
    const length = new Float64Array(n - 1);
    let pace = 0;
    let step = 0;
    for (let i = 1; i < n; i++) {
      const before = step;
      step = data.t[i] - data.t[i - 1];
      errors[i - 1] = data.z[i] - data.z[i - 1] - pace * step;
      // One step's noise, and that of the pace it was foretold from: sigma^2 / before, over `step` years.
      length[i - 1] = step + (before > 0 ? (step * step) / before : 0);
      pace = (data.z[i] - data.z[i - 1]) / step;
    }
    return fitRandomWalk(data, {
      parameters: [pace],
      covarianceRoot: (sigma) => [sigma / Math.sqrt(step)],
      errors,
      length,
      estimated: 1,
    });
  },
  example: { parameters: [-0.1], t: 2, ceiling: 1, z: -0.2 },
};
