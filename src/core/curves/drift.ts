import type { Curve } from "./curve.ts";
import { fitRandomWalk } from "./random-walk.ts";

/** A random walk on the logit with the average pace of the whole history. */
export const drift: Curve = {
  id: "drift",
  label: { en: "Average pace of all years", vi: "Nhịp độ trung bình của mọi năm" },
  describe: {
    en: "From the last reading, coverage goes on at the average pace of the whole history, measured on the logit.",
    vi: "Từ số liệu cuối, độ bao phủ tiếp tục theo nhịp độ trung bình của cả chuỗi, đo trên thang logit.",
  },
  reference: "Hyndman and Athanasopoulos (2021), Forecasting: Principles and Practice, 5.2",
  parameters: [{ name: "pace", describe: "gain of z a year", low: -20, high: 20 }],
  optional: true,
  minimumPoints: 2,
  value: (theta, t) => theta[0] * t,
  gradient(_theta, t, _ceiling, out) {
    out[0] = t;
  },
  fit(data) {
    const n = data.t.length;
    const years = data.t[n - 1] - data.t[0];
    const pace = (data.z[n - 1] - data.z[0]) / years;
    const errors = Float64Array.from(
      { length: n - 1 },
      (_, i) => data.z[i + 1] - data.z[i] - pace * (data.t[i + 1] - data.t[i]),
    );
    // The pace hangs on the two ends: its variance is sigma^2 over the years between them.
    return fitRandomWalk(data, {
      parameters: [pace],
      covarianceRoot: (sigma) => [sigma / Math.sqrt(years)],
      errors,
      estimated: 1,
    });
  },
  example: { parameters: [0.15], t: 4, ceiling: 1, z: 0.6 },
};
