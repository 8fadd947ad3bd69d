import { describe, expect, it } from "vitest";
import type { Lever, ProjectionInput } from "../../../src/core/domain.ts";
import { leverBill } from "../../../src/core/goals/lever-bill.ts";
import { solveLever, withValue } from "../../../src/core/goals/solve.ts";
import { solveMix } from "../../../src/core/goals/solve-mix.ts";
import { project } from "../../../src/core/project.ts";
import { goal, lever, projectionInput } from "../projection-input.ts";

const fixed = (value: number) => ({ kind: "fixed", value }) as const;
const cost = (value: number, per: "person-year" | "person" | "year" = "person-year") => ({
  value: fixed(value),
  currency: "XXX",
  per,
  priceYear: 2024,
});
const drive = (over: Partial<Lever> = {}) =>
  lever("drive", "enrolment", "formal", {
    parameters: { reach: fixed(0.02), takeUp: fixed(0.5) },
    unitCost: cost(10),
    slider: { of: "reach", min: 0, max: 0.2, step: 0.01 },
    ...over,
  });
const law = (over: Partial<Lever> = {}) =>
  lever("law", "eligibility", "formal", {
    parameters: { people: fixed(4e6), compliance: fixed(0.2) },
    unitCost: cost(10),
    ...over,
  });
const far = goal("far", { value: 0.66 });
const run = { horizon: 2030, draws: 1500, seed: 3, bands: [0.8] };
const made = (levers: readonly Lever[], value = far.value) =>
  projectionInput(levers, { goals: [{ ...far, value }], run });
const numbers = [
  { lever: "drive", parameter: "reach" },
  { lever: "law", parameter: "compliance" },
];
const chance = (input: ProjectionInput) => project(input, new Map(), false).assessments[0]?.probability as number;

describe("the cheapest mix", () => {
  const input = made([drive(), law({ unitCost: cost(6) })]);
  const question = { goal: "far", probability: 0.6, numbers };
  const found = solveMix(input, question);
  const back = found.levers.reduce((moved, l) => withValue(moved, l, l.value), input);

  it("gives the probability when it is fed back", () => {
    expect(found.status).toBe("solved");
    expect(chance(back)).toBe(found.reached);
    expect(found.reached).toBeGreaterThanOrEqual(0.6);
    expect(found.reached - 0.6).toBeLessThan(0.002);
  });

  it("costs no more than any mix found by going through the first lever's strengths one by one", () => {
    const bill = (mix: ProjectionInput) =>
      mix.scenario.levers.reduce((sum, l) => sum + (leverBill(mix, l, mix.goals[0]!, 1500, new Map()) as number), 0);
    const tried = Array.from({ length: 11 }, (_, i) => {
      const set = withValue(input, { lever: "drive", parameter: "reach" }, i * 0.02);
      const rest = solveLever(set, { goal: "far", probability: 0.6, lever: "law", parameter: "compliance" });
      if (rest.status === "beyond") return Number.POSITIVE_INFINITY;
      return bill(withValue(set, rest, rest.value));
    });
    const least = Math.min(...tried);
    expect(least).toBeLessThan(Number.POSITIVE_INFINITY);
    expect(bill(back)).toBeLessThan(least * 1.03);
    expect(found.cost).toBeGreaterThan(bill(back) * 0.97);
    expect(found.cost).toBeLessThan(bill(back) * 1.03);
  });

  it("costs more the surer it is to be", () => {
    const costs = found.frontier.map((f) => f.cost);
    expect(costs.length).toBeGreaterThan(4);
    expect([...costs].sort((a, b) => a - b)).toEqual(costs);
  });

  it("leaves out a lever that buys little for much", () => {
    const dear = solveMix(made([drive({ unitCost: cost(1e6) }), law()], 0.6), question);
    expect(dear.levers[0]?.value).toBeLessThan(0.005);
    expect(dear.status).toBe("solved");
  });
});

it("answers a mix that cannot do it by the strongest", () => {
  const beyond = solveMix(made([drive(), law()], 0.99), { goal: "far", probability: 0.9, numbers });
  expect(beyond).toMatchObject({ status: "beyond", levers: [{ value: 0.2 }, { value: 1 }], frontier: [] });
});

it("weighs three levers", () => {
  const keep = lever("keep", "retention", "formal", {
    parameters: { reduction: fixed(0.1) },
    unitCost: cost(1e8, "year"),
  });
  const found = solveMix(made([drive(), law(), keep]), {
    goal: "far",
    probability: 0.7,
    numbers: [...numbers, { lever: "keep", parameter: "reduction" }],
  });
  const back = found.levers.reduce((moved, l) => withValue(moved, l, l.value), made([drive(), law(), keep]));
  expect(found.status).toBe("solved");
  expect(Math.abs(chance(back) - 0.7)).toBeLessThan(0.002);
});

describe("what a lever costs", () => {
  const bill = (l: Lever) => leverBill(made([l]), l, { ...far, year: 2030 }, 500, new Map());

  it("is paid for the time at work where it is paid by the year", () => {
    expect(bill(drive({ unitCost: cost(7, "year") }))).toBeCloseTo(7 * 5, 9);
    expect(bill(drive({ unitCost: cost(7, "year"), start: 2027.5 }))).toBeCloseTo(7 * 3.5, 9);
  });

  it("is paid once for each person, or for each of their years", () => {
    const once = bill(drive({ unitCost: cost(1, "person") })) as number;
    const yearly = bill(drive({ unitCost: cost(1) })) as number;
    expect(once).toBeGreaterThan(1e5);
    expect(yearly).toBeGreaterThan(2 * once);
  });

  it("is unknown without a unit cost, and by the head for what acts on a base", () => {
    const { unitCost: _, ...free } = drive();
    expect(bill(free)).toBeNull();
    expect(
      bill(lever("growth", "base", "labour", { parameters: { growth: fixed(0.01) }, unitCost: cost(1) })),
    ).toBeNull();
  });
});
