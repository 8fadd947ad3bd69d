import { linearRegression } from "../numeric/statistics.ts";
import type { Curve, CurveParameter } from "./curve.ts";
import { fitRegression } from "./regression.ts";

const parameters: readonly CurveParameter[] = [
  { name: "level", describe: "logarithm of the share at the last reading", low: -20, high: 2 },
  { name: "growth", describe: "yearly growth of that logarithm", low: -5, high: 5 },
];
/** Nearest to everybody, on the logarithm of the share, that growth is followed. */
const FULL = -1e-4;

const logShare = (theta: ArrayLike<number>, t: number) => Math.min(FULL, theta[0] + theta[1] * t);

function value(theta: ArrayLike<number>, t: number): number {
  const log = logShare(theta, t);
  return log - Math.log(-Math.expm1(log));
}

function gradient(theta: ArrayLike<number>, t: number, _ceiling: number, out: Float64Array): void {
  out[0] = -1 / Math.expm1(logShare(theta, t));
  out[1] = t * out[0];
}

/** The same percentage more people every year: how schemes begin, and never how they end. */
export const exponential: Curve = {
  id: "exponential",
  label: { en: "Same percentage of growth every year", vi: "Mỗi năm tăng cùng một tỷ lệ" },
  describe: {
    en: "Every year the number of people covered grows by the same percentage, until everybody is covered.",
    vi: "Mỗi năm số người tham gia tăng theo cùng một tỷ lệ, cho tới khi bao phủ hết.",
  },
  reference: "Malthus (1798), An essay on the principle of population",
  parameters,
  optional: true,
  minimumPoints: 3,
  value,
  gradient,
  fit(data) {
    const logs = Array.from(data.z, (z) => -Math.log1p(Math.exp(-z)));
    const line = linearRegression(data.t, logs);
    return fitRegression({ parameters, value, gradient }, data, [Math.min(FULL, line.intercept), line.slope], null);
  },
  example: { parameters: [-2 * Math.LN2, Math.LN2 / 8], t: 8, ceiling: 1, z: 0 },
};
