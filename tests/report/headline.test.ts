import { expect, test } from "vitest";
import type { Assessment, Run } from "../../src/core/domain.ts";
import { headline, standfirst } from "../../src/report/headline.ts";
import { fixtureRun } from "./fixture.ts";
import { subjectOf } from "./subjects.ts";

const run = fixtureRun({ scenarios: 6 });

/** The same run with the leading goal's assessment changed everywhere. */
function withLead(change: (a: Assessment) => Partial<Assessment>): Run {
  const lead = run.headlineGoals[0];
  return {
    ...run,
    projections: run.projections.map((p) => ({
      ...p,
      assessments: p.assessments.map((a) => (a.goal.id === lead ? { ...a, ...change(a) } : a)),
    })),
  };
}

test("the headline names the median and how far it ends from its goal", () => {
  expect(headline(subjectOf(run, "all"))).toBe(
    "Pension insurance is heading for 52.6% in 2030, 7.4 points short of its goal",
  );
  expect(headline(subjectOf(run, "all", "vi"))).toBe(
    "Bảo hiểm hưu trí đang hướng tới 52,6% vào năm 2030, còn thiếu 7,4 điểm phần trăm so với mục tiêu",
  );
});

test("a median above the goal is told as past it, and one that prints alike as right at it", () => {
  const reached = (p50: number) => withLead(() => ({ reached: { p10: 0.5, p50, p90: 0.7 } }));
  expect(headline(subjectOf(reached(0.642), "all"))).toBe(
    "Pension insurance is heading for 64.2% in 2030, 4.2 points past its goal",
  );
  expect(headline(subjectOf(reached(0.6003), "all"))).toBe(
    "Pension insurance is heading for 60.0% in 2030, right at its goal",
  );
});

test("a goal in people is told in people", () => {
  const counted = withLead((a) => ({
    goal: { ...a.goal, measure: "participants", value: 29_334_000 },
    reached: { p10: 22e6, p50: 25.7e6, p90: 29e6 },
  }));
  expect(headline(subjectOf(counted, "all"))).toBe(
    "Pension insurance is heading for 25.7 million in 2030, 3.63 million people short of its goal",
  );
});

test("a scenario's headline names the scenario", () => {
  expect(headline(subjectOf(run, 5))).toBe(
    "Pension insurance would reach 57.7% in 2030 with “All measures together”, 2.3 points short of the goal",
  );
});

test("a replay tells what it looked like and what became of it", () => {
  expect(headline(subjectOf(fixtureRun({ replay: true }), "all"))).toBe(
    "Pension insurance looked set for 44.3% in 2025, seen from 24 November 2024; it reached 44.1%",
  );
});

test("the standfirst names the scenario that helps most, but not one that only chance prefers", () => {
  expect(standfirst(subjectOf(run, "all"))).toContain("“All measures together” helps this goal most");
  const alike = withLead(() => ({ probability: 0.5, monteCarloError: 0.005 }));
  expect(standfirst(subjectOf(alike, "all"))).toContain("No other scenario changes that by more than chance.");
});

test("a run without goals still has a headline", () => {
  const goalless = { ...run, projections: run.projections.map((p) => ({ ...p, assessments: [] })) };
  expect(headline(subjectOf(goalless, "all"))).toBe("Pension insurance is heading for 60.6% in 2035");
  expect(standfirst(subjectOf(goalless, "all"))).toBe("");
});
