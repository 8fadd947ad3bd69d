import { describe, expect, test } from "vitest";
import { distributionQuantile } from "../../src/core/numeric/distribution.ts";
import { quantityText, readQuantity, toDistribution } from "../../src/input/quantity.ts";
import type { Unit } from "../../src/input/typed-number.ts";

const wide = { min: -10, max: 1e9 };
const read = (unit: Unit, raw: unknown, limits = wide) => readQuantity(unit, raw, limits);
const distribution = (unit: Unit, raw: unknown) => {
  const quantity = read(unit, raw);
  if (!("value" in quantity)) throw new Error(JSON.stringify(quantity.faults));
  return toDistribution(quantity.value);
};
const faults = (unit: Unit, raw: unknown, limits = wide) => {
  const quantity = read(unit, raw, limits);
  return "faults" in quantity ? quantity.faults.map(({ path, code }) => [path.join("."), code].join(" ")) : [];
};

describe("each way to write a number becomes a distribution", () => {
  test("a plain number is fixed", () => {
    expect(distribution("share", "12%")).toEqual({ kind: "fixed", value: 0.12 });
  });

  test("low, mode and high make a triangle", () => {
    const people = { low: "0.8M", mode: "1.2M", high: "1.6M" };
    expect(distribution("people", people)).toEqual({
      kind: "triangle",
      low: 800_000,
      mode: 1_200_000,
      high: 1_600_000,
    });
  });

  test("normal and uniform keep their numbers", () => {
    expect(distribution("rate-per-year", { normal: { mean: "0.6%", sd: "0.4%" } })).toEqual({
      kind: "normal",
      mean: 0.006,
      sd: 0.004,
    });
    expect(distribution("share", { uniform: { low: "4%", high: 0.08 } })).toEqual({
      kind: "uniform",
      low: 0.04,
      high: 0.08,
    });
  });

  test.each<[Unit, string, string, string]>([
    ["share", "30%", "70%", "logitnormal"],
    ["people", "200k", "1.5M", "lognormal"],
    ["years", "6mo", "4y", "lognormal"],
    ["rate-per-year", "-1%", "3%", "normal"],
    ["points-per-year", "0.1pp", "0.5pp", "normal"],
  ])("a range of %s from %s to %s has these ends as its 5th and 95th percentile, %s", (unit, p5, p95, kind) => {
    const range = distribution(unit, { p5, p95 });
    const [low, high] = [distribution(unit, p5), distribution(unit, p95)].map((end) => distributionQuantile(end, 0.5));
    expect(range.kind).toBe(kind);
    // The deviates are exact to 1e-15, the logarithms and back cost a few units in the last place.
    expect(distributionQuantile(range, 0.05) / low).toBeCloseTo(1, 10);
    expect(distributionQuantile(range, 0.95) / high).toBeCloseTo(1, 10);
  });

  test("a beta has the shapes, or the mean and the spread, that it is given", () => {
    expect(distribution("share", { beta: { alpha: 2, beta: 3 } })).toEqual({ kind: "beta", alpha: 2, beta: 3 });
    const byMean = distribution("share", { beta: { mean: "40%", sd: "20%" } });
    // Mean 2 / 5 and variance 2 x 3 / (25 x 6) = 0.04 are those of the shapes 2 and 3.
    if (byMean.kind === "beta") {
      expect(byMean.alpha).toBeCloseTo(2, 12);
      expect(byMean.beta).toBeCloseTo(3, 12);
    }
    expect(byMean.kind).toBe("beta");
  });

  test.each<[Unit, unknown]>([
    ["people", { median: "1M", p95: "3M" }],
    ["years", { median: "2y", p95: "5y" }],
    ["number", { median: 2, p95: 5 }],
    ["money", { median: "350k", p95: "1M" }],
  ])("a lognormal of %s has its median and 95th percentile", (unit, raw) => {
    const { median, p95 } = raw as Record<string, unknown>;
    const lognormal = distribution(unit, { lognormal: raw });
    const [middle, high] = [distribution(unit, median), distribution(unit, p95)].map((d) =>
      distributionQuantile(d, 0.5),
    );
    expect(distributionQuantile(lognormal, 0.5) / middle).toBeCloseTo(1, 12);
    expect(distributionQuantile(lognormal, 0.95) / high).toBeCloseTo(1, 12);
  });

  test("a lognormal has its mean and standard deviation", () => {
    const d = distribution("people", { lognormal: { mean: "1M", sd: "0.5M" } });
    if (d.kind !== "lognormal") throw new Error(d.kind);
    expect(Math.exp(d.mu + d.sigma ** 2 / 2)).toBeCloseTo(1e6, 4);
    expect(Math.exp(d.mu + d.sigma ** 2 / 2) * Math.sqrt(Math.expm1(d.sigma ** 2))).toBeCloseTo(5e5, 4);
  });

  test("PERT keeps its numbers, and discrete values come in rising order with weights that sum to one", () => {
    expect(distribution("points-per-year", { pert: { low: "0.1pp", mode: "0.2pp", high: "1pp" } })).toEqual({
      kind: "pert",
      low: 0.001,
      mode: 0.002,
      high: 0.01,
    });
    expect(distribution("share", { values: ["20%", "10%", "5%"], weights: [1, 3, 0] })).toEqual({
      kind: "discrete",
      values: [0.1, 0.2],
      weights: [0.75, 0.25],
    });
    expect(distribution("share", { values: ["10%", "20%"] })).toMatchObject({ weights: [0.5, 0.5] });
  });

  test("a range without width is a fixed number", () => {
    for (const raw of [
      { pert: { low: "5%", mode: "5%", high: "5%" } },
      { beta: { mean: "5%", sd: 0 } },
      { lognormal: { mean: "5%", sd: 0 } },
      { values: ["5%", "8%"], weights: [1, 0] },

      { low: "5%", mode: "5%", high: "5%" },
      { uniform: { low: "5%", high: 0.05 } },
      { normal: { mean: "5%", sd: 0 } },
    ])
      expect(distribution("share", raw)).toEqual({ kind: "fixed", value: 0.05 });
  });
});

test("only a share can have a beta distribution", () => {
  expect(faults("people", { beta: { alpha: 2, beta: 3 } })).toEqual(["beta distribution"]);
});

describe("what does not make a distribution is refused, all of it at once", () => {
  test.each<[string, unknown, string[]]>([
    ["a triangle that falls", { low: "30%", mode: "20%", high: "40%" }, [" distribution"]],
    ["a triangle without its top", { low: "30%", high: "40%" }, [" distribution"]],
    ["a range turned round", { p5: "70%", p95: "30%" }, [" distribution"]],
    ["a range that reaches the border of a share", { p5: "0%", p95: "30%" }, [" distribution"]],
    ["two wrong ends", { low: 12, mode: "20%", high: "x" }, ["low out-of-range", "high not-a-number"]],
    ["a misspelt key", { low: "1%", moed: "2%", high: "3%" }, ["moed unknown-key"]],
    ["a negative spread", { normal: { mean: "5%", sd: "-1%" } }, ["normal.sd out-of-range"]],
    ["ends in the wrong order", { uniform: { low: "8%", high: "4%" } }, ["uniform distribution"]],
    ["a PERT that falls", { pert: { low: "30%", mode: "20%", high: "40%" } }, ["pert distribution"]],
    ["a beta without spread to spare", { beta: { mean: "50%", sd: "50%" } }, ["beta distribution"]],
    ["a beta at the border", { beta: { mean: "0%", sd: "1%" } }, ["beta distribution"]],
    ["shapes below zero", { beta: { alpha: -1, beta: "x" } }, ["beta.alpha out-of-range", "beta.beta not-a-number"]],
    ["half a beta", { beta: { alpha: 1, sd: "1%" } }, [" distribution"]],
    ["a lognormal around nothing", { lognormal: { mean: 0, sd: "1%" } }, ["lognormal distribution"]],
    ["a lognormal that falls", { lognormal: { median: "5%", p95: "4%" } }, ["lognormal distribution"]],
    ["lists of two lengths", { values: ["5%", "8%"], weights: [1] }, [" distribution"]],
    ["no values", { values: [], weights: [] }, [" distribution"]],
    ["values that are none", { values: "5%", weights: [1] }, [" distribution"]],
    ["weights of nothing", { values: ["5%", "8%"], weights: [0, 0] }, ["weights distribution"]],
    [
      "a wrong value and a wrong weight",
      { values: [12], weights: [-1] },
      ["values.0 out-of-range", "weights.0 out-of-range"],
    ],
    ["a list", ["5%", "8%"], [" wrong-type"]],
    ["an empty map", {}, [" distribution"]],
    ["nothing", null, [" wrong-type"]],
  ])("%s", (_, raw, expected) => {
    expect(faults("share", raw, { min: 0, max: 1 })).toEqual(expected);
  });
});

test("a quantity is worded in one way, however it was written", () => {
  const words = (unit: Unit, raw: unknown) => {
    const quantity = read(unit, raw);
    return "value" in quantity ? quantityText(quantity.value) : "";
  };
  expect(words("share", 0.12)).toBe("12%");
  expect(words("share", { p5: 0.3, p95: "70%" })).toBe("30% to 70%");
  expect(words("people", { low: 800_000, mode: "1.2M", high: "1600k" })).toBe("800k to 1.6M, most likely 1.2M");
  expect(words("rate-per-year", { normal: { mean: 0.006, sd: "0.4%" } })).toBe("0.6% ± 0.4%");
  expect(words("rate-per-year", 0.7)).toBe("0.7");
  expect(words("points-per-year", { uniform: { low: 0, high: "1pp" } })).toBe("0pp to 1pp, all equally likely");
  expect(words("years", "6mo")).toBe("6mo");
  expect(words("money", { pert: { low: 2e5, mode: "350k", high: "0.9bn" } })).toBe(
    "200k to 900M, most likely 350k (PERT)",
  );
  expect(words("share", { beta: { alpha: 2, beta: 3 } })).toBe("beta with alpha 2 and beta 3");
  expect(words("share", { beta: { mean: 0.4, sd: "20%" } })).toBe("40% ± 20% (beta)");
  expect(words("people", { lognormal: { median: "1M", p95: "3M" } })).toBe("1M, one in twenty above 3M (lognormal)");
  expect(words("number", { values: [1.5, 2, 1], weights: [1, 0, 3] })).toBe("1 in 75%, 1.5 in 25%");
});
