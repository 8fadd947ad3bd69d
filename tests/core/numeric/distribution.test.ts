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
