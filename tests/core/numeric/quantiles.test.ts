import fc from "fast-check";
import { expect, it } from "vitest";
import { quantiles } from "../../../src/core/numeric/quantiles.ts";

const LEVELS = [0.025, 0.1, 0.25, 0.5, 0.75, 0.9, 0.975];

/** The definition itself: sort, then type 7. */
function bySorting(values: readonly number[], level: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  const position = (sorted.length - 1) * level;
  const rank = Math.floor(position);
  const above = sorted[Math.min(sorted.length - 1, rank + 1)];
  return sorted[rank] + (position - rank) * (above - sorted[rank]);
}

const finite = fc.double({ noNaN: true, noDefaultInfinity: true, min: -1e12, max: 1e12 });
const skewed = finite.map((x) => Math.exp(Math.min(40, Math.abs(x) / 1e11)));
const tied = fc.integer({ min: 0, max: 3 });

it("equals sorting for any values: ties, skew, outliers, a single value", () => {
  for (const arbitrary of [finite, skewed, tied])
    fc.assert(
      fc.property(fc.array(arbitrary, { minLength: 1, maxLength: 400 }), (values) => {
        const got = quantiles(Float64Array.from(values), 0, values.length, LEVELS);
        expect(got).toEqual(LEVELS.map((level) => bySorting(values, level)));
      }),
    );
});

it("has no negative zero", () => {
  expect(quantiles(Float64Array.of(-0), 0, 1, [0.5])).toEqual([0]);
  expect(quantiles(Float64Array.of(-0, 0), 0, 2, [0.5])).toEqual([0]);
});

it("reads only its slice and leaves the values in place", () => {
  const values = Float64Array.from([99, 3, 1, 2, -99]);
  expect(quantiles(values, 1, 3, [0, 0.5, 1])).toEqual([1, 2, 3]);
  expect([...values]).toEqual([99, 3, 1, 2, -99]);
});

it("survives one value far from ten thousand others", () => {
  const values = Float64Array.from({ length: 10_000 }, (_, i) => i / 10_000);
  values[17] = 1e300;
  expect(quantiles(values, 0, values.length, [0.5])[0]).toBeCloseTo(bySorting([...values], 0.5), 12);
});
