import { expect, test } from "vitest";
import type { Lever } from "../../../src/core/domain.ts";
import { leverCourse } from "../../../src/report/html/lever-course.ts";
import { fixtureRun } from "../fixture.ts";
import { subjectOf } from "../subjects.ts";

const { language } = subjectOf(fixtureRun(), "all");
const lever: Lever = {
  ...fixtureRun().projections.flatMap((p) => p.input.scenario.levers)[0],
  kind: "path",
  lagYears: 0.5,
  ramp: { shape: "s-curve", overYears: 3 },
  fadeHalfLifeYears: 2,
  parameters: {},
};
const told = (changes: Partial<Lever>) =>
  leverCourse(language, { ...lever, ...changes }).map(({ key, value }) => [
    key,
    typeof value === "string" ? value : value.text,
  ]);

test("lag, ramp and fade are told in words", () => {
  expect(told({})).toEqual([
    ["lag", "0.5 years"],
    ["ramp", "slowly, fast, then slowly over 3 years"],
    ["fade", "2 years"],
  ]);
  expect(told({ lagYears: 0, ramp: { shape: "step", overYears: 0 }, fadeHalfLifeYears: null })).toEqual([]);
});

test("tables and formulas are told, of ramps too", () => {
  const points = [
    { year: 2027, value: 0.2 },
    { year: 2029, value: 1 },
  ];
  const place = { file: "scenarios/a.yaml", line: 1, column: 1 };
  const still = { lagYears: 0, fadeHalfLifeYears: null };
  expect(told({ ...still, ramp: { shape: "table", overYears: 0, points }, tables: { coverage: points } })).toEqual([
    ["coverage", "2027: 20%; 2029: 100%"],
    ["ramp", "2027: 20%; 2029: 100%"],
  ]);
  const formulas = { coverage: { text: "coverage < 0.9 ? 1 : 2", place } };
  expect(told({ ...still, ramp: { shape: "step", overYears: 0 }, formulas })).toEqual([
    ["coverage", "<code>coverage &#60; 0.9 ? 1 : 2</code>"],
  ]);
});

test("a cost is told with its money, what it is paid for and the year of its prices", () => {
  const cost = (value: NonNullable<Lever["unitCost"]>["value"], priceYear: number | null) =>
    told({ unitCost: { value, currency: "VND", per: "person-year", priceYear } }).at(-1)?.[1];
  expect(cost({ kind: "fixed", value: 350_000 }, null)).toBe("350,000 VND for each person and year");
  expect(cost({ kind: "uniform", low: 1e6, high: 2e6 }, 2024)).toBe(
    "1.05 million VND to 1.95 million VND in 9 of 10 futures for each person and year, in prices of 2024",
  );
});
