import { median } from "../numeric/statistics.ts";
import type { Curve } from "./curve.ts";
import { dampedYears } from "./damped-years.ts";
import { type Pace, paced } from "./paced.ts";
import { angularScale } from "./scale.ts";

/** Steps whose median is taken, counted from the last. */
const STEPS = 10;
const DAMPING = 0.9;

/** The middle pace of recent steps, dying away: one odd year, up or down, does not move it. */
export const medianPace: Curve = {
  id: "median-pace",
  label: { en: "Middle pace of recent years, dying away", vi: "Nhịp độ trung vị những năm gần đây, giảm dần" },
  describe: {
    en: "From the last reading, coverage goes on at the middle one of its last ten paces, which loses a tenth of its force every year.",
    vi: "Từ số liệu cuối, độ bao phủ tiếp tục theo nhịp độ trung vị của mười bước gần nhất, mỗi năm yếu đi một phần mười.",
  },
  reference:
    "Median of differences: Theil (1950), A rank-invariant method of linear regression analysis; damping: Gardner and McKenzie (1985)",
  optional: false,
  minimumPoints: 3,
  ...paced(angularScale, middlePace, 1),
  example: { parameters: [Math.PI / 4 - 0.05, 0, 0.05 / 0.75, 0.5], t: 2, ceiling: 1, z: 0 },
};

/** Takes the median pace of the last ten steps. */
export function middlePace(t: ArrayLike<number>, values: ArrayLike<number>): Pace {
  const n = values.length;
  const steps = Array.from({ length: n - 1 }, (_, i) => (values[i + 1] - values[i]) / (t[i + 1] - t[i]));
  const pace = median(steps.slice(-STEPS));
  return {
    correction: 0,
    pace,
    damping: DAMPING,
    spread: Math.sqrt(Math.PI / 2 / Math.min(STEPS, n - 1)),
    expected: Float64Array.from({ length: n - 1 }, (_, i) => values[i] + pace * dampedYears(DAMPING, t[i + 1] - t[i])),
  };
}
