import { leastSquares } from "../numeric/least-squares.ts";
import { ceilingParameter, ceilingPrior } from "./ceiling.ts";
import type { Curve, CurveParameter } from "./curve.ts";
import { fitRandomWalk } from "./random-walk.ts";

const parameters: readonly CurveParameter[] = [
  { name: "level", describe: "z at the last reading, known", low: -50, high: 50 },
  {
    name: "hazard",
    describe: "share of the gap to its own ceiling won a year; below 0: share of the covered lost",
    low: -3,
    high: 5,
  },
  ceilingParameter,
];

const logistic = (x: number): number => 1 / (1 + Math.exp(-x));

/**
 * The share after `t` years from share `s`, ceiling `c`, both of the scale's limit, with derivatives by hazard, ceiling
 * and starting share. A hazard above 0 closes the gap c - s, one below 0 acts on s.
 */
function advance(s: number, hazard: number, c: number, t: number) {
  const left = Math.exp(-Math.abs(hazard) * t);
  return hazard >= 0
    ? { share: c - (c - s) * left, byHazard: t * (c - s) * left, byCeiling: 1 - left, byShare: left }
    : { share: s * left, byHazard: t * s * left, byCeiling: 0, byShare: left };
}

/** The limits keep a share far enough inside 0 and 1 for a finite z. */
const inside = (share: number): number => Math.min(1 - 1e-12, Math.max(1e-12, share));

/** The same share of those still outside joins every year, from the last reading. */
export const constantHazard: Curve = {
  id: "constant-hazard",
  label: { en: "Same share of the uncovered every year", vi: "Mỗi năm cùng một tỷ lệ người chưa tham gia" },
  describe: {
    en: "Every year the same share of those still outside joins, so that gains shrink as the ceiling nears.",
    vi: "Mỗi năm cùng một tỷ lệ những người còn ở ngoài tham gia, nên mức tăng nhỏ dần khi tới gần mức trần.",
  },
  reference: "Coleman, Katz and Menzel (1957), The diffusion of an innovation among physicians, Sociometry 20",
  parameters,
  optional: true,
  minimumPoints: 3,
  value(theta, t) {
    const share = inside(advance(logistic(theta[0]), theta[1], logistic(theta[2]), t).share);
    return Math.log(share / (1 - share));
  },
  gradient(theta, t, _ceiling, out) {
    const s = logistic(theta[0]);
    const c = logistic(theta[2]);
    const { share, byHazard, byCeiling, byShare } = advance(s, theta[1], c, t);
    const kept = inside(share);
    const steep = 1 / (kept * (1 - kept));
    out[0] = steep * byShare * s * (1 - s);
    out[1] = steep * byHazard;
    out[2] = steep * byCeiling * c * (1 - c);
  },
  fit(data) {
    const n = data.t.length;
    const prior = ceilingPrior(data);
    const shares = Array.from(data.z, logistic);
    const root = Float64Array.from({ length: n - 1 }, (_, i) => Math.sqrt(data.t[i + 1] - data.t[i]));
    const c = logistic(prior.mean);
    const fit = leastSquares({
      rows: n - 1,
      start: [0.01],
      lower: [parameters[1].low],
      upper: [parameters[1].high],
      search: "once",
      residuals(theta, out) {
        for (let i = 1; i < n; i++) {
          const share = inside(advance(shares[i - 1], theta[0], c, data.t[i] - data.t[i - 1]).share);
          out[i - 1] = (Math.log(share / (1 - share)) - data.z[i]) / root[i - 1];
        }
      },
      jacobian(theta, out) {
        for (let i = 1; i < n; i++) {
          const { share, byHazard } = advance(shares[i - 1], theta[0], c, data.t[i] - data.t[i - 1]);
          const kept = inside(share);
          out[i - 1] = byHazard / (kept * (1 - kept)) / root[i - 1];
        }
      },
    });
    if (fit.status !== "converged") return { status: "failed", reason: `no hazard fits: ${fit.reason}` };
    const hazard = fit.parameters[0];
    let information = 0;
    for (let i = 1; i < n; i++) {
      const { share, byHazard } = advance(shares[i - 1], hazard, c, data.t[i] - data.t[i - 1]);
      const kept = inside(share);
      information += (byHazard / (kept * (1 - kept)) / root[i - 1]) ** 2;
    }
    const perSigma = 1 / Math.sqrt(information);
    return fitRandomWalk(data, {
      parameters: [data.z[n - 1], hazard, prior.mean],
      covarianceRoot: (sigma) => [0, 0, 0, 0, sigma * perSigma, 0, 0, 0, prior.sd],
      errors: fit.residuals.map((residual, i) => -residual * root[i]),
      estimated: 1,
    });
  },
  example: { parameters: [0, Math.LN2, 50], t: 1, ceiling: 1, z: 1.0986122886681098 },
};
