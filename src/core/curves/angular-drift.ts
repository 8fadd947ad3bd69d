import type { Curve } from "./curve.ts";
import { type Pace, paced } from "./paced.ts";
import { angularScale } from "./scale.ts";

/** The average pace of the whole history on the angular scale. */
export const angularDrift: Curve = {
  id: "angular-drift",
  label: {
    en: "Average pace of all years, slower near 0 and 100%",
    vi: "Nhịp độ trung bình, chậm lại gần 0 và 100%",
  },
  describe: {
    en: "From the last reading, coverage goes on at the average pace of the whole history, measured on a scale that slows near 0 and 100%.",
    vi: "Từ số liệu cuối, độ bao phủ tiếp tục theo nhịp độ trung bình của cả chuỗi, đo trên thang chậm lại khi gần 0 và 100%.",
  },
  reference:
    "Hyndman and Athanasopoulos (2021), Forecasting: Principles and Practice, 5.2; angle: Bartlett (1947), The use of transformations, Biometrics 3",
  optional: false,
  minimumPoints: 2,
  ...paced(angularScale, averagePace, 1),
  example: { parameters: [Math.PI / 4 - 0.06, 0, 0.03, 1], t: 2, ceiling: 1, z: 0 },
};

/** Takes the average pace. It hangs on the two ends, so that its variance is that of a year's noise over the years between. */
export function averagePace(t: ArrayLike<number>, values: ArrayLike<number>): Pace {
  const n = values.length;
  const years = t[n - 1] - t[0];
  const pace = (values[n - 1] - values[0]) / years;
  return {
    correction: 0,
    pace,
    damping: 1,
    spread: 1 / Math.sqrt(years),
    expected: Float64Array.from({ length: n - 1 }, (_, i) => values[i] + pace * (t[i + 1] - t[i])),
  };
}
