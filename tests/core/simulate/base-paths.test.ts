import { expect, it } from "vitest";
import type { BaseSeries } from "../../../src/core/domain.ts";
import { quantiles } from "../../../src/core/numeric/quantiles.ts";
import { basePaths } from "../../../src/core/simulate/base-paths.ts";

const series: BaseSeries = {
  base: "people",
  years: [2022, 2023, 2024],
  persons: [90, 95, 100],
  how: ["reading", "reading", "reading"],
  links: [],
  growth: { years: [2025, 2026], mean: [0.01, 0.02], sd: 0.003 },
  levelSd: 0.004,
};
const years = [2023, 2024, 2025, 2026, 2027, 2028];
const N = 40_000;
const rowOf = (paths: Float64Array, y: number) => paths.subarray(y * N, (y + 1) * N);

it("are the readings and the mean growth where nothing is uncertain", () => {
  const known = { ...series, growth: { ...series.growth, sd: 0 }, levelSd: 0 };
  const paths = basePaths(known, null, 1, 3, years);
  [95, 100, 100 * Math.exp(0.01), 100 * Math.exp(0.03), 100 * Math.exp(0.05), 100 * Math.exp(0.07)].forEach(
    (mean, y) => {
      for (const persons of paths.subarray(3 * y, 3 * y + 3)) expect(persons).toBeCloseTo(mean, 10);
    },
  );
});

it("spread by the level and, in proportion to the years ahead, by the growth", () => {
  const paths = basePaths(series, null, 1, N, years);
  years.forEach((year, y) => {
    const ahead = Math.max(0, year - 2024);
    const sd = Math.hypot(0.004, 0.003 * ahead);
    const [low, middle, high] = quantiles(rowOf(paths, y), 0, N, [0.1, 0.5, 0.9]).map(Math.log);
    // Five standard errors of a quantile: 1.25 of the mean's in the middle, 1.71 at 10 and 90 %.
    expect(Math.abs((high - low) / (2 * 1.2815515655446004) / sd - 1)).toBeLessThan((5 * 1.71) / Math.sqrt(N));
    const mean = Math.log([95, 100, 100, 100, 100, 100][y]) + [0, 0, 0.01, 0.03, 0.05, 0.07][y];
    expect(Math.abs(middle - mean)).toBeLessThan((5 * 1.25 * sd) / Math.sqrt(N));
  });
});

it("take stated growth in place of the series' own with the same deviate", () => {
  const own = { ...series, growth: { years: [], mean: [0], sd: 0.003 }, levelSd: 0 };
  const plain = basePaths(own, null, 7, N, [2027]);
  const stated = basePaths(own, { kind: "lognormal", mu: Math.log(0.01), sigma: 0.2 }, 7, N, [2027]);
  plain.forEach((persons, i) => {
    const z = Math.log(persons / 100) / 3 / 0.003;
    expect(stated[i]).toBeCloseTo(100 * (1 + 0.01 * Math.exp(0.2 * z)) ** 3, 8);
  });
});
