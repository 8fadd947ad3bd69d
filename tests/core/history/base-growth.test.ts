import { expect, test } from "vitest";
import type { BaseReading } from "../../../src/core/domain.ts";
import { baseGrowth } from "../../../src/core/history/base-growth.ts";
import { dated, definition, reading } from "./made-up.ts";

const free = definition({ growth: null });
const projected = (
  date: string,
  persons: number,
  variant: string,
  regime = "un",
  published = "2024-07-11",
): BaseReading => reading(date, persons, { status: "projection", variant, regime, published });
const grow = (projections: readonly BaseReading[], cells: Parameters<typeof baseGrowth>[1] = []) =>
  baseGrowth(free, cells, dated(projections), 2024, 2028);

test("the growth that a workspace sets is a rate; the series carries its logarithm", () => {
  const set = definition({ growth: { kind: "normal", mean: 0.007, sd: 0.004 } });
  const { years, mean, sd } = baseGrowth(set, [], [], 2024, 2026);
  expect(years).toEqual([2025, 2026]);
  expect(mean).toEqual([Math.log1p(0.007), Math.log1p(0.007)]);
  expect(sd).toBeCloseTo(0.004 / 1.007, 6);
});

test("without one, the medium line gives each year its growth, also before and behind the line", () => {
  const line = [
    projected("2025-12-31", 100e6, "medium"),
    projected("2026-12-31", 102e6, "medium"),
    projected("2027-12-31", 103e6, "medium"),
  ];
  const { mean } = grow(line);
  const [first, second] = [Math.log(1.02), Math.log(103 / 102)];
  // Years of 365.25 days: a leap year's segment is a third of a percent longer than another's.
  expect(mean.map((each) => each.toFixed(4))).toEqual([first, first, second, second].map((each) => each.toFixed(4)));
});

test("the spread of the 80 % lines is a lasting deviation a year", () => {
  const spread = (ahead: number) => Math.exp(1.2815515655446004 * 0.003 * ahead);
  const bands = [2, 4].flatMap((ahead) => [
    projected(`${2024 + ahead}-12-31`, 100e6 / spread(ahead), "low-80"),
    projected(`${2024 + ahead}-12-31`, 100e6 * spread(ahead), "high-80"),
  ]);
  const { sd } = grow([projected("2025-12-31", 100e6, "medium"), projected("2028-12-31", 100e6, "medium"), ...bands]);
  expect(sd).toBeCloseTo(0.003, 5);
});

test("a projection with 80 % lines is preferred to a later one without", () => {
  const banded = [
    projected("2024-12-31", 100e6, "medium"),
    projected("2028-12-31", 100e6, "medium"),
    projected("2028-12-31", 99e6, "low-80"),
    projected("2028-12-31", 101e6, "high-80"),
  ];
  const bare = ["2024-12-31", "2028-12-31"].map((date, i) =>
    projected(date, 100e6 + i * 8e6, "medium", "nso", "2025-12-01"),
  );
  expect(grow([...bare, ...banded]).mean[0]).toBe(0);
  expect(grow(bare).mean[0]).toBeGreaterThan(0.01);
});

test("without any projection the base's own last ten years speak, with their spread", () => {
  const logarithms = [0, 0.01, 0.03, 0.04, 0.06];
  const cells = logarithms.map((log, i) => ({ date: `${2020 + i}-12-31`, persons: 50e6 * Math.exp(log) }));
  const { mean, sd } = grow([], cells);
  for (const each of mean) expect(each).toBeCloseTo(0.015, 9);
  // Sample standard deviation of 1, 2, 1, 2 %.
  expect(sd).toBeCloseTo(0.01 / Math.sqrt(3), 6);
});

test("a base with no past stands still, within half a point a year", () => {
  expect(grow([])).toEqual({ years: [2025, 2026, 2027, 2028], mean: [0, 0, 0, 0], sd: 0.005 });
});
