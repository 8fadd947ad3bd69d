import type { LeastSquaresSystem } from "./levenberg-marquardt.ts";

/** Relative change of a parameter by which it is tried whether derivatives follow it. */
const NUDGE = 0.1;
/** A derivative that moves less than this share of its size has not moved. */
const STILL = 1e-9;

/**
 * Finds a set of parameters in which the residuals are linear while the others stand still (Golub and Pereyra 1973): no
 * derivative by one of the set follows another of it. Tried at the start, so that it is a guess that the search must
 * check. Parameters with a bound are left out, since the exact solution might lie outside.
 */
export function linearParameters(system: LeastSquaresSystem): number[] {
  const k = system.start.length;
  const m = system.rows;
  const jacobian = new Float64Array(m * k);
  const nudged = new Float64Array(m * k);
  const theta = system.start.slice();
  system.jacobian(theta, jacobian);
  const follows: boolean[][] = [];
  for (let j = 0; j < k; j++) {
    theta[j] = system.start[j] === 0 ? NUDGE : system.start[j] * (1 + NUDGE);
    system.jacobian(theta, nudged);
    theta[j] = system.start[j];
    follows.push(Array.from({ length: k }, (_, i) => moved(jacobian, nudged, i, m, k)));
  }
  const linear: number[] = [];
  for (let j = 0; j < k; j++) {
    const free = system.lower[j] === Number.NEGATIVE_INFINITY && system.upper[j] === Number.POSITIVE_INFINITY;
    if (free && !follows[j][j] && linear.every((i) => !follows[i][j] && !follows[j][i])) linear.push(j);
  }
  return linear;
}

function moved(a: Float64Array, b: Float64Array, column: number, rows: number, k: number): boolean {
  let largest = 0;
  let change = 0;
  for (let i = 0; i < rows; i++) {
    const at = i * k + column;
    largest = Math.max(largest, Math.abs(a[at]));
    change = Math.max(change, Math.abs(b[at] - a[at]));
  }
  return !(change <= STILL * largest);
}
