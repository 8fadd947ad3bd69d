import fc from "fast-check";
import { expect, it } from "vitest";
import { polynomialThrough } from "../../../src/core/numeric/polynomial.ts";

const valueAt = (coefficients: Float64Array, d: number) => coefficients.reduceRight((sum, c) => sum * d + c, 0);

it("gives back a polynomial of degree 5", () => {
  const coefficient = fc.double({ min: -9, max: 9, noNaN: true });
  fc.assert(
    fc.property(fc.array(coefficient, { minLength: 6, maxLength: 6 }), coefficient, (given, middle) => {
      const found = polynomialThrough((x) => valueAt(Float64Array.from(given), x - middle), middle, 2);
      found.forEach((c, power) => {
        expect(c).toBeCloseTo(given[power], 9);
      });
    }),
  );
});

it("errs on other functions by no more than it says", () => {
  for (const half of [0.1, 0.5, 1]) {
    const found = polynomialThrough(Math.exp, 1, half);
    let worst = 0;
    for (let d = -half; d <= half; d += half / 500)
      worst = Math.max(worst, Math.abs(valueAt(found, d) - Math.exp(1 + d)));
    expect(worst).toBeLessThan((Math.exp(1 + half) * half ** 6) / 23040 + 1e-15);
    expect(worst).toBeGreaterThan((Math.exp(1 - half) * half ** 6) / 23040 / 2);
  }
});
