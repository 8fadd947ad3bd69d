import { describe, expect, it } from "vitest";
import type { Assessment } from "../../../src/core/domain.ts";
import { likelihoodOf } from "../../../src/core/goals/likelihood.ts";
import { bestPaceText, goalWarnings } from "../../../src/report/sentences/goal-facts.ts";
import { goalSentence, plainText, twinOf } from "../../../src/report/sentences/goal-sentence.ts";
import { assessmentOf } from "../../../src/report/subject.ts";
import { fixtureRun } from "../fixture.ts";
import { subjectOf } from "../subjects.ts";

const run = fixtureRun({ scenarios: 2 });
const [english, vietnamese] = [subjectOf(run, 0), subjectOf(fixtureRun({ scenarios: 2 }), 0, "vi")];
const of = (id: string, over: Partial<Assessment> = {}) => ({ ...assessmentOf(english.projection, id)!, ...over });
const chance = (probability: number, p50: number, id = "pension-2030") => {
  const reached = { p10: p50 - 0.03, p50, p90: p50 + 0.03 };
  return of(id, { probability, reached, likelihood: likelihoodOf(probability), monteCarloError: 0.004 });
};

describe("the sentence of a goal", () => {
  it("says chance, words and the middle future's distance, short, past or level", () => {
    expect(goalSentence(english, chance(0.12, 0.523))).toBe(
      "Pension insurance at 60% or more at the end of 2030 has a chance of 12% (unlikely) under “Baseline”; the middle future has 52.3%, 7.7 points short of the goal.",
    );
    expect(goalSentence(english, chance(0.95, 0.64))).toContain("4.0 points past the goal");
    expect(goalSentence(english, chance(0.5, 0.6))).toContain("right at the goal");
    expect(goalSentence(vietnamese, chance(0.12, 0.523))).toContain(
      "xác suất để Bảo hiểm hưu trí đạt 60% trở lên vào cuối năm 2030 là 12% (ít khả năng)",
    );
  });

  it("never claims 0 or 100 %, and says more than where the goal does", () => {
    expect(goalSentence(english, chance(0, 0.3))).toContain("a chance of <1% (exceptionally unlikely)");
    expect(goalSentence(english, chance(1, 0.99, "health-2030"))).toMatch(
      /at more than 95% .* >99% \(virtually certain\)/,
    );
  });

  it("counts people where the goal does", () => {
    const reached = { p10: 3e6, p50: 4.1e6, p90: 5e6 };
    const people = of("voluntary-count-2030", { reached, probability: 0.4, likelihood: likelihoodOf(0.4) });
    expect(goalSentence(english, people)).toContain("at 4.4 million or more");
    expect(goalSentence(english, people)).toContain("4.1 million, 300,000 people short of the goal");
  });

  it("is silent of a goal that was not simulated", () => {
    expect(goalSentence(english, of("pension-2020"))).toBe("");
  });
});

describe("a count beside a share", () => {
  const twin = (medianBase: number, subject = english) =>
    twinOf(
      subject,
      of("voluntary-2030", { medianBase, counterparts: [{ goal: "voluntary-count-2030", impliedBase: 88e6 }] }),
    );

  it("says on which base they are one, and which is now the easier", () => {
    expect(twin(90e6)?.sentence).toBe(
      "4.40 million people are 5% of 88.00 million; the median base of 2030 is 90.00 million, of which they are 4.9%: the count is the easier goal.",
    );
    expect(twin(86e6)?.sentence).toContain("the count is the harder goal");
    expect(twin(88e6)?.sentence).toContain("both ask for nearly the same");
    expect(twin(90e6, vietnamese)?.sentence).toContain("mục tiêu theo số người dễ đạt hơn");
  });

  it("is told from the count's side too, and of no goal without a twin", () => {
    const count = of("voluntary-count-2030", {
      medianBase: 90e6,
      counterparts: [{ goal: "voluntary-2030", impliedBase: 88e6 }],
    });
    expect(twinOf(english, count)?.sentence).toContain("the count is the easier goal");
    expect(twinOf(english, of("pension-2030"))).toBeNull();
  });
});

it("tells the plain measure beside the official one", () => {
  const plain = { reached: { p10: 0.9, p50: 0.943, p90: 0.96 }, probability: 0.31 };
  const a = { ...chance(0.55, 0.951, "health-2030"), plain };
  expect(plainText(english, a)).toBe(
    "94.3% in the middle future, chance 31%; officials divide by an earlier year’s base, which gives 95.1% and 55%",
  );
  expect(plainText(english, of("health-2030"))).toBeNull();
});

it("tells the best pace where it is not the recent one", () => {
  const pace = { fromYear: 2016, toYear: 2019, personsPerYear: 1.2e6, coveragePerYear: 0.02, hazard: 0.031 };
  const recentPace = { ...pace, fromYear: 2021, toYear: 2024 };
  expect(bestPaceText(english.language, of("pension-2030", { bestPace: pace, recentPace }))).toBe(
    "coverage rose fastest in 2016–2019: +1.2 million a year, 3.1% of those then outside",
  );
  expect(bestPaceText(english.language, of("pension-2030", { bestPace: pace, recentPace: pace }))).toBeNull();
  expect(bestPaceText(english.language, of("pension-2030", { bestPace: null }))).toBeNull();
});

it("finds the warnings of a goal, whatever instrument they were told of", () => {
  const goal = assessmentOf(english.projection, "pension-2030")!.goal;
  const note = { code: "goal/already-met", subject: "twin", message: { en: "Met already." } };
  const { input } = english.projection;
  const projection = {
    ...english.projection,
    input: { ...input, goals: [...input.goals, { ...goal, id: "twin" }] },
    notes: [note, { ...note, subject: "health-2030" }, { ...note, code: "lever/cut" }],
  };
  expect(goalWarnings(projection, goal)).toEqual([note]);
});
