import { linearRegression } from "../numeric/statistics.ts";
import { ceilingParameter, ceilingPrior } from "./ceiling.ts";
import type { Curve, CurveParameter } from "./curve.ts";
import { fitRegression } from "./regression.ts";

const parameters: readonly CurveParameter[] = [
  {
    name: "position",
    describe: "logit of the share of its own ceiling reached at the last reading",
    low: -50,
    high: 50,
  },
  { name: "rate", describe: "growth rate a year while far from the ceiling", low: -20, high: 20 },
  ceilingParameter,
];

/** ln(x / (1 + x)) for x = e^u, that is the logarithm of the logistic function, without overflow. */
const logLogistic = (u: number): number => (u > 0 ? -Math.log1p(Math.exp(-u)) : u - Math.log1p(Math.exp(u)));
const logistic = (u: number): number => 1 / (1 + Math.exp(-u));

function value(theta: ArrayLike<number>, t: number): number {
  const log = logLogistic(theta[0] + theta[1] * t) + logLogistic(theta[2]);
  return log - Math.log(-Math.expm1(log));
}

function gradient(theta: ArrayLike<number>, t: number, _ceiling: number, out: Float64Array): void {
  const u = theta[0] + theta[1] * t;
  const log = logLogistic(u) + logLogistic(theta[2]);
  // z = ln s - ln(1 - s), so dz / d ln s = 1 / (1 - s).
  const steep = -1 / Math.expm1(log);
  out[0] = steep * logistic(-u);
  out[1] = out[0] * t;
  out[2] = steep * logistic(-theta[2]);
}

/** An S-curve towards a ceiling of its own, which the readings tell only together with a prior. */
export const logisticCurve: Curve = {
  id: "logistic",
  label: { en: "S-curve to a ceiling", vi: "Đường chữ S tới mức trần" },
  describe: {
    en: "Coverage follows an S-curve that levels off at a ceiling below the limit of the scale.",
    vi: "Độ bao phủ đi theo đường chữ S và chững lại ở một mức trần thấp hơn giới hạn của thang đo.",
  },
  reference: "Verhulst (1838); ceilings need a prior: Debecker and Modis (1994), Technological Forecasting 46",
  parameters,
  optional: true,
  minimumPoints: 4,
  value,
  gradient,
  fit(data) {
    const prior = ceilingPrior(data);
    // Start from the line through the logits of the share of the prior's ceiling.
    const top = logLogistic(prior.mean);
    const position = Array.from(data.z, (z) => {
      const log = Math.min(-0.02, logLogistic(z) - top);
      return log - Math.log(-Math.expm1(log));
    });
    const line = linearRegression(data.t, position);
    return fitRegression({ parameters, value, gradient }, data, [line.intercept, line.slope, prior.mean], {
      parameter: 2,
      ...prior,
    });
  },
  example: { parameters: [0, 0.2, 0], t: 0, ceiling: 1, z: -1.0986122886681098 },
};
