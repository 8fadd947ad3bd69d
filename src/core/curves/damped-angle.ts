import type { Curve } from "./curve.ts";
import { dampedHolt } from "./damped-holt.ts";
import { paced } from "./paced.ts";
import { angularScale } from "./scale.ts";

/** Smoothed level and smoothed pace, dying away, on the angular scale. */
export const dampedAngle: Curve = {
  id: "damped-angle",
  label: { en: "Smoothed pace, dying away", vi: "Nhịp độ làm trơn, giảm dần" },
  describe: {
    en: "Level and pace of the latest years, smoothed, go on; the pace loses a part of its force every year and slows near 0 and 100%.",
    vi: "Mức và nhịp độ những năm gần nhất, đã làm trơn, tiếp tục; nhịp độ mỗi năm yếu đi một phần và chậm lại khi gần 0 và 100%.",
  },
  reference:
    "Gardner and McKenzie (1985), Forecasting trends in time series, Management Science 31; angle: Bartlett (1947), The use of transformations, Biometrics 3",
  optional: false,
  minimumPoints: 3,
  ...paced(angularScale, dampedHolt, 2),
  example: { parameters: [Math.PI / 4 - 0.1, 0.05, 0.05 / 0.75, 0.5], t: 2, ceiling: 1, z: 0 },
};
