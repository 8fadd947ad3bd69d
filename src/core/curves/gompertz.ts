import { linearRegression } from "../numeric/statistics.ts";
import { ceilingParameter, ceilingPrior } from "./ceiling.ts";
import type { Curve, CurveParameter } from "./curve.ts";
import { fitRegression } from "./regression.ts";

const parameters: readonly CurveParameter[] = [
  {
    name: "displacement",
    describe: "ln(-ln(share of its own ceiling reached at the last reading))",
    low: -30,
    high: 30,
  },
  { name: "rate", describe: "yearly rate at which that distance falls", low: -5, high: 5 },
  ceilingParameter,
];
/** Beyond e^6.5 = 665 the share is below 1e-288: there the curve is held, so that z stays finite. */
const FURTHEST = 6.5;

const logLogistic = (u: number): number => (u > 0 ? -Math.log1p(Math.exp(-u)) : u - Math.log1p(Math.exp(u)));

function value(theta: ArrayLike<number>, t: number): number {
  const log = logLogistic(theta[2]) - Math.exp(Math.min(FURTHEST, theta[0] - theta[1] * t));
  return log - Math.log(-Math.expm1(log));
}

function gradient(theta: ArrayLike<number>, t: number, _ceiling: number, out: Float64Array): void {
  const x = theta[0] - theta[1] * t;
  const fall = Math.exp(Math.min(FURTHEST, x));
  const steep = -1 / Math.expm1(logLogistic(theta[2]) - fall);
  out[0] = x < FURTHEST ? -steep * fall : 0;
  out[1] = -t * out[0];
  out[2] = steep / (1 + Math.exp(theta[2]));
}

/** A lopsided S-curve: quick to leave the ground, slow to near its ceiling. */
export const gompertz: Curve = {
  id: "gompertz",
  label: { en: "Lopsided S-curve (Gompertz)", vi: "Đường chữ S lệch (Gompertz)" },
  describe: {
    en: "Coverage rises early and then nears its ceiling slowly, each year by a fixed share of the remaining distance on the log scale.",
    vi: "Độ bao phủ tăng sớm rồi tiến chậm tới mức trần, mỗi năm rút ngắn một tỷ lệ cố định của khoảng cách còn lại theo thang logarit.",
  },
  reference: "Gompertz (1825); Winsor (1932), The Gompertz curve as a growth curve, PNAS 18",
  parameters,
  optional: true,
  minimumPoints: 4,
  value,
  gradient,
  fit(data) {
    const prior = ceilingPrior(data);
    const top = logLogistic(prior.mean);
    const distance = Array.from(data.z, (z) => Math.log(Math.max(0.02, top - logLogistic(z))));
    const line = linearRegression(data.t, distance);
    return fitRegression({ parameters, value, gradient }, data, [line.intercept, -line.slope, prior.mean], {
      parameter: 2,
      ...prior,
    });
  },
  example: { parameters: [0, 0.1, 40], t: 0, ceiling: 1, z: -0.5413248546129181 },
};
