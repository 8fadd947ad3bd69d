import { expect, test } from "vitest";
import { influence } from "../../../src/core/explain/influence.ts";
import { fitTrend, type TrendRequest } from "../../../src/core/fit/fit-trend.ts";
import { mixtureQuantile } from "../../../src/core/fit/mixture.ts";

const request = (shares: readonly number[]): TrendRequest => ({
  scheme: "made-up",
  years: shares.map((_, i) => 2010 + i),
  shares,
  rounding: shares.map(() => 0.0005),
  settings: { ceiling: null, window: { from: null, to: null }, curves: [], exclude: [] },
});
const steady = Array.from({ length: 10 }, (_, i) => 0.3 + 0.02 * i);

test("a reading without which the forecast would be another is told by how much", () => {
  const jumped = steady.map((share, i) => (i === 9 ? share + 0.1 : share));
  const found = influence(request(jumped), 2025);
  const median = (shares: readonly number[], years: number) => mixtureQuantile(fitTrend(request(shares)), years, 0.5);
  // 2025 is six years after 2019 and seven after 2018.
  expect(found[9].withoutIt).toBeCloseTo(median(jumped.slice(0, 9), 7) - median(jumped, 6), 12);
  const others = found.slice(0, 9).map(({ withoutIt }) => Math.abs(withoutIt ?? 0));
  expect(Math.abs(found[9].withoutIt ?? 0)).toBeGreaterThan(2 * Math.max(...others));
});

test("a surprise is the reading less what those before it foretold, and steady growth has none", () => {
  const found = influence(request(steady), 2025);
  expect(found.map(({ year }) => year)).toEqual(steady.map((_, i) => 2010 + i));
  expect(found.slice(0, 2).map(({ foretold }) => foretold)).toEqual([null, null]);
  for (const { share, foretold } of found.slice(4)) expect(Math.abs(share - (foretold ?? 0))).toBeLessThan(0.01);
});

test("two readings say nothing of each other's weight", () => {
  expect(influence(request([0.2, 0.25]), 2015)).toEqual([
    { year: 2010, share: 0.2, foretold: null, withoutIt: null },
    { year: 2011, share: 0.25, foretold: null, withoutIt: null },
  ]);
});
