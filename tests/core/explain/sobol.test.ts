import { expect, test } from "vitest";
import { sobolIndices } from "../../../src/core/explain/sobol.ts";
import { sobolGoals } from "../../../src/core/explain/sobol-goals.ts";
import { Stream } from "../../../src/core/numeric/stream.ts";
import { goal, lever, projectionInput } from "../projection-input.ts";

/** Samples a function of independent uniform numbers as the estimators want it. */
function sampleOf(f: (u: readonly number[]) => number, dimensions: number, rows: number) {
  const [a, b] = ["a", "b"].map((name) => new Stream(7, name));
  const row = (stream: Stream, i: number) => Array.from({ length: dimensions }, (_, d) => stream.uniform(i, d));
  const values = (of: (i: number) => number[]) => Float64Array.from({ length: rows }, (_, i) => f(of(i)));
  return {
    a: values((i) => row(a, i)),
    b: values((i) => row(b, i)),
    mixed: Array.from({ length: dimensions }, (_, d) =>
      values((i) => row(a, i).map((u, at) => (at === d ? b.uniform(i, d) : u))),
    ),
  };
}

test("the Ishigami function (a = 7, b = 0.1) has its known indices", () => {
  const ishigami = (u: readonly number[]) => {
    const [x1, x2, x3] = u.map((one) => Math.PI * (2 * one - 1));
    return Math.sin(x1) + 7 * Math.sin(x2) ** 2 + 0.1 * x3 ** 4 * Math.sin(x1);
  };
  const { variance, factors } = sobolIndices(sampleOf(ishigami, 3, 8192), 1);
  // Closed forms: V1 = (1 + b pi^4 / 5)^2 / 2, V2 = a^2 / 8, V13 = 8 b^2 pi^8 / 225.
  const v1 = (1 + (0.1 * Math.PI ** 4) / 5) ** 2 / 2;
  const v2 = 49 / 8;
  const v13 = (8 * 0.01 * Math.PI ** 8) / 225;
  const v = v1 + v2 + v13;
  expect(variance / v).toBeCloseTo(1, 1);
  const truth = [
    [v1 / v, (v1 + v13) / v],
    [v2 / v, v2 / v],
    [0, v13 / v],
  ];
  factors.forEach(({ first, firstError, total, totalError }, i) => {
    expect(firstError).toBeLessThan(0.03);
    expect(totalError).toBeLessThan(0.03);
    expect(Math.abs(first - truth[i][0])).toBeLessThan(4 * firstError);
    expect(Math.abs(total - truth[i][1])).toBeLessThan(4 * totalError);
  });
});

test("Sobol's g-function has its known indices", () => {
  const a = [0, 1, 4.5, 9, 99, 99];
  const g = (u: readonly number[]) =>
    u.reduce((product, x, i) => (product * (Math.abs(4 * x - 2) + a[i])) / (1 + a[i]), 1);
  const alone = a.map((one) => 1 / 3 / (1 + one) ** 2);
  const v = alone.reduce((product, one) => product * (1 + one), 1) - 1;
  const { factors } = sobolIndices(sampleOf(g, 6, 8192), 1);
  factors.forEach(({ first, firstError, total, totalError }, i) => {
    const others = alone.reduce((product, one, j) => (j === i ? product : product * (1 + one)), 1);
    expect(Math.abs(first - alone[i] / v)).toBeLessThan(4 * firstError + 1e-3);
    expect(Math.abs(total - (alone[i] * others) / v)).toBeLessThan(4 * totalError + 1e-3);
  });
  expect(factors[0].total).toBeGreaterThan(0.7);
});

test("a function that does not vary has no indices", () => {
  const flat = { a: [1, 1, 1], b: [1, 1, 1], mixed: [[1, 1, 1]] };
  expect(sobolIndices(flat, 1)).toEqual({
    variance: 0,
    factors: [{ first: 0, firstError: 0, total: 0, totalError: 0 }],
  });
});

test("a goal's streams of chance: those it hangs on, and no other; what is met counts as 1", () => {
  const input = projectionInput(
    [
      lever("drive", "points", "health", {
        parameters: { perYear: { kind: "uniform", low: 0, high: 0.004 } },
      }),
    ],
    { goals: [goal("healthy", { scheme: "health", value: 0.95 })] },
  );
  const splits = sobolGoals(input, input.goals, new Map(), 512);
  expect(splits.map(({ of }) => of)).toEqual(["value", "met"]);
  for (const { factors, variance, draws } of splits) {
    expect(draws).toBe(512);
    const names = factors.map(({ factor }) => factor);
    expect(names).toContain("trend/health/path");
    expect(names).toContain("lever/drive/perYear");
    expect(names.some((name) => name.includes("formal"))).toBe(false);
    expect(variance).toBeGreaterThan(0);
    expect([...factors].sort((x, y) => y.total - x.total)).toEqual(factors);
  }
  expect(splits[1].variance).toBeLessThanOrEqual(0.25 + 1e-12);
});
