import fc from "fast-check";
import { expect, it } from "vitest";
import { outlookShare, toShares } from "../../../src/core/curves/outlook.ts";
import { insideCeiling } from "../../../src/core/units.ts";

const width = fc.double({ min: 1e-3, max: 0.5, noNaN: true });
const ceiling = fc.constantFrom(1, 0.9, 0.4);

it("turns many x at once into the shares that each has alone", () => {
  const way = fc.double({ min: 1e-6, max: 1 - 1e-6, noNaN: true });
  const x = fc.oneof(fc.double({ min: -9, max: 9, noNaN: true }), fc.double({ min: -1e9, max: 1e9, noNaN: true }));
  fc.assert(
    fc.property(way, width, width, ceiling, fc.array(x), (at, lower, upper, limit, xs) => {
      const foreseen = { centre: at * limit, lower, upper, ceiling: limit };
      const shares = Float64Array.from(xs);
      toShares(foreseen, shares);
      // Rounding grows with how unlike the two sides are.
      const unlike = ((upper / lower) * at) / (1 - at);
      const rounding = 1e-15 * (4 + unlike + 1 / unlike);
      shares.forEach((share, i) => {
        expect(Math.abs(share - insideCeiling(outlookShare(foreseen, xs[i]), limit))).toBeLessThan(rounding);
      });
    }),
  );
});

it("keeps shares inside the limits where the forecast leaves no room", () => {
  for (const centre of [0, 1]) {
    const shares = Float64Array.from([-1e9, -3, 0, 3, 1e9]);
    toShares({ centre, lower: 0.02, upper: 0.03, ceiling: 1 }, shares);
    for (const share of shares) {
      expect(share).toBeGreaterThanOrEqual(1e-6);
      expect(share).toBeLessThanOrEqual(1 - 1e-6);
    }
    expect(shares[2]).toBeCloseTo(centre, 5);
  }
});
