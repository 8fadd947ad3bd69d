import fc from "fast-check";
import { expect, test } from "vitest";
import { numberAxis, valueAxis } from "../../../src/report/sweep/number-axis.ts";

test("an axis holds every value between round ends, with few ticks, each with its text", () => {
  fc.assert(
    fc.property(
      fc.array(
        fc.integer({ min: -1e9, max: 1e9 }).map((n) => n / 1000),
        { minLength: 1, maxLength: 20 },
      ),
      (values) => {
        const { min, max, ticks, labels } = numberAxis(values, String);
        expect(min).toBeLessThanOrEqual(Math.min(...values) + 1e-6 * Math.abs(min));
        expect(max).toBeGreaterThanOrEqual(Math.max(...values) - 1e-6 * Math.abs(max));
        expect(max).toBeGreaterThan(min);
        expect(ticks.length).toBeLessThanOrEqual(8);
        expect(labels.split("|").map(Number)).toEqual(ticks);
      },
    ),
  );
});

test("steps are 1, 2 or 5 of a power of ten, so that whole percents stay whole", () => {
  expect(numberAxis([0.1, 0.2], String).ticks).toEqual([0.1, 0.12, 0.14, 0.16, 0.18, 0.2]);
  expect(numberAxis([0.101, 0.23], String).ticks).toEqual([0.1, 0.15, 0.2, 0.25]);
});

test("ticks stand on the values themselves, thinned where there are many", () => {
  expect(valueAxis([1, 2, 5], String)).toEqual({ min: 1, max: 5, ticks: [1, 2, 5], labels: "1|2|5" });
  expect(
    valueAxis(
      Array.from({ length: 13 }, (_, i) => i),
      String,
    ).ticks,
  ).toEqual([0, 2, 4, 6, 8, 10, 12]);
});
