import { linearRegression } from "../numeric/statistics.ts";
import { ceilingParameter, ceilingPrior } from "./ceiling.ts";
import type { Curve, CurveParameter } from "./curve.ts";
import { fitRegression } from "./regression.ts";

const parameters: readonly CurveParameter[] = [
  { name: "position", describe: "how far along the curve the last reading is", low: -30, high: 30 },
  { name: "rate", describe: "yearly rate", low: -5, high: 5 },
  { name: "shape", describe: "ln(nu): 0 is the logistic, far below it the Gompertz curve", low: -3, high: 3 },
  ceilingParameter,
];
/** The shape is hardly told by the readings: nu lies between 0.6 and 1.6 two times in three, around the logistic curve. */
const SHAPE = { parameter: 2, mean: 0, sd: 0.5 } as const;
/** Further back the share is below 1e-40: there the curve is held, so that z stays finite. */
const FURTHEST = -90;

/** ln of the share of its own ceiling, with what its derivatives need. */
function reached(theta: ArrayLike<number>, t: number) {
  const nu = Math.exp(theta[2]);
  const x = theta[0] + theta[1] * t;
  const fall = Math.exp(-Math.max(FURTHEST, x));
  const log = Math.log1p(nu * fall) / nu;
  return { log: -log, byPosition: x > FURTHEST ? fall / (1 + nu * fall) : 0, byShape: log - fall / (1 + nu * fall) };
}

function value(theta: ArrayLike<number>, t: number): number {
  const log = reached(theta, t).log - Math.log1p(Math.exp(-theta[3]));
  return log - Math.log(-Math.expm1(log));
}

function gradient(theta: ArrayLike<number>, t: number, _ceiling: number, out: Float64Array): void {
  const { log, byPosition, byShape } = reached(theta, t);
  const steep = -1 / Math.expm1(log - Math.log1p(Math.exp(-theta[3])));
  out[0] = steep * byPosition;
  out[1] = t * out[0];
  out[2] = steep * byShape;
  out[3] = steep / (1 + Math.exp(theta[3]));
}

/** An S-curve whose lopsidedness the readings decide. */
export const richards: Curve = {
  id: "richards",
  label: { en: "S-curve of free shape (Richards)", vi: "Đường chữ S tự do (Richards)" },
  describe: {
    en: "Coverage follows an S-curve towards its ceiling; the readings decide whether its quick part comes early or late.",
    vi: "Độ bao phủ theo đường chữ S tới mức trần; số liệu quyết định giai đoạn nhanh đến sớm hay muộn.",
  },
  reference: "Richards (1959), A flexible growth function for empirical use, Journal of Experimental Botany 10",
  parameters,
  optional: true,
  minimumPoints: 6,
  value,
  gradient,
  fit(data) {
    const prior = ceilingPrior(data);
    const line = linearRegression(data.t, data.z);
    return fitRegression(
      { parameters, value, gradient },
      data,
      [line.intercept, line.slope, 0, prior.mean],
      { parameter: 3, ...prior },
      [SHAPE],
    );
  },
  example: { parameters: [0, 0.3, 0, 50], t: 0, ceiling: 1, z: 0 },
};
