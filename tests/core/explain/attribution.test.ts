import { expect, it } from "vitest";
import { attribute } from "../../../src/core/explain/attribution.ts";
import { project } from "../../../src/core/project.ts";
import { goal, lever, projectionInput } from "../projection-input.ts";

const fixed = (value: number) => ({ kind: "fixed", value }) as const;
const drive = lever("drive", "enrolment", "formal", { parameters: { reach: fixed(0.2), takeUp: fixed(0.3) } });
const twin = { ...drive, id: "twin" };
const elsewhere = lever("elsewhere", "points", "health", { parameters: { perYear: fixed(0.001) } });
const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0);

it("gives parts that sum to the total, twins the same, and strangers nothing", () => {
  const [a] = attribute(projectionInput([drive, twin, elsewhere]));
  const by = Object.fromEntries(a.levers.map((l) => [l.lever, l]));
  expect(a.total.coverage).toBeGreaterThan(0.01);
  expect(by.drive.coverage + by.twin.coverage + by.elsewhere.coverage).toBeCloseTo(a.total.coverage, 12);
  expect(by.drive.probability + by.twin.probability + by.elsewhere.probability).toBeCloseTo(a.total.probability, 12);
  expect(by.drive.coverage).toBeCloseTo(by.twin.coverage, 12);
  expect(by.elsewhere.coverage).toBe(0);
});

it("leads from what is printed without levers to what is printed with them", () => {
  const input = projectionInput([drive, elsewhere], { run: { horizon: 2032, draws: 1500, seed: 11, bands: [0.8] } });
  const [a] = attribute(input);
  const [before, after] = [[], [drive, elsewhere]].map(
    (levers) => project({ ...input, scenario: { ...input.scenario, levers } }).assessments[0].probability,
  );
  expect(a.without.probability).toBe(before);
  expect(a.without.probability + sum(a.levers.map((l) => l.probability))).toBeCloseTo(after ?? Number.NaN, 9);
});

it("takes more than eight levers apart by sampled orders, with a stated error", () => {
  const many = Array.from({ length: 10 }, (_, i) => ({
    ...drive,
    id: `drive-${i}`,
    parameters: { reach: fixed(0.02 + 0.01 * i), takeUp: fixed(0.3) },
  }));
  const [a] = attribute(projectionInput(many, { run: { horizon: 2030, draws: 100, seed: 11, bands: [0.8] } }));
  expect(sum(a.levers.map((l) => l.coverage))).toBeCloseTo(a.total.coverage, 9);
  expect(sum(a.levers.map((l) => l.probability))).toBeCloseTo(a.total.probability, 9);
  const parts = a.levers.map((l) => l.coverage);
  expect([...parts].sort((x, y) => x - y)).toEqual(parts);
  expect(a.error.coverage).toBeGreaterThan(0);
  expect(a.error.coverage).toBeLessThan(0.1 * a.total.coverage);
});

it("has nothing to say without levers or without a goal ahead", () => {
  expect(attribute(projectionInput([]))).toEqual([]);
  expect(attribute(projectionInput([drive], { goals: [goal("past", { year: 2020 })] }))).toEqual([]);
});
