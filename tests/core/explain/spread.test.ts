import { describe, expect, test } from "vitest";
import type { FittedCurve, ProjectionInput, SchemeInput } from "../../../src/core/domain.ts";
import { goalValues } from "../../../src/core/explain/goal-values.ts";
import { spreadSplits } from "../../../src/core/explain/spread.ts";
import { type TrendParts, trendParts } from "../../../src/core/explain/trend-parts.ts";
import { expit, logit } from "../../../src/core/units.ts";
import { goal, labour, lever, projectionInput } from "../projection-input.ts";

const none: TrendParts = { data: 0, curve: 0, parameters: 0 };
const run = { horizon: 2030, draws: 4000, seed: 11, bands: [0.8] };
const healthy = goal("healthy", { scheme: "health", value: 0.95 });
const people = goal("people", { scheme: "health", measure: "participants", value: 37e6 });

/** The made-up country with its health scheme alone and changed. */
function health(over: Partial<SchemeInput>, more: Partial<ProjectionInput> = {}): ProjectionInput {
  const input = projectionInput([], { run, goals: [healthy], ...more });
  return { ...input, schemes: input.schemes.map((s) => (s.id === "health" ? { ...s, ...over } : s)) };
}

const shares = (input: ProjectionInput, trend: TrendParts = none) => {
  const [split] = spreadSplits(input, input.goals, [trend], 4000, new Map());
  return { split, of: Object.fromEntries(split.parts.map(({ source, share }) => [source, share])) };
};

const variance = (values: Float64Array) => {
  const mean = values.reduce((sum, v) => sum + v, 0) / values.length;
  return { mean, variance: values.reduce((sum, v) => sum + (v - mean) ** 2, 0) / values.length };
};

describe("the split of an interval", () => {
  test("sums to 1, and sources that move nothing have exactly nothing", () => {
    const { split, of } = shares(health({}));
    expect(split.parts.reduce((sum, { share }) => sum + share, 0)).toBeCloseTo(1, 12);
    // Coverage is people over the base they are counted on: the base cancels but for rounding; there is no lever.
    expect(of.base).toBeLessThan(1e-12);
    expect(of.levers).toBe(0);
    expect(of.parameters).toBeGreaterThan(0);
    expect(of.residual).toBeGreaterThan(of.parameters);
  });

  test("finds the true shares of a product of independent sources: people are share times base", () => {
    const wide = { ...labour, levelSd: 0.04 };
    const input = health({ ceilingPrior: null }, { goals: [people], bases: [wide] });
    const { of } = shares(input);
    // Shapley: each has its own part, var(X) E(Y)^2, and half of what they do together, var(X) var(Y).
    const [counts] = goalValues(input, [people], new Map());
    const [coverage] = goalValues({ ...input, goals: [healthy] }, [healthy], new Map());
    const x = variance(coverage);
    const y = variance(counts.map((count, i) => count / coverage[i]));
    const whole = x.variance * y.mean ** 2 + y.variance * x.mean ** 2 + x.variance * y.variance;
    expect(Math.abs(of.base - (y.variance * x.mean ** 2 + (x.variance * y.variance) / 2) / whole)).toBeLessThan(0.04);
    expect(of.base + of.residual).toBeCloseTo(1, 12);
  });

  test("finds the true share of a lever that adds an even number of points to a trend", () => {
    const drive = lever("drive", "points", "formal", {
      parameters: { perYear: { kind: "uniform", low: 0, high: 0.02 } },
    });
    const formal = goal("formal", { scheme: "formal", value: 0.5 });
    const input = projectionInput([drive], { run, goals: [formal] });
    const free = { ...input, schemes: input.schemes.map((s) => ({ ...s, ceilingPrior: null })) };
    const { split, of } = shares(free);
    const [alone] = goalValues({ ...free, scenario: { ...free.scenario, levers: [] } }, [formal], new Map());
    // Five years of points that are uniform over 0 to 2: var = (5 x 0.02)^2 / 12.
    const added = 0.1 ** 2 / 12;
    const truth = added / (added + variance(alone).variance);
    expect(truth).toBeGreaterThan(0.05);
    const { error } = split.parts.find(({ source }) => source === "levers") ?? { error: 0 };
    expect(Math.abs(of.levers - truth)).toBeLessThan(4 * error + 0.01);
    expect(error).toBeLessThan(0.03);
  });

  test("never lets the known parts of a trend pass the whole: it scales them and says so", () => {
    const known = shares(health({ ceilingPrior: null }), { data: 1, curve: 2, parameters: 1 });
    expect(known.split.scaled).toBeLessThan(1);
    expect(known.of.residual).toBeCloseTo(0, 12);
    expect(known.of.curve).toBeCloseTo(0.5, 9);
    expect(known.of.data).toBeCloseTo(0.25, 9);
    const free = shares(health({ ceilingPrior: null }), { data: 0, curve: 1e-6, parameters: 0 });
    expect(free.split.scaled).toBe(1);
    expect(free.of.curve).toBeCloseTo(1e-6 / free.split.sd ** 2, 9);
  });
});

describe("the parts of a trend", () => {
  const curve = (pace: number, se: number, weight: number): FittedCurve => ({
    curve: "drift",
    status: "ok",
    reason: "",
    parameters: [{ name: "pace", estimate: pace, standardError: se }],
    covarianceRoot: [se],
    degreesOfFreedom: 6,
    rho: 1,
    sigma: 0.05,
    atOrigin: 0,
    weight,
    aicc: null,
    rollingError: null,
    residuals: [],
  });
  /** A trend without any spread of its own: what is reached is what the curves say. */
  const certain = (curves: readonly FittedCurve[], originShare = 0.9) => {
    const { trend } = projectionInput().schemes[4];
    return health({ ceilingPrior: null, trend: trend && { ...trend, calibration: 1e-12, originShare, curves } });
  };
  const at = (pace: number, from = 0.9) => expit(logit(from) + 6 * pace);

  test("curve: the weighted variance of what each curve alone foretells", () => {
    const [parts] = trendParts(certain([curve(0.02, 0, 0.75), curve(0.1, 0, 0.25)]), [healthy], [], new Map());
    expect(parts.curve).toBeCloseTo(0.75 * 0.25 * (at(0.1) - at(0.02)) ** 2, 9);
    expect(parts.parameters).toBe(0);
  });

  test("parameters: the weighted mean of the variances that standard errors leave", () => {
    const [parts] = trendParts(certain([curve(0.02, 0.01, 0.75), curve(0.02, 0.03, 0.25)]), [healthy], [], new Map());
    const slope = 6 * at(0.02) * (1 - at(0.02));
    expect(parts.parameters / (slope ** 2 * (0.75 * 0.01 ** 2 + 0.25 * 0.03 ** 2))).toBeCloseTo(1, 2);
    expect(parts.curve).toBeLessThan(1e-18);
  });

  test("data: the variance over readings drawn anew", () => {
    const curves = [curve(0.02, 0, 1)];
    const redraws = [0.89, 0.9, 0.91].map((share) => certain(curves, share));
    const [parts] = trendParts(certain(curves), [healthy], redraws, new Map());
    const means = [0.89, 0.9, 0.91].map((share) => at(0.02, share));
    const mean = (means[0] + means[1] + means[2]) / 3;
    expect(parts.data).toBeCloseTo(means.reduce((sum, m) => sum + (m - mean) ** 2, 0) / 2, 9);
  });
});
