import { expect, test } from "vitest";
import type { History, HistoryPoint } from "../../../src/core/domain.ts";
import { outcomes } from "../../../src/core/goals/outcomes.ts";
import { goal, projectionInput } from "../projection-input.ts";

const history = (points: readonly Partial<HistoryPoint>[]): History => ({
  scheme: "total",
  points: points.map((point) => ({ ...projectionInput().schemes[0].history.points[0], ...point })),
});
const known = [
  history([
    { year: 2020, coverage: 0.35, published: 0.327, participants: 16e6 },
    { year: 2025, coverage: 0.451, published: null, participants: 21.3e6 },
  ]),
];

test("a goal is judged on the rate as printed, and on today's base where none was printed", () => {
  const goals = [goal("a", { year: 2020, value: 0.33 }), goal("b", { year: 2025, value: 0.45 })];
  expect(outcomes(goals, known, known).map(({ value, met }) => [value, met])).toEqual([
    [0.327, false],
    [0.451, true],
  ]);
});

test("a goal in people is judged in people, and more than is strict", () => {
  const goals = [
    goal("people", { year: 2025, measure: "participants", value: 21e6 }),
    goal("strict", { year: 2025, value: 0.451, comparator: "more-than" }),
    goal("equal", { year: 2025, value: 0.451, comparator: "at-least" }),
  ];
  expect(outcomes(goals, known, known).map(({ goal, met }) => [goal, met])).toEqual([
    ["people", true],
    ["strict", false],
    ["equal", true],
  ]);
});

test("in a replay the outcome is told, and that it could not be known", () => {
  const then = [history([{ year: 2020 }])];
  const goals = [goal("past", { year: 2020 }), goal("future", { year: 2025 })];
  expect(outcomes(goals, known, then).map(({ goal, knownAtOrigin }) => [goal, knownAtOrigin])).toEqual([
    ["past", true],
    ["future", false],
  ]);
});

test("a goal without a reading in its year has no outcome", () => {
  expect(outcomes([goal("later", { year: 2030 })], known, known)).toEqual([]);
});
