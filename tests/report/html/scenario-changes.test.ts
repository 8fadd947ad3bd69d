import { expect, test } from "vitest";
import { yearFraction } from "../../../src/core/units.ts";
import { scenarioSummary } from "../../../src/report/html/scenario-changes.ts";
import { fixtureRun } from "../fixture.ts";
import { subjectOf } from "../subjects.ts";

test.each(["2027-03-31", "2028-02-29", "2028-12-31", "2027-12-31", "2027-01-01"])(
  "a measure is told to end on its last day, %s, not on the morning after",
  (day) => {
    const subject = subjectOf(fixtureRun(), "all");
    const measured = subject.run.projections.find((p) => p.input.scenario.levers.length > 0)!;
    const levers = measured.input.scenario.levers.map((lever) => ({ ...lever, end: yearFraction(day) }));
    const scenario = { ...measured.input.scenario, levers };
    const { text } = scenarioSummary(subject, { ...measured, input: { ...measured.input, scenario } });
    expect(text).toContain(`to ${subject.language.date(day)}<`);
  },
);
