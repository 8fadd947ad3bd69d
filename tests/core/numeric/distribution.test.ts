import fc from "fast-check";
import { expect, it } from "vitest";
import type { Distribution } from "../../../src/core/domain.ts";
import { distributionMedian, distributionQuantile } from "../../../src/core/numeric/distribution.ts";

const all: readonly Distribution[] = [
  { kind: "fixed", value: 0.3 },
  { kind: "uniform", low: 1, high: 3 },
  { kind: "triangle", low: 1, mode: 2, high: 4 },
  { kind: "triangle", low: 1, mode: 1, high: 4 },
  { kind: "triangle", low: 1, mode: 4, high: 4 },
  { kind: "triangle", low: 2, mode: 2, high: 2 },
  { kind: "normal", mean: 1, sd: 2 },
  { kind: "lognormal", mu: 0, sigma: 0.5 },
  { kind: "logitnormal", mu: 0, sigma: 1 },
  { kind: "beta", alpha: 2, beta: 3 },
  { kind: "beta", alpha: 0.3, beta: 0.2 },
  { kind: "pert", low: 1, mode: 2, high: 4 },
  { kind: "pert", low: 1, mode: 4, high: 4 },
  { kind: "pert", low: 2, mode: 2, high: 2 },
  { kind: "discrete", values: [1, 2, 5], weights: [0.25, 0.5, 0.25] },
];

it("never falls as the probability rises, for every kind", () => {
  for (const d of all)
    fc.assert(
      fc.property(
        fc.double({ min: 1e-9, max: 1 - 1e-9, noNaN: true }),
        fc.double({ min: 0, max: 1, noNaN: true }),
        (u, w) => {
          // A last bit may be lost on the way through a logarithm or a root.
          const hair = 1e-12;
          expect(distributionQuantile(d, u) + hair).toBeGreaterThanOrEqual(
            distributionQuantile(d, u * Math.max(w, 1e-6)),
          );
        },
      ),
    );
});

it("has the medians that the formulas give", () => {
  expect(distributionMedian({ kind: "uniform", low: 1, high: 3 })).toBe(2);
  // Symmetric triangle: the mode. Half of the probability lies below low + sqrt(width (mode - low) / 2).
  expect(distributionMedian({ kind: "triangle", low: 0, mode: 1, high: 2 })).toBeCloseTo(1, 12);
  expect(distributionMedian({ kind: "triangle", low: 0, mode: 4, high: 4 })).toBeCloseTo(Math.sqrt(8), 12);
  expect(distributionMedian({ kind: "lognormal", mu: Math.log(7), sigma: 1 })).toBeCloseTo(7, 12);
  expect(distributionMedian({ kind: "logitnormal", mu: 0, sigma: 3 })).toBe(0.5);
});

it("has the mean that PERT is made for, within its ends", () => {
  const pert = { kind: "pert", low: 20, mode: 40, high: 80 } as const;
  const draws = Array.from({ length: 2000 }, (_, i) => distributionQuantile(pert, (i + 0.5) / 2000));
  expect(draws.reduce((sum, x) => sum + x / 2000, 0)).toBeCloseTo((20 + 4 * 40 + 80) / 6, 3);
  expect(Math.min(...draws)).toBeGreaterThan(20);
  expect(Math.max(...draws)).toBeLessThan(80);
});

it("takes discrete values as often as their weights say", () => {
  const dice = { kind: "discrete", values: [1, 2, 5], weights: [0.25, 0.5, 0.25] } as const;
  const draws = Array.from({ length: 400 }, (_, i) => distributionQuantile(dice, (i + 0.5) / 400));
  expect(dice.values.map((value) => draws.filter((x) => x === value).length)).toEqual([100, 200, 100]);
});
