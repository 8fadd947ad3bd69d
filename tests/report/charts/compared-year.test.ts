import { expect, test } from "vitest";
import { comparedYear } from "../../../src/report/charts/scenario-comparison.ts";
import type { Subject } from "../../../src/report/subject.ts";
import { fixtureRun } from "../fixture.ts";
import { subjectOf } from "../subjects.ts";

/** The fixture with one scheme read up to a year. */
function readTo(scheme: string, year: number): Subject {
  const subject = subjectOf(fixtureRun(), "all");
  const { projection } = subject;
  const schemes = projection.input.schemes.map((s) =>
    s.id === scheme
      ? { ...s, history: { ...s.history, points: [...s.history.points, { ...s.history.points.at(-1)!, year }] } }
      : s,
  );
  return { ...subject, projection: { ...projection, input: { ...projection.input, schemes } } };
}

test("schemes are compared in the latest year of their goals in the headline, in whatever order these stand", () => {
  const subject = subjectOf(fixtureRun(), "all");
  expect(comparedYear(subject, "pension")).toBe(2030);
  const headlineGoals = ["pension-2030", "pension-2025", "pension-2020"];
  expect(comparedYear({ ...subject, run: { ...subject.run, headlineGoals } }, "pension")).toBe(2030);
});

test("a year that a scheme was read in compares nothing, even where another scheme is projected in it", () => {
  const horizon = readTo("pension", 2030).projection.summary.years.at(-1);
  expect(horizon).toBeGreaterThan(2030);
  expect(comparedYear(readTo("pension", 2030), "pension")).toBe(horizon);
  expect(comparedYear(readTo("pension", 2030), "health")).toBe(2030);
});
