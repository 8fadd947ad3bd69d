import { expect, it } from "vitest";
import { attribute } from "../../../src/core/explain/attribution.ts";
import { goal, lever, projectionInput } from "../projection-input.ts";

const fixed = (value: number) => ({ kind: "fixed", value }) as const;
const drive = lever("drive", "enrolment", "formal", { parameters: { reach: fixed(0.2), takeUp: fixed(0.3) } });
const twin = { ...drive, id: "twin" };
const elsewhere = lever("elsewhere", "points", "health", { parameters: { perYear: fixed(0.001) } });

it("gives parts that sum to the total, twins the same, and strangers nothing", () => {
  const [a] = attribute(projectionInput([drive, twin, elsewhere]));
  const by = Object.fromEntries(a.levers.map((l) => [l.lever, l]));
  expect(a.total.coverage).toBeGreaterThan(0.01);
  expect(by.drive.coverage + by.twin.coverage + by.elsewhere.coverage).toBeCloseTo(a.total.coverage, 12);
  expect(by.drive.probability + by.twin.probability + by.elsewhere.probability).toBeCloseTo(a.total.probability, 12);
  expect(by.drive.coverage).toBeCloseTo(by.twin.coverage, 12);
  expect(by.elsewhere.coverage).toBeCloseTo(0, 12);
});

it("has nothing to say without levers or without a goal ahead", () => {
  expect(attribute(projectionInput([]))).toEqual([]);
  expect(attribute(projectionInput([drive], { goals: [goal("past", { year: 2020 })] }))).toEqual([]);
});
