import { describe, expect, it, test } from "vitest";
import { charts } from "../../../src/report/charts/index.ts";
import { figureBlock } from "../../../src/report/html/figure.ts";
import { languageFor } from "../../../src/report/language.ts";
import {
  comparisonSentence,
  firstMetSentence,
  reachedSentence,
} from "../../../src/report/sentences/chart-sentences.ts";
import { assessmentOf } from "../../../src/report/subject.ts";
import { fixtureRun } from "../fixture.ts";
import { subjectOf } from "../subjects.ts";

const en = languageFor("en");
const run = fixtureRun({ scenarios: 3 });

describe("when a goal is first met", () => {
  const subject = subjectOf(run, 0);
  const a = assessmentOf(subject.projection, "pension-2030")!;
  const { years } = subject.projection.summary;
  const said = (inTime: number, later: number) =>
    firstMetSentence(subject, {
      ...a,
      monteCarloError: 0.004,
      firstMet: {
        share: years.map((y) => (y === years[0] ? inTime : y === 2033 ? later : 0)),
        never: 1 - inTime - later,
      },
    });

  it("says what part is in time and what never does", () => {
    expect(said(0.2, 0.3)).toBe(
      "20% of futures see Pension insurance at 60% at some year end up to 2030; 50% do not by 2035.",
    );
  });

  it("never claims all or none", () => {
    expect(said(0, 0)).toContain("<1% of futures see");
    expect(said(0, 0)).toContain(">99% do not");
    expect(said(1, 0)).toContain(">99% of futures see");
    expect(said(1, 0)).toContain("<1% do not");
  });
});

describe("scenarios beside each other", () => {
  const row = (scenario: string, median: number) => ({ scenario, median, medianText: en.percent(median) });

  it("names the furthest and the least far", () => {
    expect(comparisonSentence(en, "Pensions", 2030, [row("A", 0.51), row("B", 0.55), row("C", 0.49)])).toBe(
      "Of 3 scenarios, “B” takes Pensions furthest by the end of 2030, to 55.0% in its middle future, and “C” least far, to 49.0%.",
    );
  });

  it("names none where all print alike, nor where there is one alone", () => {
    expect(comparisonSentence(en, "Pensions", 2030, [row("A", 0.51001), row("B", 0.51002)])).toBe(
      "In the middle future all 2 scenarios take Pensions to 51.0% by the end of 2030.",
    );
  });
});

describe("a value reached", () => {
  const line = (scenario: string, chance: number, isReference = false) => ({
    scenario,
    chance,
    text: en.probability(chance, 0.004),
    isReference,
  });
  const said = (...lines: ReturnType<typeof line>[]) => reachedSentence(en, "Pensions", "60%", 2035, lines);

  it("is told of the reference and of where it is most", () => {
    expect(said(line("Base", 0.2, true), line("B", 0.44))).toBe(
      "By the end of 2035, Pensions has been at 60% in 20% of futures under “Base”, and in 44% under “B”, the most of all shown.",
    );
  });

  it("names no better one where none is, and only one where there is one", () => {
    expect(said(line("Base", 0.2, true), line("B", 0.1))).toContain("no scenario shown has more");
    expect(said(line("Base", 1, true))).toContain("in >99% of futures under “Base”");
    expect(said()).toBe("");
  });
});

const subjects = [
  subjectOf(run, "all"),
  subjectOf(run, 2),
  subjectOf(run, "all", "vi"),
  subjectOf(run, 2, "vi"),
  subjectOf(fixtureRun({ replay: true }), "all"),
  subjectOf(fixtureRun({ scenarios: 1 }), 0),
];

test.each(charts.map((chart) => [chart.id, chart] as const))("%s says in words what it shows", (_, chart) => {
  for (const subject of subjects)
    for (const figure of chart.figures(subject)) {
      const said = figure.sentence ?? figure.caption;
      expect(said).toMatch(/\d/);
      expect(said).toMatch(/[.!]$/);
      expect(said).not.toMatch(/undefined|NaN|null|\{\w+\}|\b(0|100)% of futures| {2}/);
      const { text } = figureBlock(subject.language, { figure, leads: false, big: null }, "<svg></svg>");
      if (figure.sentence) expect(text).toContain("says");
    }
});
