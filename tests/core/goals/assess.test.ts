import { describe, expect, it } from "vitest";
import type { Draws } from "../../../src/core/domain.ts";
import { assess, meets } from "../../../src/core/goals/assess.ts";
import { likelihoodOf } from "../../../src/core/goals/likelihood.ts";
import { bestPace, recentPace } from "../../../src/core/goals/pace.ts";
import { goal, projectionInput } from "../projection-input.ts";

/** Ten draws of one scheme over two years on a base of 100: 41..50 persons, then 46..55. */
const draws: Draws = {
  schemes: ["total"],
  years: [2029, 2030],
  draws: 10,
  participants: Float64Array.from(
    [...Array(10).keys()].map((i) => 41 + i).concat([...Array(10).keys()].map((i) => 46 + i)),
  ),
  base: new Float64Array(20).fill(100),
};
const input = projectionInput([], { firstYear: 2029 });

describe("a goal on coverage", () => {
  const a = assess(goal("half", { value: 0.5 }), draws, input);

  it("is met by the share of draws at or above it", () => {
    expect(a.probability).toBe(0.6);
    expect(a.monteCarloError).toBeCloseTo(Math.sqrt((0.6 * 0.4) / 10), 12);
    expect(a.likelihood?.en).toBe("about as likely as not");
    expect(assess(goal("more", { value: 0.5, comparator: "more-than" }), draws, input).probability).toBe(0.5);
  });

  it("has its gap in points and in people", () => {
    expect(a.reached?.p50).toBeCloseTo(0.505, 12);
    expect(a.gapCoverage?.p50).toBeCloseTo(0.005, 12);
    expect(a.gapPersons?.p50).toBeCloseTo(0.5, 12);
  });

  it("counts the first year met and the share that never does", () => {
    expect(a.firstMet).toEqual({ share: [0.1, 0.5], never: 0.4 });
  });

  it("measures the required pace from the last reading", () => {
    // The made-up total ends 2024 at 45 % of 40 m.
    expect(a.requiredPace).toMatchObject({ fromYear: 2024, toYear: 2030 });
    expect(a.requiredPace?.coveragePerYear).toBeCloseTo(0.05 / 6, 12);
    expect(a.requiredPace?.hazard).toBeCloseTo(1 - (0.5 / 0.55) ** (1 / 6), 12);
  });
});

it("judges a goal in people on people", () => {
  const a = assess(goal("people", { measure: "participants", value: 54 }), draws, input);
  expect(a.probability).toBe(0.2);
  expect(a.gapPersons?.p50).toBeCloseTo(-3.5, 12);
  expect(a.gapCoverage?.p50).toBeCloseTo(-0.035, 12);
});

it("gives a goal outside the simulated years no probability but its outcome", () => {
  const outcome = { goal: "past", value: 0.45, met: true, status: "actual", knownAtOrigin: true, sources: [] } as const;
  const a = assess(goal("past", { year: 2024, value: 0.45 }), draws, { ...input, outcomes: [outcome] });
  expect(a).toMatchObject({ probability: null, reached: null, outcome, alreadyMet: true });
});

it("takes a value that rounding alone keeps from the goal's for the goal's", () => {
  const near = 0.45 - 2 ** -53;
  expect(near).toBeLessThan(0.45);
  expect(meets(goal("g", { value: 0.45 }), near)).toBe(true);
  expect(meets(goal("g", { value: 0.45, comparator: "more-than" }), 0.45 + 2 ** -53)).toBe(false);
});

it("reads more-than strictly and about as at-least", () => {
  const at = (comparator: "at-least" | "more-than" | "about") => meets(goal("g", { comparator, value: 0.95 }), 0.95);
  expect([at("at-least"), at("about"), at("more-than")]).toEqual([true, true, false]);
});

it("never claims to know a probability of 0 or 1 exactly", () => {
  expect(assess(goal("sure", { value: 0.1 }), draws, input).monteCarloError).toBeGreaterThan(0);
});

it("uses the likelihood scale's borders as printed", () => {
  expect([0.995, 0.95, 0.7, 0.5, 0.2, 0.05, 0.001].map((p) => likelihoodOf(p).en)).toEqual([
    "virtually certain",
    "very likely",
    "likely",
    "about as likely as not",
    "unlikely",
    "very unlikely",
    "exceptionally unlikely",
  ]);
});

it("says in words what is printed in figures: 89.6 % is printed as 90 %, 0.99 % as <1 %", () => {
  expect(likelihoodOf(0.896).en).toBe("very likely");
  expect(likelihoodOf(0.0099).en).toBe("exceptionally unlikely");
  expect(likelihoodOf(0.9901).en).toBe("virtually certain");
  expect(likelihoodOf(0.989).en).toBe("virtually certain");
});

it("speaks by the scale of the input where it has one", () => {
  const likelihood = {
    name: { en: "House rule" },
    bands: [
      { atLeast: 0.5, words: { en: "rather yes" } },
      { atLeast: 0, words: { en: "rather no" } },
    ],
  };
  const words = (value: number) => assess(goal("g", { value }), draws, { ...input, likelihood }).likelihood?.en;
  expect([words(0.5), words(0.52)]).toEqual(["rather yes", "rather no"]);
  expect([words(0.1), words(0.9)]).toEqual(["rather yes", "rather no"]);
});

it("sets a count beside the share that asks for the same, with the base that makes them one", () => {
  const share = goal("share", { value: 0.5 });
  const count = goal("count", { measure: "participants", value: 52 });
  const far = goal("far", { measure: "participants", value: 70 });
  const goals = [share, far, count, { ...count, id: "same-count" }, { ...count, id: "other-year", year: 2029 }];
  expect(assess(share, draws, { ...input, goals }).counterparts).toEqual([{ goal: "count", impliedBase: 104 }]);
  expect(assess(count, draws, { ...input, goals })).toMatchObject({
    medianBase: 100,
    counterparts: [{ goal: "share", impliedBase: 104 }],
  });
});

it("judges a share on the base of its own year beside the official one", () => {
  const own = new Float64Array(10).fill(104);
  const a = assess(goal("half", { value: 0.5 }), draws, input, own);
  // 52 to 55 of 104 are a half or more; on the base of 100 50 to 55 are.
  expect(a).toMatchObject({ probability: 0.6, plain: { probability: 0.4 } });
  expect(a.plain?.reached.p50).toBeCloseTo(50.5 / 104, 12);
  const people = goal("people", { measure: "participants", value: 54 });
  expect(assess(people, draws, input, own).plain).toBeNull();
});

it("takes the recent pace over three years and the best over any three or more", () => {
  const { history } = input.schemes[0];
  expect(recentPace(history)).toMatchObject({ fromYear: 2021, toYear: 2024 });
  const uneven = {
    scheme: "x",
    points: history.points.map((p, i) => ({ ...p, coverage: [0.1, 0.2, 0.3, 0.4, 0.41][i] })),
  };
  expect(bestPace(uneven)).toMatchObject({ fromYear: 2020, toYear: 2023 });
  expect(recentPace({ scheme: "x", points: history.points.slice(0, 1) })).toBeNull();
});
