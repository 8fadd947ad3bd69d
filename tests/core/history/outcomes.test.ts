import { expect, test } from "vitest";
import { goalOutcomes } from "../../../src/core/history/outcomes.ts";
import { goal, observation, point } from "./made-up.ts";

const history = (...points: ReturnType<typeof point>[]) => [{ scheme: "pension", points }];
const met = (full: ReturnType<typeof history>, ...goals: ReturnType<typeof goal>[]) =>
  goalOutcomes(goals, full, full).map((outcome) => outcome.met);

test("at least and about ask for the value, more than for more, and nothing is forgiven", () => {
  const full = history(point(2025, 0.95));
  const at = (comparator: "at-least" | "about" | "more-than", value = 0.95) => goal("g", value, { comparator });
  expect(met(full, at("at-least"), at("about"), at("more-than"))).toEqual([true, true, false]);
  expect(met(full, at("at-least", 0.9501), at("more-than", 0.9499))).toEqual([false, true]);
});

test("what division leaves in the last bit is no miss", () => {
  expect(met(history(point(2025, 35.07 / 100)), goal("g", 35.07 * 0.01))).toEqual([true]);
});

test("a rate is judged as printed, not as linked to today's base", () => {
  const linked = history(point(2025, 0.351, { published: 0.327 }));
  expect(met(linked, goal("g", 0.339))).toEqual([false]);
  expect(met(history(point(2025, 0.351, { published: null })), goal("g", 0.339))).toEqual([true]);
});

test("people are judged by participants, and are derived where nobody counted them", () => {
  const full = history(point(2025, 0.5, { participants: 500, used: [0] }));
  const observations = (participants: number | null) => [
    observation({ date: "2025-12-31", participants, coverage: 0.5 }),
  ];
  expect(goalOutcomes([goal("g", 499)], full, full, observations(null))).toMatchObject([
    { met: true, status: "derived" },
  ]);
  expect(goalOutcomes([goal("g", 499)], full, full, observations(500))).toMatchObject([
    { met: true, status: "actual" },
  ]);
});

test("a reading that the projection did not have was known later", () => {
  const [full, then] = [history(point(2025, 0.5)), history(point(2023, 0.4))];
  expect(goalOutcomes([goal("g", 0.45)], full, then)).toEqual([
    { goal: "g", value: 0.5, met: true, status: "actual", knownAtOrigin: false, sources: ["report"] },
  ]);
  expect(goalOutcomes([goal("g", 0.45)], full, full)[0].knownAtOrigin).toBe(true);
});

test("a goal whose year has no reading has no outcome", () => {
  expect(goalOutcomes([goal("g", 0.45, { year: 2030 })], history(point(2025, 0.5)), [])).toEqual([]);
});
