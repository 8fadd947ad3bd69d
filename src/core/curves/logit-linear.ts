import { linearRegression } from "../numeric/statistics.ts";
import type { Curve, CurveParameter } from "./curve.ts";
import { fitRegression } from "./regression.ts";

const parameters: readonly CurveParameter[] = [
  { name: "level", describe: "z at the last reading", low: -50, high: 50 },
  { name: "slope", describe: "gain of z a year", low: -20, high: 20 },
];

const value = (theta: ArrayLike<number>, t: number): number => theta[0] + theta[1] * t;
const gradient = (_theta: ArrayLike<number>, t: number, _ceiling: number, out: Float64Array): void => {
  out[0] = 1;
  out[1] = t;
};

/** A straight line on the logit: an S-curve towards the limit of the scale. */
export const logitLinear: Curve = {
  id: "logit-linear",
  label: { en: "S-curve to the limit", vi: "Đường chữ S tới giới hạn" },
  describe: {
    en: "Coverage follows an S-curve through all readings towards the limit of the scale.",
    vi: "Độ bao phủ đi theo đường chữ S qua mọi số liệu, tiến tới giới hạn của thang đo.",
  },
  reference: "Verhulst (1838), Notice sur la loi que la population suit dans son accroissement",
  parameters,
  optional: true,
  minimumPoints: 3,
  value,
  gradient,
  fit(data) {
    const line = linearRegression(data.t, data.z);
    return fitRegression({ parameters, value, gradient }, data, [line.intercept, line.slope], null);
  },
  example: { parameters: [0.5, 0.1], t: 5, ceiling: 1, z: 1 },
};
