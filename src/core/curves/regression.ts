import { type LeastSquaresFit, leastSquares, type ParameterPrior } from "../numeric/least-squares.ts";
import { backSubstitute, choleskyFactor, householder, inverseOfGram } from "../numeric/matrix.ts";
import type { CurveData, CurveFit, CurveParameter } from "./curve.ts";
import { estimateMemory, estimateNoise, gatheredVariance, MEMORY_PRIOR, NOISE_PRIOR } from "./residual-process.ts";

/** Readings that one free parameter needs; with fewer, the ceiling takes its prior. */
const READINGS_PER_PARAMETER = 4;
/** Rounds of fit and memory: the memory settles to two digits, which is more than the readings know of it. */
const ROUNDS = 2;
/** Rounds where odd readings are weighed down: their weights settle with the fit. */
const HUBER_ROUNDS = 6;
/** Standard deviations beyond which an error counts by its size instead of its square: 95 % as good where none is odd. */
const HUBER_BEND = 1.345;

/** A curve that is fitted to all readings at once, with AR(1) residuals. */
export interface Regression {
  readonly parameters: readonly CurveParameter[];
  value(parameters: ArrayLike<number>, t: number, ceiling: number): number;
  gradient(parameters: ArrayLike<number>, t: number, ceiling: number, out: Float64Array): void;
}

/**
 * Fits a curve on z by generalised least squares: residuals follow AR(1) over steps of unequal length, each row is
 * divided by the spread of its innovation (Prais and Winsten 1954), and imprecise readings count less. The prior, if
 * any, is on the ceiling: one more residual row where readings are many, else the ceiling stands at its prior mean and
 * the covariance carries what its prior leaves open. Priors on other parameters are residual rows always.
 *
 * Where asked, older readings count less by a half-life, and errors beyond 1.345 standard deviations count by their size
 * alone (Huber 1964, by weights that settle over rounds: Holland and Welsch 1977).
 */
export function fitRegression(
  curve: Regression,
  data: CurveData,
  start: readonly number[],
  prior: ParameterPrior | null,
  others: readonly ParameterPrior[] = [],
): CurveFit {
  const n = data.t.length;
  const k = start.length;
  const assumed = prior !== null && n < READINGS_PER_PARAMETER * k;
  const free = assumed ? k - 1 : k;
  const lower = curve.parameters.map((p) => p.low);
  const upper = curve.parameters.map((p) => p.high);
  if (assumed) {
    lower[prior.parameter] = prior.mean;
    upper[prior.parameter] = prior.mean;
  }
  const residuals = new Float64Array(n);
  const scale = new Float64Array(n);
  const carry = new Float64Array(n);
  const length = new Float64Array(n - 1);
  const rounding = new Float64Array(n - 1);
  const errors = new Float64Array(n - 1);
  const row = new Float64Array(k);
  const before = new Float64Array(k);
  const whitenedJacobian = (at: ArrayLike<number>, out: Float64Array) => {
    before.fill(0);
    for (let i = 0; i < n; i++) {
      curve.gradient(at, data.t[i], data.ceiling, row);
      for (let j = 0; j < k; j++) {
        out[i * k + j] = scale[i] * (row[j] - carry[i] * before[j]);
        before[j] = row[j];
      }
    }
  };

  let theta: ArrayLike<number> = start;
  let sigma: number = NOISE_PRIOR.sd;
  let rho: number = MEMORY_PRIOR.rho;
  let fit: LeastSquaresFit | null = null;
  let noise = estimateNoise([], [], [], 0, 0);
  const robust = data.regression?.huber === true;
  const halfLife = data.regression?.halfLife ?? null;
  const recency = Float64Array.from(data.t, (t) => (halfLife === null ? 1 : 2 ** (t / (2 * halfLife))));
  const trust = new Float64Array(n).fill(1);
  const rounds = robust ? HUBER_ROUNDS : ROUNDS;
  for (let round = 0; round < rounds; round++) {
    scale[0] = 1 / Math.sqrt(1 / (1 - rho * rho) + (data.sd[0] / sigma) ** 2);
    for (let i = 1; i < n; i++) {
      const step = data.t[i] - data.t[i - 1];
      carry[i] = rho ** step;
      length[i - 1] = gatheredVariance(rho, step);
      rounding[i - 1] = Math.hypot(data.sd[i], carry[i] * data.sd[i - 1]);
      scale[i] = 1 / Math.sqrt(length[i - 1] + (rounding[i - 1] / sigma) ** 2);
    }
    for (let i = 0; i < n; i++) scale[i] *= recency[i] * Math.sqrt(trust[i]);
    fit = leastSquares({
      rows: n,
      start: theta,
      lower,
      upper,
      priors: prior === null || assumed ? others : [prior, ...others],
      residualSd: sigma,
      search: "once",
      residuals(at, out) {
        let last = 0;
        for (let i = 0; i < n; i++) {
          const residual = curve.value(at, data.t[i], data.ceiling) - data.z[i];
          out[i] = scale[i] * (residual - carry[i] * last);
          last = residual;
        }
      },
      jacobian: whitenedJacobian,
    });
    if (fit.status === "failed") return { status: "failed", reason: fit.reason };
    theta = fit.parameters;
    for (let i = 0; i < n; i++) residuals[i] = data.z[i] - curve.value(theta, data.t[i], data.ceiling);
    for (let i = 1; i < n; i++) errors[i - 1] = residuals[i] - carry[i] * residuals[i - 1];
    // The level is told by all n residuals, so one parameter less is charged to the n - 1 errors.
    noise = estimateNoise(errors, length, rounding, free - 1, free);
    sigma = noise.sigma;
    if (robust) {
      for (let i = 0; i < n; i++) {
        const plain = scale[i] / (recency[i] * Math.sqrt(trust[i]));
        const error = Math.abs(plain * (i === 0 ? residuals[0] : errors[i - 1])) / sigma;
        trust[i] = error > HUBER_BEND ? HUBER_BEND / error : 1;
      }
      for (let i = 1; i < n; i++) errors[i - 1] *= Math.sqrt(trust[i]);
      noise = estimateNoise(errors, length, rounding, free - 1, free);
      sigma = noise.sigma;
    }
    if (round < rounds - 1) rho = estimateMemory(data.t, residuals, free);
  }

  const jacobian = new Float64Array((n + 1 + others.length) * k);
  whitenedJacobian(theta, jacobian);
  const covariance = assumed
    ? covarianceGiven(jacobian, n, k, prior, others, sigma)
    : covarianceOf(jacobian, n, k, prior === null ? others : [prior, ...others], sigma);
  if (covariance === null) return { status: "failed", reason: "the readings cannot tell its parameters apart" };
  return {
    status: "ok",
    parameters: Array.from(theta),
    covarianceRoot: Array.from(choleskyFactor(covariance, k)),
    degreesOfFreedom: noise.degreesOfFreedom,
    rho,
    sigma,
    residuals: Array.from(residuals),
    aicc: noise.aicc,
  };
}

/** sigma^2 (J'J)^-1, the priors among the rows. */
function covarianceOf(
  jacobian: Float64Array,
  n: number,
  k: number,
  priors: readonly ParameterPrior[],
  sigma: number,
): Float64Array | null {
  priors.forEach(({ parameter, sd }, i) => {
    jacobian[(n + i) * k + parameter] = sigma / sd;
  });
  const rows = n + priors.length;
  householder(jacobian, rows, k, new Float64Array(rows));
  const inverse = inverseOfGram(jacobian, k);
  return inverse === null ? null : inverse.map((value) => sigma * sigma * value);
}

/**
 * Covariance where one parameter takes its prior: that of the others given it, and on top what they move by as it
 * moves, d = -(J1'J1)^-1 J1'j, times its prior variance.
 */
function covarianceGiven(
  jacobian: Float64Array,
  n: number,
  k: number,
  prior: ParameterPrior,
  known: readonly ParameterPrior[],
  sigma: number,
): Float64Array | null {
  const others = Array.from({ length: k }, (_, j) => j).filter((j) => j !== prior.parameter);
  const q = others.length;
  const rows = n + known.length;
  const rest = new Float64Array(rows * q);
  const column = new Float64Array(rows);
  for (let i = 0; i < n; i++) {
    for (let j = 0; j < q; j++) rest[i * q + j] = jacobian[i * k + others[j]];
    column[i] = jacobian[i * k + prior.parameter];
  }
  known.forEach(({ parameter, sd }, i) => {
    rest[(n + i) * q + others.indexOf(parameter)] = sigma / sd;
  });
  householder(rest, rows, q, column);
  const move = new Float64Array(q);
  const inverse = inverseOfGram(rest, q);
  if (inverse === null || !backSubstitute(rest, q, column, move)) return null;
  const shift = new Float64Array(k);
  shift[prior.parameter] = prior.sd;
  for (let j = 0; j < q; j++) shift[others[j]] = -move[j] * prior.sd;
  const covariance = new Float64Array(k * k);
  for (let i = 0; i < k; i++) for (let j = 0; j < k; j++) covariance[i * k + j] = shift[i] * shift[j];
  for (let i = 0; i < q; i++)
    for (let j = 0; j < q; j++) covariance[others[i] * k + others[j]] += sigma * sigma * inverse[i * q + j];
  return covariance;
}
