import fc from "fast-check";
import { expect, it } from "vitest";
import { backSubstitute, choleskyFactor, householder, inverseOfGram } from "../../../src/core/numeric/matrix.ts";

const entry = fc.double({ min: -10, max: 10, noNaN: true });

it("keeps A'A in R'R, and lengths in Q'b", () => {
  fc.assert(
    fc.property(fc.array(entry, { minLength: 20, maxLength: 20 }), (values) => {
      const a = Float64Array.from(values.slice(0, 15));
      const b = Float64Array.from(values.slice(15));
      const r = a.slice();
      const projected = b.slice();
      householder(r, 5, 3, projected);
      for (let i = 0; i < 3; i++) {
        for (let j = 0; j <= i; j++) {
          let before = 0;
          let after = 0;
          for (let row = 0; row < 5; row++) before += a[row * 3 + i] * a[row * 3 + j];
          for (let row = 0; row <= j; row++) after += r[row * 3 + i] * r[row * 3 + j];
          expect(after).toBeCloseTo(before, 9);
        }
      }
      expect(Math.hypot(...projected)).toBeCloseTo(Math.hypot(...b), 9);
    }),
    { seed: 1 },
  );
});

it("solves triangles and refuses a zero pivot", () => {
  const x = new Float64Array(2);
  expect(backSubstitute(Float64Array.of(2, 1, 0, 4), 2, [4, 8], x)).toBe(true);
  expect([...x]).toEqual([1, 2]);
  expect(backSubstitute(Float64Array.of(2, 1, 0, 0), 2, [4, 8], x)).toBe(false);
});

it("inverts R'R", () => {
  // R'R = [[4, 2], [2, 17]], determinant 64.
  const inverse = inverseOfGram(Float64Array.of(2, 1, 0, 4), 2);
  [17 / 64, -2 / 64, -2 / 64, 4 / 64].forEach((value, i) => void expect(inverse?.[i]).toBeCloseTo(value, 15));
  expect(inverseOfGram(Float64Array.of(2, 1, 0, 0), 2)).toBeNull();
});

it("factors a covariance, with rows of zeros for what is known exactly", () => {
  expect([...choleskyFactor([4, 2, 2, 10], 2)]).toEqual([2, 0, 1, 3]);
  expect([...choleskyFactor([0, 0, 0, 9], 2)]).toEqual([0, 0, 0, 3]);
  // Perfectly correlated: the second adds nothing of its own.
  expect([...choleskyFactor([1, 2, 2, 4], 2)]).toEqual([1, 0, 2, 0]);
});
