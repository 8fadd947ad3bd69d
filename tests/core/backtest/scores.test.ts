import fc from "fast-check";
import { expect, test } from "vitest";
import {
  crpsOfDraws,
  intervalScore,
  pitOfDraws,
  weightedIntervalScore,
  wilson,
} from "../../../src/core/backtest/scores.ts";
import { normalQuantile } from "../../../src/core/numeric/normal.ts";

test("the interval score is the width, and outside it ten times the distance at 80 %", () => {
  expect(intervalScore(1, 3, 0.8, 2)).toBe(2);
  expect(intervalScore(1, 3, 0.8, 3.5)).toBeCloseTo(2 + 10 * 0.5, 12);
  expect(intervalScore(1, 3, 0.8, 0)).toBeCloseTo(2 + 10, 12);
});

test("the weighted interval score of 80 and 95 % is that of the published formula, worked by hand", () => {
  const intervals = [
    { level: 0.8, low: 4, high: 8 },
    { level: 0.95, low: 2, high: 10 },
  ];
  // (0.5 x 3 + 0.1 x (4 + 10 x 1) + 0.025 x 8) / 2.5
  expect(weightedIntervalScore(6, intervals, 9)).toBeCloseTo((1.5 + 1.4 + 0.2) / 2.5, 12);
  expect(weightedIntervalScore(6, [], 9)).toBe(3);
});

test("the CRPS of many normal draws is the closed form (Gneiting and Raftery 2007, equation 21)", () => {
  const n = 4001;
  const sorted = Float64Array.from({ length: n }, (_, i) => normalQuantile((i + 0.5) / n));
  // sigma (z (2 Phi(z) - 1) + 2 phi(z) - 1 / sqrt(pi)) at z = 1: 2 Phi(1) - 1 = 0.682689, phi(1) = 0.241971.
  expect(crpsOfDraws(sorted, 1)).toBeCloseTo(0.682689492 + 2 * 0.241970725 - 0.564189584, 3);
  expect(crpsOfDraws(Float64Array.of(2), 5)).toBe(3);
});

test("the CRPS never passes the mean distance, is never negative, and grows with the distance from all draws", () => {
  fc.assert(
    fc.property(
      fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { minLength: 1, maxLength: 30 }),
      fc.double({ min: 0, max: 1, noNaN: true }),
      (draws, outcome) => {
        const sorted = Float64Array.from(draws).sort();
        const score = crpsOfDraws(sorted, outcome);
        const distance = draws.reduce((sum, x) => sum + Math.abs(x - outcome), 0) / draws.length;
        expect(score).toBeGreaterThanOrEqual(-1e-12);
        expect(score).toBeLessThanOrEqual(distance + 1e-12);
        expect(crpsOfDraws(sorted, 3)).toBeGreaterThan(crpsOfDraws(sorted, 2));
      },
    ),
  );
});

test("the PIT counts draws below, and those equal by half", () => {
  expect(pitOfDraws(Float64Array.of(1, 2, 2, 3), 2)).toBe(0.5);
  expect(pitOfDraws(Float64Array.of(1, 2), 0)).toBe(0);
});

test("Wilson's interval is that of the textbook, and stays within 0 and 1 for one case", () => {
  // Newcombe (1998), table I: 81 of 263.
  expect(wilson(81 / 263, 263).low).toBeCloseTo(0.2553, 4);
  expect(wilson(81 / 263, 263).high).toBeCloseTo(0.3662, 4);
  expect(wilson(1, 1)).toEqual({ low: expect.closeTo(0.2065, 4), high: 1 });
  expect(wilson(0, 1).low).toBe(0);
});
