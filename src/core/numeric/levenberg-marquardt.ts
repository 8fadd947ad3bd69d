import { backSubstitute, householder } from "./matrix.ts";

/** The problem as the search sees it: weights applied, priors appended, bounds always there. */
export interface LeastSquaresSystem {
  readonly rows: number;
  readonly start: Float64Array;
  readonly lower: Float64Array;
  readonly upper: Float64Array;
  residuals(theta: Float64Array, out: Float64Array): void;
  jacobian(theta: Float64Array, out: Float64Array): void;
}

/** One way of going downhill: how strongly the first steps are damped, and whether they follow the valley's bend. */
export interface Descent {
  readonly damping: number;
  readonly acceleration: boolean;
  /** What is left, a step later, of the largest column norm: 1 never forgets a scale, less lets go of a far start's. */
  readonly fade: number;
  /** Whether undamped steps at the end dig out the last digits. */
  readonly polish: boolean;
}

/** Where a descent came to rest. */
export interface Rest {
  readonly theta: Float64Array;
  /** Sum of squared residuals. */
  readonly sum: number;
  /** The same at the start. */
  readonly first: number;
  readonly converged: boolean;
  readonly iterations: number;
}

/** A step that changes no parameter by more than this share of its own size is rounding. */
const STEP = 1e-14;
/** Cosine between the residuals and the plane of the model at which the minimum is found (Bates and Watts 1981). */
const COSINE = 1e-11;
/** Share of the damping that linear parameters bear: they are solved for exactly, and only kept from running away. */
const UNDAMPED = 1e-4;
/** Most undamped steps at the end: where residuals are large each gains but a fraction of a digit. */
const POLISH = 100;
/** Largest ratio of acceleration to velocity at which the second-order step is trusted (Transtrum and Sethna 2012). */
const BEND = 0.75;

/**
 * Goes downhill from the start by damped Gauss-Newton steps: each step solves [R; sqrt(damping) D] s = [-Q'r; 0], with D
 * the largest column norms seen (More 1978); damping follows the gain ratio (Nielsen 1999). Parameters on a bound that
 * want to leave the box stand still. Parameters in which the residuals are `linear` are solved for after every step, so
 * that the search goes on among the others alone (variable projection; Golub and Pereyra 1973). Ends with undamped steps, as long as they shrink. Null if the start is not finite.
 */
export function descend(
  system: LeastSquaresSystem,
  descent: Descent,
  limit: number,
  linear: readonly number[] = [],
): Rest | null {
  const k = system.start.length;
  const m = system.rows;
  const theta = system.start.slice();
  const residuals = new Float64Array(m);
  system.residuals(theta, residuals);
  let sum = squares(residuals);
  if (!Number.isFinite(sum)) return null;
  const first = sum;

  const jacobian = new Float64Array(m * k);
  const factor = new Float64Array(m * k);
  const projected = new Float64Array(m);
  const stacked = new Float64Array(2 * k * k);
  const target = new Float64Array(2 * k);
  const scale = new Float64Array(k);
  const step = new Float64Array(k);
  const bend = new Float64Array(k);
  const trial = new Float64Array(k);
  const trialResiduals = new Float64Array(m);
  const ahead = new Float64Array(m);
  const free = new Uint8Array(k);
  const solvedFor = Uint8Array.from({ length: k }, (_, j) => (linear.includes(j) ? 1 : 0));
  let damping = descent.damping;
  let growth = 2;
  let iterations = 0;

  /** Solves the damped system for a right-hand side that is already Q'b. */
  const solve = (rhs: Float64Array, out: Float64Array, lambda: number): boolean => {
    stacked.fill(0);
    target.fill(0);
    const root = Math.sqrt(lambda);
    for (let i = 0; i < k; i++) {
      for (let j = i; j < k; j++) stacked[i * k + j] = factor[i * k + j];
      stacked[(k + i) * k + i] = free[i] ? root * scale[i] * (solvedFor[i] ? UNDAMPED : 1) : 1;
      target[i] = -rhs[i];
    }
    householder(stacked, 2 * k, k, target);
    return backSubstitute(stacked, k, target, out);
  };
  const factorise = (): boolean => {
    system.jacobian(theta, jacobian);
    for (let i = 0; i < m * k; i++) if (!Number.isFinite(jacobian[i])) return false;
    for (let j = 0; j < k; j++) {
      let norm = 0;
      let slope = 0;
      for (let i = 0; i < m; i++) {
        const d = jacobian[i * k + j];
        norm += d * d;
        slope += d * residuals[i];
      }
      scale[j] = Math.max(descent.fade * scale[j], Math.sqrt(norm)) || 1;
      free[j] = (theta[j] <= system.lower[j] && slope > 0) || (theta[j] >= system.upper[j] && slope < 0) ? 0 : 1;
    }
    factor.set(jacobian);
    for (let j = 0; j < k; j++) if (!free[j]) for (let i = 0; i < m; i++) factor[i * k + j] = 0;
    projected.set(residuals);
    householder(factor, m, k, projected);
    return true;
  };
  const bounded = (j: number, value: number) => Math.min(system.upper[j], Math.max(system.lower[j], value));
  /** Adds half the second-order correction to the step, where it is small beside the step. */
  const accelerate = (lambda: number): void => {
    const reach = 0.1;
    for (let j = 0; j < k; j++) trial[j] = theta[j] + reach * step[j];
    system.residuals(trial, trialResiduals);
    for (let i = 0; i < m; i++) {
      let slope = 0;
      for (let j = 0; j < k; j++) slope += jacobian[i * k + j] * step[j];
      ahead[i] = (2 / reach) * ((trialResiduals[i] - residuals[i]) / reach - slope);
      if (!Number.isFinite(ahead[i])) return;
    }
    // The factor is used up by the reflections, so that the right-hand side is projected by factorising anew.
    const copy = jacobian.slice();
    for (let j = 0; j < k; j++) if (!free[j]) for (let i = 0; i < m; i++) copy[i * k + j] = 0;
    householder(copy, m, k, ahead);
    if (!solve(ahead, bend, lambda)) return;
    let velocity = 0;
    let acceleration = 0;
    for (let j = 0; j < k; j++) {
      velocity += (scale[j] * step[j]) ** 2;
      acceleration += (scale[j] * bend[j]) ** 2;
    }
    if (2 * Math.sqrt(acceleration) > BEND * Math.sqrt(velocity)) return;
    for (let j = 0; j < k; j++) step[j] += 0.5 * bend[j];
  };

  const part = new Float64Array(m * linear.length);
  const elsewhere = new Float64Array(linear.length > 0 ? m * k : 0);
  const exact = new Float64Array(linear.length);
  const solved = new Float64Array(k);
  /** Moves the linear parameters of `at` to where they are best, its residuals too; returns the sum of squares. */
  const project = (at: Float64Array, atResiduals: Float64Array): number => {
    const before = squares(atResiduals);
    const q = linear.length;
    if (q === 0 || !Number.isFinite(before)) return before;
    system.jacobian(at, elsewhere);
    for (let i = 0; i < m; i++) {
      for (let j = 0; j < q; j++) part[i * q + j] = elsewhere[i * k + linear[j]];
      ahead[i] = -atResiduals[i];
    }
    householder(part, m, q, ahead);
    if (!backSubstitute(part, q, ahead, exact)) return before;
    solved.set(at);
    for (let j = 0; j < q; j++) solved[linear[j]] += exact[j];
    system.residuals(solved, ahead);
    const after = squares(ahead);
    if (!(after < before)) return before;
    at.set(solved);
    atResiduals.set(ahead);
    return after;
  };

  sum = project(theta, residuals);
  let converged = false;
  while (iterations < limit && !converged) {
    iterations++;
    if (!factorise()) break;
    let along = 0;
    for (let j = 0; j < k; j++) if (free[j]) along += projected[j] ** 2;
    if (!(along > COSINE * COSINE * sum)) {
      converged = true;
      break;
    }
    for (;;) {
      if (!solve(projected, step, damping)) {
        damping = Math.max(1e-12, damping * growth);
        growth *= 2;
        if (damping > 1e30) break;
        continue;
      }
      if (descent.acceleration) accelerate(damping);
      let moves = false;
      for (let j = 0; j < k; j++) {
        trial[j] = free[j] ? bounded(j, theta[j] + step[j]) : theta[j];
        step[j] = trial[j] - theta[j];
        if (Math.abs(step[j]) > STEP * Math.abs(theta[j])) moves = true;
      }
      if (!moves) {
        converged = true;
        break;
      }
      system.residuals(trial, trialResiduals);
      const trialSum = project(trial, trialResiduals);
      const gain = (sum - trialSum) / predictedDrop(factor, projected, step, k);
      if (Number.isFinite(trialSum) && trialSum < sum && gain > 1e-4) {
        theta.set(trial);
        residuals.set(trialResiduals);
        sum = trialSum;
        damping = Math.max(1e-15, damping * Math.max(1 / 3, 1 - (2 * Math.min(gain, 1) - 1) ** 3));
        growth = 2;
        break;
      }
      damping *= growth;
      growth *= 2;
      if (damping > 1e30) {
        converged = true;
        break;
      }
    }
    if (damping > 1e30) break;
  }

  // Gauss-Newton without damping: near the minimum it gains digits where the sum of squares no longer tells.
  let last = Number.POSITIVE_INFINITY;
  for (let i = 0; i < (descent.polish ? POLISH : 0); i++) {
    if (!factorise() || !solve(projected, step, 0)) break;
    let size = 0;
    for (let j = 0; j < k; j++) {
      trial[j] = free[j] ? bounded(j, theta[j] + step[j]) : theta[j];
      size = Math.max(size, Math.abs(trial[j] - theta[j]) / (Math.abs(theta[j]) || 1));
    }
    if (!(size < 0.95 * last) || !(size < 1e-3)) break;
    system.residuals(trial, trialResiduals);
    const trialSum = squares(trialResiduals);
    if (!(trialSum <= sum * (1 + 1e-9))) break;
    theta.set(trial);
    residuals.set(trialResiduals);
    sum = trialSum;
    last = size;
    if (size < 1e-15) break;
  }
  return { theta, sum, first, converged, iterations };
}

function squares(values: Float64Array): number {
  let sum = 0;
  for (let i = 0; i < values.length; i++) sum += values[i] * values[i];
  return sum;
}

/** By how much the linear model says a step lowers the sum of squares: |Q'r|^2 - |Q'r + R s|^2. */
function predictedDrop(r: Float64Array, projected: Float64Array, step: Float64Array, k: number): number {
  let drop = 0;
  for (let i = 0; i < k; i++) {
    let change = 0;
    for (let j = i; j < k; j++) change += r[i * k + j] * step[j];
    drop -= change * (change + 2 * projected[i]);
  }
  return drop;
}
