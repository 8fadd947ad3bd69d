import { backSubstitute, householder } from "./matrix.ts";
import { TangentPlane } from "./tangent-plane.ts";

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
  /** Cosine between the residuals and the plane of the model at which the minimum is found. */
  readonly cosine: number;
  /** A step that changes every parameter by less than this share of its size is rounding. */
  readonly smallest: number;
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

/** Most undamped steps at the end: where residuals are large each gains but a fraction of a digit. */
const POLISH = 100;
/** Largest ratio of acceleration to velocity at which the second-order step is trusted (Transtrum and Sethna 2012). */
const BEND = 0.75;
/** Share of a step by which the bend of the valley is felt out ahead. */
const REACH = 0.1;
/** Beyond this damping a step is too short to change anything. */
const STUCK = 1e30;

/**
 * Goes downhill from the start by damped Gauss-Newton steps: each step solves [R; sqrt(damping) D] s = [-Q'r; 0], with D
 * the largest column norms seen (More 1978); damping follows the gain ratio (Nielsen 1999). Parameters on a bound that
 * want to leave the box stand still. Parameters in which the residuals are `linear` are solved for after every step, so
 * that the search goes on among the others alone (variable projection; Golub and Pereyra 1973). Ends, where asked, with
 * undamped steps as long as they shrink. Null if the start is not finite.
 */
export function descend(
  system: LeastSquaresSystem,
  descent: Descent,
  limit: number,
  linear: readonly number[] = [],
): Rest | null {
  const rows = system.rows;
  const k = system.start.length;
  const key = `${rows} ${k}`;
  const search = idle.get(key) ?? new Search(rows, k);
  // Taken out while in use, since residuals may need a search of their own.
  idle.delete(key);
  const rest = search.run(system, descent, limit, linear);
  if (rows * k <= SMALL) idle.set(key, search);
  return rest;
}

/** Largest Jacobian whose scratch space is kept. */
const SMALL = 1024;
/** Scratch space by size: most fits are small and many, so that making arrays would cost more than the arithmetic. */
const idle = new Map<string, Search>();

class Search {
  private readonly plane: TangentPlane;
  private readonly theta: Float64Array;
  private readonly residuals: Float64Array;
  private readonly step: Float64Array;
  private readonly bend: Float64Array;
  private readonly trial: Float64Array;
  private readonly trialResiduals: Float64Array;
  private readonly ahead: Float64Array;
  private readonly spare: Float64Array;
  private sum = 0;
  private damping = 0;
  private growth = 2;
  private system!: LeastSquaresSystem;
  private descent!: Descent;
  private linear: readonly number[] = [];

  constructor(
    private readonly rows: number,
    private readonly k: number,
  ) {
    this.plane = new TangentPlane(rows, k);
    this.theta = new Float64Array(k);
    this.residuals = new Float64Array(rows);
    this.step = new Float64Array(k);
    this.bend = new Float64Array(k);
    this.trial = new Float64Array(k);
    this.trialResiduals = new Float64Array(rows);
    this.ahead = new Float64Array(rows);
    this.spare = new Float64Array(rows * k);
  }

  run(system: LeastSquaresSystem, descent: Descent, limit: number, linear: readonly number[]): Rest | null {
    this.system = system;
    this.descent = descent;
    this.linear = linear;
    this.damping = descent.damping;
    this.growth = 2;
    this.plane.scale.fill(0);
    this.theta.set(system.start);
    system.residuals(this.theta, this.residuals);
    const first = squares(this.residuals);
    if (!Number.isFinite(first)) return null;
    this.sum = this.project(this.theta, this.residuals);
    let iterations = 0;
    let converged = false;
    while (iterations < limit && !converged) {
      iterations++;
      if (!this.factorise()) break;
      converged = !(this.plane.shadow() > descent.cosine ** 2 * this.sum) || !this.advance();
    }
    if (descent.polish) this.polish();
    return { theta: this.theta.slice(), sum: this.sum, first, converged, iterations };
  }

  /** Shortens the step until one lowers the sum of squares, and takes it; false if none does. */
  private advance(): boolean {
    const { k, plane, theta, step, trial, trialResiduals } = this;
    while (this.damping <= STUCK) {
      if (plane.solve(plane.projected, step, this.damping, this.linear)) {
        if (this.descent.acceleration) this.accelerate();
        let moves = false;
        for (let j = 0; j < k; j++) {
          trial[j] = plane.free[j] ? this.bounded(j, theta[j] + step[j]) : theta[j];
          step[j] = trial[j] - theta[j];
          if (Math.abs(step[j]) > this.descent.smallest * Math.abs(theta[j])) moves = true;
        }
        if (!moves) return false;
        this.system.residuals(trial, trialResiduals);
        const trialSum = this.project(trial, trialResiduals);
        const gain = (this.sum - trialSum) / plane.predictedDrop(step);
        if (Number.isFinite(trialSum) && trialSum < this.sum && gain > 1e-4) {
          theta.set(trial);
          this.residuals.set(trialResiduals);
          this.sum = trialSum;
          this.damping = Math.max(1e-15, this.damping * Math.max(1 / 3, 1 - (2 * Math.min(gain, 1) - 1) ** 3));
          this.growth = 2;
          return true;
        }
      }
      this.damping *= this.growth;
      this.growth *= 2;
    }
    return false;
  }

  private factorise(): boolean {
    this.system.jacobian(this.theta, this.plane.jacobian);
    return this.plane.factorise(this.theta, this.residuals, this.system, this.descent.fade);
  }

  private bounded(j: number, value: number): number {
    return Math.min(this.system.upper[j], Math.max(this.system.lower[j], value));
  }

  /** Adds half the second-order correction to the step, where it is small beside the step. */
  private accelerate(): void {
    const { k, rows, plane, theta, step, bend, trial, ahead, residuals } = this;
    for (let j = 0; j < k; j++) trial[j] = theta[j] + REACH * step[j];
    this.system.residuals(trial, this.trialResiduals);
    for (let i = 0; i < rows; i++) {
      let slope = 0;
      for (let j = 0; j < k; j++) slope += plane.jacobian[i * k + j] * step[j];
      ahead[i] = (2 / REACH) * ((this.trialResiduals[i] - residuals[i]) / REACH - slope);
      if (!Number.isFinite(ahead[i])) return;
    }
    // The reflections are not kept, so that the right-hand side is projected by factorising anew.
    plane.copyFree(this.spare);
    householder(this.spare, rows, k, ahead);
    if (!plane.solve(ahead, bend, this.damping, this.linear)) return;
    let velocity = 0;
    let acceleration = 0;
    for (let j = 0; j < k; j++) {
      velocity += (plane.scale[j] * step[j]) ** 2;
      acceleration += (plane.scale[j] * bend[j]) ** 2;
    }
    if (2 * Math.sqrt(acceleration) > BEND * Math.sqrt(velocity)) return;
    for (let j = 0; j < k; j++) step[j] += 0.5 * bend[j];
  }

  /** Moves the linear parameters of `at` to where they are best, its residuals too; returns the sum of squares. */
  private project(at: Float64Array, atResiduals: Float64Array): number {
    const before = squares(atResiduals);
    const q = this.linear.length;
    if (q === 0 || !Number.isFinite(before)) return before;
    const { k, rows, spare, ahead } = this;
    this.system.jacobian(at, spare);
    const part = new Float64Array(rows * q);
    for (let i = 0; i < rows; i++) {
      for (let j = 0; j < q; j++) part[i * q + j] = spare[i * k + this.linear[j]];
      ahead[i] = -atResiduals[i];
    }
    householder(part, rows, q, ahead);
    const change = new Float64Array(q);
    if (!backSubstitute(part, q, ahead, change)) return before;
    const solved = at.slice();
    for (let j = 0; j < q; j++) solved[this.linear[j]] += change[j];
    this.system.residuals(solved, ahead);
    const after = squares(ahead);
    if (!(after < before)) return before;
    at.set(solved);
    atResiduals.set(ahead);
    return after;
  }

  /** Takes undamped steps as long as they shrink: they gain digits where the sum of squares no longer tells. */
  private polish(): void {
    const { k, plane, theta, step, trial, trialResiduals } = this;
    let last = Number.POSITIVE_INFINITY;
    for (let i = 0; i < POLISH; i++) {
      if (!this.factorise() || !plane.solve(plane.projected, step, 0, this.linear)) return;
      let size = 0;
      for (let j = 0; j < k; j++) {
        trial[j] = plane.free[j] ? this.bounded(j, theta[j] + step[j]) : theta[j];
        size = Math.max(size, Math.abs(trial[j] - theta[j]) / (Math.abs(theta[j]) || 1));
      }
      if (!(size < 0.95 * last) || !(size < 1e-3)) return;
      this.system.residuals(trial, trialResiduals);
      const trialSum = squares(trialResiduals);
      if (!(trialSum <= this.sum * (1 + 1e-9))) return;
      theta.set(trial);
      this.residuals.set(trialResiduals);
      this.sum = trialSum;
      last = size;
      if (size < 1e-15) return;
    }
  }
}

function squares(values: Float64Array): number {
  let sum = 0;
  for (let i = 0; i < values.length; i++) sum += values[i] * values[i];
  return sum;
}
