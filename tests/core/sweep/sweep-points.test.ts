import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Distribution, Sweep, SweepMethod, SweepVariable } from "../../../src/core/domain.ts";
import { sweepPoints } from "../../../src/core/sweep/sweep-points.ts";

const uniform: Distribution = { kind: "uniform", low: 0, high: 1 };
const variable = (key: string, values: readonly number[], spread: Distribution | null = null): SweepVariable => ({
  key: `levers.drive.${key}`,
  section: "levers",
  subject: "drive",
  name: key,
  unit: "share",
  title: { en: key },
  values,
  spread,
  limits: { min: 0, max: 1 },
});
const sweep = (method: SweepMethod, variables: readonly SweepVariable[], points = 0): Sweep => ({
  id: "made-up",
  title: { en: "made up" },
  scenario: "baseline",
  method,
  variables,
  points,
  goals: null,
});
const rows = (of: Sweep, seed = 1) => {
  const { count, values } = sweepPoints(of, seed);
  const width = of.variables.length;
  return Array.from({ length: count }, (_, p) => Array.from(values.subarray(p * width, (p + 1) * width)));
};
const asItStands = [Number.NaN, Number.NaN];

test("a grid runs through all combinations after the scenario as it stands, the last number fastest", () => {
  expect(rows(sweep("grid", [variable("reach", [0.1, 0.2]), variable("takeUp", [0.3, 0.4, 0.5])]))).toEqual([
    asItStands,
    [0.1, 0.3],
    [0.1, 0.4],
    [0.1, 0.5],
    [0.2, 0.3],
    [0.2, 0.4],
    [0.2, 0.5],
  ]);
});

test("one number at a time leaves the others as the scenario has them", () => {
  expect(rows(sweep("one-per-lever", [variable("reach", [0.1, 0.2]), variable("takeUp", [0.3])]))).toEqual([
    asItStands,
    [0.1, Number.NaN],
    [0.2, Number.NaN],
    [Number.NaN, 0.3],
  ]);
});

describe("a Latin hypercube", () => {
  test("has one point in each slice of equal probability of each number", () => {
    fc.assert(
      fc.property(fc.integer({ min: 2, max: 200 }), fc.integer({ min: 0, max: 1e9 }), (points, seed) => {
        const [, ...moved] = rows(
          sweep("latin-hypercube", [variable("reach", [], uniform), variable("takeUp", [], uniform)], points),
          seed,
        );
        for (const v of [0, 1]) {
          const slices = moved.map((row) => Math.floor(row[v] * points)).sort((a, b) => a - b);
          expect(slices).toEqual(Array.from({ length: points }, (_, slice) => slice));
        }
      }),
      { numRuns: 50 },
    );
  });

  test("keeps a number's values when another number is added, and changes them with the seed", () => {
    const [reach, takeUp] = [variable("reach", [], uniform), variable("takeUp", [], uniform)];
    const alone = rows(sweep("latin-hypercube", [takeUp], 50)).map(([value]) => value);
    const joined = rows(sweep("latin-hypercube", [reach, takeUp], 50));
    expect(joined.map(([, value]) => value)).toEqual(alone);
    expect(joined.slice(1).map(([value]) => value)).not.toEqual(alone.slice(1));
    expect(rows(sweep("latin-hypercube", [takeUp], 50), 2).map(([value]) => value)).not.toEqual(alone);
  });

  test("holds tails at the border of what a number can mean", () => {
    const wide = variable("reach", [], { kind: "normal", mean: 0.5, sd: 2 });
    const values = rows(sweep("latin-hypercube", [wide], 100))
      .slice(1)
      .flat();
    expect(Math.min(...values)).toBe(0);
    expect(Math.max(...values)).toBe(1);
  });
});
