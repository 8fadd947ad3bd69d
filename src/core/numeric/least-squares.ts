import { type Descent, descend, type LeastSquaresSystem, type Rest } from "./levenberg-marquardt.ts";
import { linearParameters } from "./linear-parameters.ts";
import { householder, inverseOfGram } from "./matrix.ts";

/** A least squares problem: residuals of `rows` readings as a function of some parameters. */
export interface LeastSquaresProblem {
  /** Number of residuals. */
  readonly rows: number;
  /** Where the search starts; its length is the number of parameters. */
  readonly start: ArrayLike<number>;
  /** Writes the residuals (model less reading) at `theta` into `out`. */
  residuals(theta: Float64Array, out: Float64Array): void;
  /** Writes their derivatives into `out`, row by row, rows x parameters. */
  jacobian(theta: Float64Array, out: Float64Array): void;
  /** The same residuals with all the digits of a double, for the sum of squares at the end; absent: `residuals`. */
  fineResiduals?(theta: Float64Array, out: Float64Array): void;
  /** Bounds on each parameter; absent: none. */
  readonly lower?: ArrayLike<number>;
  readonly upper?: ArrayLike<number>;
  /** Weight of each squared residual; absent: 1. */
  readonly weights?: ArrayLike<number>;
  /** Prior knowledge of single parameters, each one more residual row: (theta - mean) / sd. */
  readonly priors?: readonly ParameterPrior[];
  /** Standard deviation of a residual of weight 1, which a prior is weighed against; 1 if absent. */
  readonly residualSd?: number;
  /** `once`: one descent from the start. `thorough` (default): several, told apart by damping; the best is kept. */
  readonly search?: "once" | "thorough";
  readonly maximumIterations?: number;
}

/** A normal prior on one parameter, by its position. */
export interface ParameterPrior {
  readonly parameter: number;
  readonly mean: number;
  readonly sd: number;
}

/** What a fit hands back. All numbers are finite, but for standard errors that the data leave open: Infinity. */
export interface LeastSquaresFit {
  readonly status: "converged" | "singular" | "iteration-limit" | "failed";
  /** Why the search ended as it did, in plain words. */
  readonly reason: string;
  readonly parameters: Float64Array;
  /** s^2 (J'J)^-1, row by row. */
  readonly covariance: Float64Array;
  readonly standardErrors: Float64Array;
  /** Weighted residuals of the readings, priors not among them. */
  readonly residuals: Float64Array;
  /** Sum of squares of `residuals`. */
  readonly residualSumOfSquares: number;
  /** s, from readings and priors together. */
  readonly residualStandardDeviation: number;
  /** Readings and priors less parameters. */
  readonly degreesOfFreedom: number;
  readonly iterations: number;
}

const CERTIFIED = { cosine: 1e-11, smallest: 1e-14, polish: true } as const;
/** From bold to timid. A bold first step finds far minima, a timid one stays in the valley of the start. */
const DESCENTS: readonly Descent[] = [
  { ...CERTIFIED, damping: 1e-3, acceleration: false, fade: 1 },
  { ...CERTIFIED, damping: 1e-3, acceleration: true, fade: 1 },
  { ...CERTIFIED, damping: 1, acceleration: true, fade: 1 },
  { ...CERTIFIED, damping: 100, acceleration: false, fade: 1 },
  { ...CERTIFIED, damping: 1e-8, acceleration: false, fade: 1 },
];
/** The same where some parameters are solved for: what is left to search for bends less, and may be far away. */
const PROJECTED: readonly Descent[] = [
  { ...CERTIFIED, damping: 1e-3, acceleration: false, fade: 0.3 },
  { ...CERTIFIED, damping: 100, acceleration: false, fade: 0.3 },
];
/** One descent, to a ten-thousandth of a standard error or so, for fits by the thousand. */
const ONCE: Descent = { damping: 1e-3, acceleration: false, fade: 1, cosine: 1e-4, smallest: 1e-9, polish: false };

/**
 * Minimises a sum of squares by Levenberg-Marquardt (Marquardt 1963; step control by gain ratio, Nielsen 1999; scaling
 * by columns, More 1978; geodesic acceleration, Transtrum and Sethna 2012) on QR factors of the Jacobian, never on the
 * normal equations. Never throws and never returns NaN: a start where the residuals are not finite, fewer rows than
 * parameters, or a parameter that the data cannot tell is a status with a reason.
 */
export function leastSquares(problem: LeastSquaresProblem): LeastSquaresFit {
  const system = withPriors(problem);
  const k = problem.start.length;
  if (system.rows < k) return failure(problem, `${system.rows} readings cannot tell ${k} parameters`);

  const limit = problem.maximumIterations ?? (problem.search === "once" ? 100 : 1000);
  const found: (Rest | null)[] = [];
  if (problem.search === "once") found.push(descend(system, ONCE, limit));
  else {
    for (const descent of DESCENTS) found.push(descend(system, descent, limit));
    const linear = linearParameters(system);
    if (linear.length > 0) for (const descent of PROJECTED) found.push(descend(system, descent, limit, linear));
  }
  const best = found.reduce((a, b) => (a === null || (b !== null && better(b, a)) ? b : a), null);
  if (best === null) return failure(problem, "the residuals are not finite at the start");
  return report(problem, system, best.theta, best.converged, best.iterations);
}

/**
 * A relative difference below 1e-9, or one at the level of rounding in the residuals at the start, tells nothing: then
 * the run that met its test of convergence is the better one, and of two such the earlier, so that exchangeable
 * parameters stay in the order of their start.
 */
function better(a: Rest, b: Rest): boolean {
  if (Math.abs(a.sum - b.sum) <= 1e-9 * b.sum + 1e-24 * b.first) return a.converged && !b.converged;
  return a.sum < b.sum;
}

function withPriors(problem: LeastSquaresProblem): LeastSquaresSystem {
  const k = problem.start.length;
  const n = problem.rows;
  const priors = problem.priors ?? [];
  const roots = problem.weights ? Float64Array.from(problem.weights, Math.sqrt) : null;
  const pull = priors.map((prior) => (problem.residualSd ?? 1) / prior.sd);
  const lower = Float64Array.from(problem.lower ?? new Float64Array(k).fill(Number.NEGATIVE_INFINITY));
  const upper = Float64Array.from(problem.upper ?? new Float64Array(k).fill(Number.POSITIVE_INFINITY));
  return {
    rows: n + priors.length,
    start: Float64Array.from(problem.start, (value, j) => Math.min(upper[j], Math.max(lower[j], value))),
    lower,
    upper,
    residuals(theta, out) {
      problem.residuals(theta, out);
      if (roots !== null) for (let i = 0; i < n; i++) out[i] *= roots[i];
      for (let i = 0; i < priors.length; i++) out[n + i] = pull[i] * (theta[priors[i].parameter] - priors[i].mean);
    },
    jacobian(theta, out) {
      problem.jacobian(theta, out);
      if (roots !== null) for (let i = 0; i < n * k; i++) out[i] *= roots[(i / k) | 0];
      for (let i = 0; i < priors.length; i++) {
        out.fill(0, (n + i) * k, (n + i + 1) * k);
        out[(n + i) * k + priors[i].parameter] = pull[i];
      }
    },
  };
}

function report(
  problem: LeastSquaresProblem,
  system: LeastSquaresSystem,
  theta: Float64Array,
  converged: boolean,
  iterations: number,
): LeastSquaresFit {
  const k = theta.length;
  const residuals = new Float64Array(system.rows);
  const jacobian = new Float64Array(system.rows * k);
  system.residuals(theta, residuals);
  if (problem.fineResiduals !== undefined) refine(problem, theta, residuals);
  system.jacobian(theta, jacobian);
  let sum = 0;
  let own = 0;
  for (let i = 0; i < system.rows; i++) {
    sum += residuals[i] ** 2;
    if (i < problem.rows) own += residuals[i] ** 2;
  }
  const degreesOfFreedom = system.rows - k;
  const variance = degreesOfFreedom > 0 ? sum / degreesOfFreedom : 0;

  householder(jacobian, system.rows, k, new Float64Array(system.rows));
  const open = undetermined(jacobian, k);
  const inverse = open < 0 ? inverseOfGram(jacobian, k) : null;
  const covariance = new Float64Array(k * k).fill(Number.POSITIVE_INFINITY);
  if (inverse !== null) for (let i = 0; i < k * k; i++) covariance[i] = variance * inverse[i];
  const status = inverse === null ? "singular" : converged ? "converged" : "iteration-limit";
  const reasons = {
    converged: "no step lowers the sum of squares",
    singular: `the readings cannot tell parameter ${open + 1} from the others`,
    "iteration-limit": `no minimum within ${iterations} steps`,
  };
  return {
    status,
    reason: reasons[status],
    parameters: theta,
    covariance,
    standardErrors: Float64Array.from({ length: k }, (_, j) => Math.sqrt(covariance[j * k + j])),
    residuals: residuals.slice(0, problem.rows),
    residualSumOfSquares: own,
    residualStandardDeviation: Math.sqrt(variance),
    degreesOfFreedom,
    iterations,
  };
}

/**
 * Puts residuals of full accuracy in the place of the others. Where a model fits to the last digits, what is left is the
 * difference of nearly equal numbers, and rounding in the model would be taken for noise of the readings.
 */
function refine(problem: LeastSquaresProblem, theta: Float64Array, residuals: Float64Array): void {
  const fine = new Float64Array(problem.rows);
  problem.fineResiduals?.(theta, fine);
  for (let i = 0; i < problem.rows; i++) {
    if (Number.isFinite(fine[i])) residuals[i] = fine[i] * Math.sqrt(problem.weights?.[i] ?? 1);
  }
}

/** The first column whose part that is new after the columns before it is rounding; -1 if there is none. */
function undetermined(r: Float64Array, k: number): number {
  for (let j = 0; j < k; j++) {
    let norm = 0;
    for (let i = 0; i <= j; i++) norm = Math.hypot(norm, r[i * k + j]);
    if (!(Math.abs(r[j * k + j]) > 1e-14 * norm)) return j;
  }
  return -1;
}

function failure(problem: LeastSquaresProblem, reason: string): LeastSquaresFit {
  const k = problem.start.length;
  return {
    status: "failed",
    reason,
    parameters: Float64Array.from(problem.start, (value) => (Number.isFinite(value) ? value : 0)),
    covariance: new Float64Array(k * k).fill(Number.POSITIVE_INFINITY),
    standardErrors: new Float64Array(k).fill(Number.POSITIVE_INFINITY),
    residuals: new Float64Array(problem.rows),
    residualSumOfSquares: 0,
    residualStandardDeviation: 0,
    degreesOfFreedom: Math.max(0, problem.rows - k),
    iterations: 0,
  };
}
