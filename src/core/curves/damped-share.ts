import type { Curve } from "./curve.ts";
import { dampedHolt } from "./damped-holt.ts";
import { paced } from "./paced.ts";
import { shareScale } from "./scale.ts";

/** Smoothed level and smoothed pace, dying away, in points. */
export const dampedShare: Curve = {
  id: "damped-share",
  label: { en: "Smoothed pace in points, dying away", vi: "Nhịp độ theo điểm phần trăm, giảm dần" },
  describe: {
    en: "Level and pace of the latest years, smoothed and counted in points a year, go on; the pace loses a part of its force every year.",
    vi: "Mức và nhịp độ những năm gần nhất, đã làm trơn và tính theo điểm phần trăm mỗi năm, tiếp tục; nhịp độ mỗi năm yếu đi một phần.",
  },
  reference: "Gardner and McKenzie (1985), Forecasting trends in time series, Management Science 31",
  optional: false,
  minimumPoints: 3,
  ...paced(shareScale, dampedHolt, 2),
  example: { parameters: [0.3, 0.05, 0.2, 0.5], t: 2, ceiling: 1, z: 0 },
};
