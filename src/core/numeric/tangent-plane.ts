import { backSubstitute, householder } from "./matrix.ts";

/** Share of the damping that exactly solved parameters bear: just enough to keep them from running away. */
const UNDAMPED = 1e-4;

/** Where parameters may be, inclusive. */
export interface Box {
  readonly lower: ArrayLike<number>;
  readonly upper: ArrayLike<number>;
}

/** The residuals' tangent plane at one place of a search: the Jacobian, its QR factors, and the steps they propose. */
export class TangentPlane {
  /** Derivatives of the residuals, row by row; the owner writes them before `factorise`. */
  readonly jacobian: Float64Array;
  /** Largest column norms seen, faded. */
  readonly scale: Float64Array;
  /** 0 for parameters on a bound that want out. */
  readonly free: Uint8Array;
  /** Q'r. */
  readonly projected: Float64Array;
  private readonly factor: Float64Array;
  private readonly stacked: Float64Array;
  private readonly target: Float64Array;

  constructor(
    private readonly rows: number,
    private readonly k: number,
  ) {
    this.jacobian = new Float64Array(rows * k);
    this.scale = new Float64Array(k);
    this.free = new Uint8Array(k);
    this.projected = new Float64Array(rows);
    this.factor = new Float64Array(rows * k);
    this.stacked = new Float64Array(2 * k * k);
    this.target = new Float64Array(2 * k);
  }

  /** Takes scales and QR factors of the Jacobian as it stands; false if it is not finite. */
  factorise(theta: Float64Array, residuals: Float64Array, box: Box, fade: number): boolean {
    const { k, rows, jacobian } = this;
    for (let j = 0; j < k; j++) {
      let norm = 0;
      let slope = 0;
      for (let i = 0; i < rows; i++) {
        const d = jacobian[i * k + j];
        norm += d * d;
        slope += d * residuals[i];
      }
      if (!Number.isFinite(norm)) return false;
      this.scale[j] = Math.max(fade * this.scale[j], Math.sqrt(norm)) || 1;
      const leaves = (theta[j] <= box.lower[j] && slope > 0) || (theta[j] >= box.upper[j] && slope < 0);
      this.free[j] = leaves ? 0 : 1;
    }
    this.copyFree(this.factor);
    this.projected.set(residuals);
    householder(this.factor, rows, k, this.projected);
    return true;
  }

  /** Copies the Jacobian, with zeros for parameters that stand on a bound. */
  copyFree(into: Float64Array): void {
    into.set(this.jacobian);
    for (let j = 0; j < this.k; j++) {
      if (!this.free[j]) for (let i = 0; i < this.rows; i++) into[i * this.k + j] = 0;
    }
  }

  /** Squared length of the residuals' shadow on the plane; 0 at a minimum. */
  shadow(): number {
    let along = 0;
    for (let j = 0; j < this.k; j++) if (this.free[j]) along += this.projected[j] ** 2;
    return along;
  }

  /** Solves [R; sqrt(damping) D] s = [-b; 0] for a `b` that is already Q'b; parameters of `solved` are hardly damped. */
  solve(b: Float64Array, out: Float64Array, damping: number, solved: readonly number[]): boolean {
    const { k, stacked, target, factor } = this;
    stacked.fill(0);
    target.fill(0);
    const root = Math.sqrt(damping);
    for (let i = 0; i < k; i++) {
      for (let j = i; j < k; j++) stacked[i * k + j] = factor[i * k + j];
      const borne = solved.length > 0 && solved.includes(i) ? UNDAMPED : 1;
      stacked[(k + i) * k + i] = this.free[i] ? root * this.scale[i] * borne : 1;
      target[i] = -b[i];
    }
    householder(stacked, 2 * k, k, target);
    return backSubstitute(stacked, k, target, out);
  }

  /** By how much the plane says a step lowers the sum of squares: |Q'r|^2 - |Q'r + R s|^2. */
  predictedDrop(step: Float64Array): number {
    let drop = 0;
    for (let i = 0; i < this.k; i++) {
      let change = 0;
      for (let j = i; j < this.k; j++) change += this.factor[i * this.k + j] * step[j];
      drop -= change * (change + 2 * this.projected[i]);
    }
    return drop;
  }
}
