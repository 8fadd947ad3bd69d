import fc from "fast-check";
import { expect, test } from "vitest";
import { rankCorrelation } from "../../../src/core/numeric/statistics.ts";

test("rank correlation is 1 for what rises together, -1 for what falls, whatever the shape", () => {
  const x = [1, 2, 3, 4, 5];
  expect(rankCorrelation(x, [1, 4, 9, 16, 1e6])).toBeCloseTo(1, 12);
  expect(rankCorrelation(x, [5, 4, 3, 2, -1e6])).toBeCloseTo(-1, 12);
});

test("ties share their mean rank (an example worked out by hand)", () => {
  // Ranks 1, 2.5, 2.5, 4 against 1, 2, 3, 4: covariance 4.5, variances 4.5 and 5.
  expect(rankCorrelation([1, 2, 2, 3], [10, 20, 30, 40])).toBeCloseTo(4.5 / Math.sqrt(4.5 * 5), 12);
});

test("what does not vary follows nothing", () => {
  expect(rankCorrelation([1, 1, 1], [1, 2, 3])).toBe(0);
  expect(rankCorrelation([], [])).toBe(0);
});

test("order of the pairs does not matter", () => {
  const pairs = fc.array(fc.tuple(fc.integer({ min: 0, max: 9 }), fc.integer({ min: 0, max: 9 })), { minLength: 2 });
  fc.assert(
    fc.property(pairs, (rows) => {
      const of = (list: typeof rows) =>
        rankCorrelation(
          list.map(([x]) => x),
          list.map(([, y]) => y),
        );
      expect(of([...rows].reverse())).toBeCloseTo(of(rows), 9);
    }),
  );
});
