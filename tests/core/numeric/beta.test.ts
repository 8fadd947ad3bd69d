import fc from "fast-check";
import { expect, it } from "vitest";
import { betaCdf, betaQuantile } from "../../../src/core/numeric/beta.ts";

// Shapes, probability and quantile: the first ten by bisection with 40 digits, the last two by another library.
const known: readonly (readonly [number, number, number, number])[] = [
  [2, 3, 0.05, 0.09761146288641434],
  [2, 3, 0.5, 0.3857275681323896],
  [2, 3, 0.95, 0.7513953742698185],
  [0.5, 0.5, 0.01, 0.0002467198171342215],
  [0.5, 0.5, 0.9, 0.9755282581475768],
  [30, 70, 0.001, 0.1724731217313842],
  [30, 70, 0.5, 0.2986619743086957],
  [30, 70, 0.999, 0.4498912610865279],
  [0.1, 5, 0.3, 7.865944939454459e-7],
  [5, 0.1, 0.3, 0.9961846975923838],
  [3000, 7000, 0.025, 0.2910569008654905],
  [1.5, 60, 1e-6, 2.0067528149444635e-6],
];

it.each(known)("beta(%d, %d) has at %d the quantile %d", (a, b, p, x) => {
  expect(betaQuantile(p, a, b) / x).toBeCloseTo(1, 11);
  expect(betaCdf(x, a, b) / p).toBeCloseTo(1, 10);
});

it("is the power law, the uniform law and the arcsine law where these are known in closed form", () => {
  for (const p of [1e-9, 0.1, 0.37, 0.5, 0.8, 0.999]) {
    expect(betaQuantile(p, 1, 1)).toBeCloseTo(p, 13);
    expect(betaQuantile(p, 3, 1)).toBeCloseTo(p ** (1 / 3), 12);
    expect(betaQuantile(p, 0.5, 0.5)).toBeCloseTo(Math.sin((Math.PI * p) / 2) ** 2, 12);
  }
});

it("comes back to the probability it was asked for, from very flat to very sharp", () => {
  const shape = fc.double({ min: -2, max: 5, noNaN: true }).map((e) => 10 ** e);
  fc.assert(
    fc.property(shape, shape, fc.double({ min: 1e-9, max: 0.5, noNaN: true }), (a, b, p) => {
      const x = betaQuantile(p, a, b);
      // Where all the probability sits nearer to an end than a number can lie, there is nothing to come back from.
      if (x > 0 && x < 1 - 1e-9) expect(betaCdf(x, a, b) / p).toBeCloseTo(1, 7);
    }),
    { numRuns: 500 },
  );
});

it("never falls by more than a last bit as the probability rises by very little", () => {
  const shape = fc.double({ min: -1, max: 3, noNaN: true }).map((e) => 10 ** e);
  fc.assert(
    fc.property(shape, shape, fc.double({ min: 0.001, max: 0.99, noNaN: true }), (a, b, p) => {
      const [low, high] = [betaQuantile(p, a, b), betaQuantile(p * (1 + 1e-9), a, b)];
      expect(high).toBeGreaterThanOrEqual(low * (1 - 1e-12));
    }),
    { numRuns: 2000 },
  );
});

it("answers at the ends", () => {
  expect([betaQuantile(0, 2, 3), betaQuantile(1, 2, 3)]).toEqual([0, 1]);
  expect([betaCdf(-1, 2, 3), betaCdf(2, 2, 3)]).toEqual([0, 1]);
});
