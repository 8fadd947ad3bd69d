import { expect, it } from "vitest";
import { normalQuantile } from "../../../src/core/numeric/normal.ts";
import { studentCdf, studentQuantile } from "../../../src/core/numeric/student-t.ts";

// Upper 2.5 % and 10 % points: Abramowitz and Stegun (1964), table 26.10.
const table: readonly (readonly [number, number, number])[] = [
  [1, 0.975, 12.706],
  [2, 0.975, 4.303],
  [3, 0.975, 3.182],
  [5, 0.975, 2.571],
  [10, 0.975, 2.228],
  [30, 0.975, 2.042],
  [120, 0.975, 1.98],
  [3, 0.9, 1.638],
  [4, 0.9, 1.533],
  [17, 0.9, 1.333],
];

it("agrees with the published table", () => {
  for (const [df, p, x] of table) expect(Math.abs(studentQuantile(p, df) - x), `df ${df}`).toBeLessThan(5.1e-4);
});

it("has quantiles that its distribution function inverts, tails included", () => {
  for (const df of [1, 2, 3, 4, 7, 18, 61, 400]) {
    for (const p of [0.0005, 0.025, 0.1, 0.4, 0.5, 0.8, 0.975, 0.9995]) {
      expect(studentCdf(studentQuantile(p, df), df)).toBeCloseTo(p, 12);
    }
  }
});

it("tends to the normal distribution", () => {
  expect(studentQuantile(0.975, 100000)).toBeCloseTo(normalQuantile(0.975), 4);
});

it("is infinite, 0 or 1 at the ends", () => {
  expect(studentQuantile(1, 5)).toBe(Number.POSITIVE_INFINITY);
  expect(studentQuantile(0, 5)).toBe(Number.NEGATIVE_INFINITY);
  expect(studentCdf(Number.POSITIVE_INFINITY, 5)).toBe(1);
  expect(studentCdf(Number.NEGATIVE_INFINITY, 5)).toBe(0);
});

it("refuses degrees of freedom that are not whole", () => {
  expect(() => studentQuantile(0.9, 2.5)).toThrow("whole");
});
