/** A column below this has lost its digits to underflow, and is taken as zero. */
const VANISHED = 1e-290;

/**
 * Reduces the `rows x columns` matrix `a` (row by row) to its upper triangle R by Householder reflections and applies
 * the same reflections to `b`, both in place: afterwards R is the top `columns x columns` of `a`, and the first
 * `columns` entries of `b` hold Q'b (Golub and Van Loan 2013, Matrix Computations, 5.2). rows >= columns. What stands
 * below the diagonal of `a` is left as it falls and must not be read.
 */
export function householder(a: Float64Array, rows: number, columns: number, b: Float64Array): void {
  for (let j = 0; j < columns; j++) {
    let scale = 0;
    for (let i = j; i < rows; i++) scale = Math.max(scale, Math.abs(a[i * columns + j]));
    if (!(scale > VANISHED)) continue;
    let sum = 0;
    for (let i = j; i < rows; i++) sum += (a[i * columns + j] / scale) ** 2;
    const pivot = a[j * columns + j];
    const norm = pivot > 0 ? -scale * Math.sqrt(sum) : scale * Math.sqrt(sum);
    // The reflector is (x - norm e1) / v1, its first entry 1; so scaled, nothing under- or overflows.
    const v1 = pivot - norm;
    const tau = -v1 / norm;
    for (let i = j + 1; i < rows; i++) a[i * columns + j] /= v1;
    for (let c = j + 1; c < columns; c++) {
      let dot = a[j * columns + c];
      for (let i = j + 1; i < rows; i++) dot += a[i * columns + j] * a[i * columns + c];
      dot *= tau;
      a[j * columns + c] -= dot;
      for (let i = j + 1; i < rows; i++) a[i * columns + c] -= dot * a[i * columns + j];
    }
    let dot = b[j];
    for (let i = j + 1; i < rows; i++) dot += a[i * columns + j] * b[i];
    dot *= tau;
    b[j] -= dot;
    for (let i = j + 1; i < rows; i++) b[i] -= dot * a[i * columns + j];
    a[j * columns + j] = norm;
  }
}

/** Solves R x = b for the upper triangle of `r` (`k` columns, row by row) into `x`; false if a pivot is zero. */
export function backSubstitute(r: Float64Array, k: number, b: ArrayLike<number>, x: Float64Array): boolean {
  for (let i = k - 1; i >= 0; i--) {
    let sum = b[i];
    for (let j = i + 1; j < k; j++) sum -= r[i * k + j] * x[j];
    const value = sum / r[i * k + i];
    if (!Number.isFinite(value)) return false;
    x[i] = value;
  }
  return true;
}

/** Returns (R'R)^-1 = R^-1 R^-T from an upper triangle, `k x k` row by row; null if R has no inverse. */
export function inverseOfGram(r: Float64Array, k: number): Float64Array | null {
  const inverse = new Float64Array(k * k);
  const unit = new Float64Array(k);
  const column = new Float64Array(k);
  for (let j = 0; j < k; j++) {
    unit.fill(0);
    unit[j] = 1;
    if (!backSubstitute(r, k, unit, column)) return null;
    for (let i = 0; i < k; i++) inverse[i * k + j] = column[i];
  }
  const gram = new Float64Array(k * k);
  for (let i = 0; i < k; i++) {
    for (let j = 0; j <= i; j++) {
      let sum = 0;
      for (let c = i; c < k; c++) sum += inverse[i * k + c] * inverse[j * k + c];
      if (!Number.isFinite(sum)) return null;
      gram[i * k + j] = sum;
      gram[j * k + i] = sum;
    }
  }
  return gram;
}

/**
 * Returns the lower Cholesky factor L of a covariance, C = L L', `k x k` row by row. A variance of zero (a parameter
 * that is known) gives a row of zeros; so does one that rounding has made slightly negative.
 */
export function choleskyFactor(covariance: ArrayLike<number>, k: number): Float64Array {
  const lower = new Float64Array(k * k);
  for (let j = 0; j < k; j++) {
    let pivot = covariance[j * k + j];
    for (let c = 0; c < j; c++) pivot -= lower[j * k + c] ** 2;
    // Below this share of the variance the pivot is what cancellation leaves, not information.
    if (!(pivot > 1e-14 * covariance[j * k + j])) continue;
    const root = Math.sqrt(pivot);
    lower[j * k + j] = root;
    for (let i = j + 1; i < k; i++) {
      let sum = covariance[i * k + j];
      for (let c = 0; c < j; c++) sum -= lower[i * k + c] * lower[j * k + c];
      lower[i * k + j] = sum / root;
    }
  }
  return lower;
}
