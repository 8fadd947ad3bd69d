/** Where the polynomial meets the function, -1..1: the zeros of the Chebyshev polynomial of degree 6. */
const NODES = Array.from({ length: 6 }, (_, i) => Math.cos((Math.PI * (2 * i + 1)) / 12));

/**
 * Returns the six coefficients, constant first, of a polynomial in x - middle that is close to f on middle +- half: it
 * meets f at the Chebyshev nodes, and errs by at most max |f'(6)| half^6 / 23040 elsewhere.
 */
export function polynomialThrough(f: (x: number) => number, middle: number, half: number): Float64Array {
  // Newton's divided differences, in units of the half width.
  const differences = NODES.map((node) => f(middle + node * half));
  for (let order = 1; order < NODES.length; order++)
    for (let i = NODES.length - 1; i >= order; i--)
      differences[i] = (differences[i] - differences[i - 1]) / (NODES[i] - NODES[i - order]);
  const coefficients = new Float64Array(NODES.length);
  for (let i = NODES.length - 1; i >= 0; i--) {
    // Multiply by (x - node i) and add the difference.
    for (let power = NODES.length - 1; power > 0; power--)
      coefficients[power] = coefficients[power - 1] - NODES[i] * coefficients[power];
    coefficients[0] = differences[i] - NODES[i] * coefficients[0];
  }
  return coefficients.map((c, power) => c / half ** power);
}
