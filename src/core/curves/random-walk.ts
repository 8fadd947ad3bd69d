import type { CurveData, CurveFit } from "./curve.ts";
import { estimateNoise } from "./residual-process.ts";

/** What a local method knows after walking through the readings. */
export interface Walk {
  readonly parameters: readonly number[];
  /** Lower Cholesky factor of the covariance of the parameters for noise of a given sigma. */
  covarianceRoot(sigma: number): readonly number[];
  /** Errors of its prediction of each reading from those before it, the first reading left out. */
  readonly errors: ArrayLike<number>;
  /** Variance of each error in units of sigma^2; absent: the length of the step, as in a random walk. */
  readonly length?: ArrayLike<number>;
  /** How many parameters were estimated from the readings. */
  readonly estimated: number;
  /** Share of the one-step spread that lasts; the rest is gone a year later. 1 if absent. */
  readonly lasting?: number;
}

/** Turns a walk through the readings into a fit that starts from the last reading, with random-walk noise (rho = 1). */
export function fitRandomWalk(data: CurveData, walk: Walk): CurveFit {
  const n = data.t.length;
  const steps = walk.length ?? Float64Array.from({ length: n - 1 }, (_, i) => data.t[i + 1] - data.t[i]);
  const rounding = Float64Array.from({ length: n - 1 }, (_, i) => Math.hypot(data.sd[i], data.sd[i + 1]));
  const noise = estimateNoise(walk.errors, steps, rounding, walk.estimated, walk.estimated);
  return {
    status: "ok",
    parameters: walk.parameters,
    covarianceRoot: walk.covarianceRoot(noise.sigma),
    degreesOfFreedom: noise.degreesOfFreedom,
    rho: 1,
    sigma: noise.sigma * (walk.lasting ?? 1),
    residuals: [0, ...Array.from(walk.errors)],
    aicc: noise.aicc,
  };
}
