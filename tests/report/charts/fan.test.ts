import { expect, test } from "vitest";
import { fan } from "../../../src/report/charts/fan.ts";
import { fixtureRun } from "../fixture.ts";
import { subjectOf } from "../subjects.ts";

const run = fixtureRun({ scenarios: 3 });
const figureOf = (scheme: string, subject = subjectOf(run, "all")) =>
  fan.figures(subject).find((figure) => figure.scheme === scheme)!;

test("bands are nested, start at the last reading and end in labels", () => {
  const { futures, ends } = figureOf("pension").datasets;
  const levels = ["p025", "p10", "p25", "p50", "p75", "p90", "p975"];
  for (const row of futures!) {
    const values = levels.map((level) => row[level] as number);
    expect(values).toEqual([...values].sort((a, b) => a - b));
  }
  expect(new Set(levels.map((level) => futures![0]![level])).size).toBe(1);
  expect(futures![0]!.year).toBe(2025);
  expect(ends!.map((row) => row.kind)).toEqual(["low", "median", "high"]);
});

test("a gap in the history stays a gap", () => {
  const { segments, readings } = figureOf("pension").datasets;
  expect(segments!.every((row) => (row.year2 as number) - (row.year as number) === 1)).toBe(true);
  expect(readings!.some((row) => row.year === 2013)).toBe(false);
  expect(segments!.some((row) => row.year === 2012)).toBe(false);
});

test("rival figures are drawn when the eye can tell them apart, and never when it cannot", () => {
  expect(figureOf("pension").datasets.rivals!.map((row) => row.year)).toEqual([2019, 2022]);
  expect(figureOf("health").datasets.rivals!.map((row) => row.year)).toEqual([2019, 2022]);
});

test("a scheme near full coverage gets an axis of its own, and its caption says so", () => {
  const figure = figureOf("health");
  expect(figure.params.yMin).toBeGreaterThan(0.5);
  expect(figure.caption).toContain("The axis starts at 85%.");
  expect(figure.datasets.readings!.every((row) => (row.coverage as number) >= (figure.params.yMin as number))).toBe(
    true,
  );
  expect(figureOf("pension").params.yMin).toBe(0);
});

test("a goal in people stands where its people would be", () => {
  const goal = run.projections[0]!.assessments.find((a) => a.goal.id === "voluntary-count-2030")!.goal;
  const leading = { ...run, headlineGoals: [goal.id] };
  const { goals, goalLabels } = figureOf("pension-others", subjectOf(leading, "all")).datasets;
  expect(goals![0]!.value).toBeCloseTo(4.4e6 / (46.9e6 * 1.006 ** 6), 6);
  expect(goalLabels![0]!.label).toBe("goal 4.4 million");
});

test("a scenario's chart carries the reference's median, the reference's own does not", () => {
  expect(figureOf("pension", subjectOf(run, 1)).datasets.reference!.length).toBe(11);
  expect(figureOf("pension", subjectOf(run, 0)).datasets.reference).toEqual([]);
});

test("a replay shows later readings as such", () => {
  const figure = figureOf("pension", subjectOf(fixtureRun({ replay: true }), "all"));
  expect(figure.datasets.readings!.filter((row) => row.status === "later").map((row) => row.year)).toEqual([2025]);
  expect(figure.datasets.readouts!.filter((row) => row.year === 2025)).toHaveLength(1);
  expect(figure.table.rows.some((row) => row.kind === "published later, derived")).toBe(true);
});

test("labels of goals a few years apart do not lie on each other", () => {
  const run = fixtureRun();
  const { assessments } = run.projections[0]!;
  const goal = assessments.find((a) => a.goal.id === "voluntary-2030")!.goal;
  const near = [2027, 2029, 2034].map((year) => ({ ...goal, id: `near-${year}`, year, value: 0.6 + year / 1e5 }));
  const projections = run.projections.map((p) => ({
    ...p,
    assessments: [...p.assessments, ...near.map((g) => ({ ...p.assessments[0]!, goal: g, outcome: null }))],
  }));
  const leading = { ...run, headlineGoals: near.map(({ id }) => id), projections };
  const labels = figureOf("pension-others", subjectOf(leading, "all")).datasets.goalLabels!;
  const at = (year: number) => labels.find((label) => label.year === year)!.at as number;
  expect(Math.abs(at(2029) - at(2027))).toBeGreaterThan(0.03);
  expect(Math.abs(at(2034) - at(2027))).toBeLessThan(0.001);
});
