import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { earliestYear, solveInSteps, solveLever, withValue } from "../../../src/core/goals/solve.ts";
import { project } from "../../../src/core/project.ts";
import { goal, lever, projectionInput } from "../projection-input.ts";

const fixed = (value: number) => ({ kind: "fixed", value }) as const;
const drive = lever("drive", "enrolment", "formal", {
  parameters: { reach: { kind: "uniform", low: 0.02, high: 0.1 }, takeUp: fixed(0.5) },
});
const far = goal("far", { value: 0.64 });
const run = { horizon: 2032, draws: 2000, seed: 11, bands: [0.8] };
const input = projectionInput([drive], { goals: [far], run });
const chance = (of: typeof input) => project(of, new Map(), false).assessments[0]?.probability as number;

describe("solving for a lever", () => {
  it("finds a value that gives the probability asked for when it is fed back, whatever is asked", () => {
    fc.assert(
      fc.property(fc.integer({ min: 30, max: 95 }), fc.integer({ min: 1, max: 999 }), (percent, seed) => {
        const seeded = { ...input, run: { ...run, seed } };
        const question = { goal: "far", probability: percent / 100, lever: "drive", parameter: "reach" };
        const found = solveLever(seeded, question);
        expect(found.status).toBe("solved");
        const back = chance(withValue(seeded, question, found.value));
        expect(back).toBe(found.reached);
        expect(back).toBeGreaterThanOrEqual(percent / 100);
        expect(back - percent / 100).toBeLessThan(0.002);
      }),
      { numRuns: 12, seed: 1 },
    );
  });

  it("finds the same in steps, each a projection at most", () => {
    const question = { goal: "far", probability: 0.8, lever: "drive", parameter: "reach" };
    const steps = solveInSteps(input, question, new Map());
    let taken = 0;
    let step = steps.next();
    for (; !step.done; step = steps.next()) taken++;
    expect(step.value).toEqual(solveLever(input, question));
    expect(taken).toBeGreaterThan(15);
  });

  it("finds the weakest value: a little less misses", () => {
    const question = { goal: "far", probability: 0.8, lever: "drive", parameter: "reach" };
    const { value } = solveLever(input, question);
    expect(chance(withValue(input, question, value * 0.98))).toBeLessThan(0.8);
  });

  it("walks a number that hurts as it grows from its strong end", () => {
    const crisis = lever("crisis", "shock", "formal", { start: 2027, parameters: { loss: fixed(0.2) } });
    const question = { goal: "near", probability: 0.5, lever: "crisis", parameter: "loss", max: 0.9 };
    const hit = projectionInput([crisis], { goals: [goal("near", { value: 0.47 })], run });
    const found = solveLever(hit, question);
    expect(found.status).toBe("solved");
    expect(chance(withValue(hit, question, found.value + 0.01))).toBeLessThan(0.5);
    expect(found.frontier[0]?.probability).toBeLessThan(0.05);
  });

  it("answers what cannot be reached by the best that can, and by what binds", () => {
    const question = { goal: "far", probability: 0.99, lever: "drive", parameter: "reach" };
    const narrow = solveLever(input, { ...question, max: 0.05 });
    expect(narrow).toMatchObject({ status: "beyond", value: 0.05, limit: "range" });
    expect(narrow.reached).toBeLessThan(0.99);
    const all = { ...input, goals: [goal("far", { value: 0.999 })] };
    expect(solveLever(all, question)).toMatchObject({ status: "beyond", value: 1, limit: "nature" });
    const law = lever("law", "eligibility", "formal", { parameters: { people: fixed(1e6), compliance: fixed(1) } });
    const crowd = projectionInput([law], { goals: [goal("far", { scheme: "formal", value: 1.2 })], run });
    const people = { goal: "far", probability: 0.5, lever: "law", parameter: "people", max: 1e8 };
    expect(solveLever(crowd, people)).toMatchObject({ status: "beyond", limit: "pool" });
  });

  it("says when no strength at all is needed", () => {
    const question = { goal: "half", probability: 0.5, lever: "drive", parameter: "reach" };
    const easy = projectionInput([drive], { goals: [goal("half", { value: 0.46 })], run });
    expect(solveLever(easy, question)).toMatchObject({ status: "already", value: 0 });
  });

  it("draws a frontier that never falls, from the weakest value to the strongest", () => {
    const { frontier } = solveLever(input, { goal: "far", probability: 0.5, lever: "drive", parameter: "reach" });
    expect(frontier).toHaveLength(13);
    const inner = frontier.slice(1, -1).map((p) => p.probability);
    expect([...inner].sort((a, b) => a - b)).toEqual(inner);
  });
});

describe("the earliest year of a goal", () => {
  it("is the first whose draws reach the value often enough, and none where they never do", () => {
    const found = earliestYear(input, far, 0.3);
    const { year, probabilities } = found;
    expect(probabilities.map((p) => p.year)).toEqual([2025, 2026, 2027, 2028, 2029, 2030, 2031, 2032]);
    expect(probabilities.find((p) => p.probability >= 0.3)?.year ?? null).toBe(year);
    expect(probabilities.find((p) => p.year === 2030)?.probability).toBe(chance(input));
    expect(earliestYear(input, far, 0.9999).year).toBeNull();
  });
});
