import { linearRegression } from "../numeric/statistics.ts";
import type { Curve, CurveParameter } from "./curve.ts";
import { fitRegression } from "./regression.ts";
import { shareScale } from "./scale.ts";

const parameters: readonly CurveParameter[] = [
  { name: "level", describe: "share on the line at the last reading", low: -5, high: 6 },
  { name: "pace", describe: "gain of the share a year", low: -2, high: 2 },
];
const value = (theta: ArrayLike<number>, t: number) => shareScale.toLogit(theta[0] + theta[1] * t);

function gradient(theta: ArrayLike<number>, t: number, _ceiling: number, out: Float64Array): void {
  out[0] = shareScale.slope(theta[0] + theta[1] * t);
  out[1] = t * out[0];
}

/** The same number of points every year: while the base stands still, the same number of people. */
export const shareLine: Curve = {
  id: "share-line",
  label: { en: "Same number of people every year", vi: "Mỗi năm tăng cùng một số người" },
  describe: {
    en: "Every year the same number of people joins, as a line through all readings says, until everybody is covered.",
    vi: "Mỗi năm có thêm cùng một số người, theo đường thẳng qua mọi số liệu, cho tới khi bao phủ hết.",
  },
  reference: "Hyndman and Athanasopoulos (2021), Forecasting: Principles and Practice, 7.1 (trend regression)",
  parameters,
  optional: true,
  minimumPoints: 3,
  value,
  gradient,
  fit(data) {
    const line = linearRegression(data.t, Array.from(data.z, shareScale.from));
    return fitRegression({ parameters, value, gradient }, data, [line.intercept, line.slope], null);
  },
  example: { parameters: [0.3, 0.05], t: 4, ceiling: 1, z: 0 },
};
