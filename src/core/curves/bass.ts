import { ceilingParameter, ceilingPrior } from "./ceiling.ts";
import type { Curve, CurveParameter } from "./curve.ts";
import { fitRegression } from "./regression.ts";

const parameters: readonly CurveParameter[] = [
  { name: "innovation", describe: "ln of the yearly hazard of joining unprompted", low: -14, high: 1 },
  { name: "imitation", describe: "ln of the yearly hazard that those who have joined bring", low: -8, high: 2 },
  { name: "age", describe: "ln of the years from the start to the last reading", low: -2, high: 5 },
  ceilingParameter,
];
/**
 * What other diffusions teach, on logarithms: few join unprompted, most because others have (Sultan, Farley and Lehmann
 * 1990, over 213 of them; half their speed here, since schemes grow slower than sales of a new product). Readings of a
 * few years hardly tell the two apart.
 */
const LEARNED = { innovation: { mean: Math.log(0.01), sd: 1 }, imitation: { mean: Math.log(0.15), sd: 0.6 } } as const;
/** Youngest, in years, that the scheme is taken to be: before its start nobody has joined. */
const YOUNGEST = 0.05;

/** ln of the share of its own ceiling, with its derivatives by the three first parameters. */
function reached(theta: ArrayLike<number>, t: number) {
  const p = Math.exp(theta[0]);
  const q = Math.exp(theta[1]);
  const start = Math.exp(theta[2]);
  const years = Math.max(YOUNGEST, start + t);
  const ratio = q / p;
  const left = Math.exp(-(p + q) * years);
  const won = -Math.expm1(-(p + q) * years);
  const spread = 1 + ratio * left;
  const byRate = (years * left) / won + (years * ratio * left) / spread;
  const byRatio = left / spread;
  const byYears = years > YOUNGEST ? ((p + q) * left) / won + ((p + q) * ratio * left) / spread : 0;
  return {
    log: Math.log(won) - Math.log(spread),
    slopes: [p * byRate + ratio * byRatio, q * byRate - ratio * byRatio, start * byYears],
  };
}

function value(theta: ArrayLike<number>, t: number): number {
  const log = reached(theta, t).log - Math.log1p(Math.exp(-theta[3]));
  return log - Math.log(-Math.expm1(log));
}

function gradient(theta: ArrayLike<number>, t: number, _ceiling: number, out: Float64Array): void {
  const { log, slopes } = reached(theta, t);
  const steep = -1 / Math.expm1(log - Math.log1p(Math.exp(-theta[3])));
  for (let j = 0; j < 3; j++) out[j] = steep * slopes[j];
  out[3] = steep / (1 + Math.exp(theta[3]));
}

/** Some join unprompted, others because they see those who have. */
export const bass: Curve = {
  id: "bass",
  label: { en: "Word of mouth (Bass)", vi: "Lan truyền (Bass)" },
  describe: {
    en: "A few join of themselves, and the more have joined, the more follow them, until the ceiling is near.",
    vi: "Một số người tự tham gia; càng nhiều người đã tham gia thì càng nhiều người theo, cho tới gần mức trần.",
  },
  reference: "Bass (1969), A new product growth for model consumer durables, Management Science 15",
  parameters,
  optional: true,
  minimumPoints: 6,
  value,
  gradient,
  fit(data) {
    const prior = ceilingPrior(data);
    const years = data.t[data.t.length - 1] - data.t[0];
    return fitRegression(
      { parameters, value, gradient },
      data,
      [LEARNED.innovation.mean, LEARNED.imitation.mean, Math.log(years + 3), prior.mean],
      { parameter: 3, ...prior },
      [
        { parameter: 0, ...LEARNED.innovation },
        { parameter: 1, ...LEARNED.imitation },
      ],
    );
  },
  // p = q: the share won is tanh(p years), here 1/2.
  example: {
    parameters: [Math.log(0.1), Math.log(0.1), Math.log(5 * Math.log(3) - 1), 50],
    t: 1,
    ceiling: 1,
    z: 0,
  },
};
