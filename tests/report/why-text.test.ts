import { describe, expect, test } from "vitest";
import type { GoalInfluence, SpreadSource, SpreadSplit, Tornado } from "../../src/core/domain.ts";
import { influence } from "../../src/report/charts/influence.ts";
import { tornado } from "../../src/report/charts/tornado.ts";
import { waterfall } from "../../src/report/charts/waterfall.ts";
import {
  assumptionName,
  factorName,
  influenceSentence,
  remedy,
  sobolSentence,
  spreadSentence,
  tornadoSentence,
} from "../../src/report/why-text.ts";
import { fixtureRun } from "./fixture.ts";
import { subjectOf } from "./subjects.ts";

const run = fixtureRun({ scenarios: 3 });
const [english, vietnamese] = ["en", "vi"].map((locale) => subjectOf(run, 1, locale));
const split = (shares: Partial<Record<SpreadSource, number>>): SpreadSplit => ({
  goal: "pension-2030",
  draws: 2000,
  width: 0.1,
  sd: 0.04,
  scaled: 1,
  parts: (["data", "parameters", "curve", "residual", "base", "levers"] as const).map((source) => ({
    source,
    share: shares[source] ?? 0,
    error: 0.01,
  })),
});
const [found] = english.projection.analysis?.tornados ?? [];

describe("the sentence of a spread", () => {
  test("says the largest source, what the width would be without it, and what could be learned", () => {
    const text = spreadSentence(english, split({ residual: 0.75, curve: 0.15, parameters: 0.1 }), found);
    // Without three quarters of the variance half of the width is left.
    expect(text).toBe(
      "75% of the uncertainty (variance) about Pension insurance in 2030 comes from the course of events itself, which no past reading tells. " +
        "8 in 10 futures now span 10.0 points; if that alone were known they would span about 5.0 points. " +
        "Of what can be learned, most lies in not knowing which curve growth follows (15%). " +
        "What would help: More year-end readings: each one tells the curves apart.",
    );
  });

  test("says it once where what can be learned is the largest", () => {
    const text = spreadSentence(vietnamese, split({ levers: 0.64, residual: 0.36 }), found);
    expect(text).toMatch(/^64% sự bất định \(phương sai\) về Bảo hiểm hưu trí năm 2030/);
    expect(text).toContain("còn khoảng 6,0 điểm phần trăm");
    expect(text).not.toContain("Trong những gì có thể biết thêm");
    expect(text).toContain("Đăng ký doanh nghiệp nhỏ");
  });

  test("names the number of the measures, and the ceiling, that evidence should be sought for first", () => {
    expect(remedy(english, "levers", found)).toMatch(/^Evidence on this number first: Small firms are registered: /);
    expect(remedy(english, "parameters", found)).toContain("Voluntary pension insurance: ceiling");
    expect(remedy(english, "levers", undefined)).toBe("Evidence on what the measures did elsewhere");
  });
});

test("the sentence of a tornado tells from where to where, in value and chance", () => {
  const one: Tornado = {
    goal: "pension-2030",
    draws: 10_000,
    drawn: { mean: 0.5, probability: 0.3 },
    swings: [
      {
        key: "trend.pension-others.ceiling",
        unit: "share",
        low: { value: 0.2, mean: 0.49, probability: 0.21 },
        high: { value: 0.45, mean: 0.52, probability: 0.36 },
      },
    ],
  };
  const text = tornadoSentence(english, one);
  expect(text).toMatch(
    /^What matters most is “Voluntary pension insurance: ceiling”: from 20% to 45% it moves the mean from 49.0% to 52.0%, and the chance of 60% by 2030 from \d+% to \d+%\.$/,
  );
  expect(tornadoSentence(english, { ...one, swings: [] })).toBe("No assumption that is uncertain moves this goal.");
});

test("the sentence of a reading names scheme, year, figure and source, and says which way", () => {
  const reading = (median: number): GoalInfluence => ({
    goal: "pension-2030",
    draws: 2000,
    probability: 0.3,
    median: 0.55,
    tried: 20,
    readings: [
      { scheme: "health", year: 2022, coverage: 0.923, sources: ["yearbook-2024"], median, probability: median },
    ],
  });
  const lower = influenceSentence(english, reading(-0.012));
  expect(lower).toContain("“Health insurance, end of 2022” (92.3%, Fixture bureau)");
  expect(lower).toContain("1.2 points lower");
  expect(influenceSentence(vietnamese, reading(0.012))).toContain("cao hơn 1,2 điểm phần trăm");
  expect(influenceSentence(english, { ...reading(0), readings: [] })).toBe("No single reading moves this goal.");
});

test("names what a stream or an assumption is about", () => {
  expect(factorName(english, "trend/health/path")).toBe("Health insurance: the course of its own trend");
  expect(factorName(english, "trend/health/ceiling")).toBe("Health insurance: ceiling");
  expect(factorName(english, "exit/health")).toBe("Health insurance: members who leave in a year");
  expect(factorName(english, "base/population")).toMatch(/: growth and size$/);
  expect(factorName(english, "lever/drive/people")).toBe(assumptionName(english, "levers.drive.people"));
  expect(assumptionName(english, "world.labour-force.level")).toMatch(/: size at the last reading$/);
  const [sobol] = english.projection.analysis?.sobol ?? [];
  expect(sobol && sobolSentence(english, sobol)).toContain("60% follows “Pension insurance of employees");
});

describe("the charts of why", () => {
  test("a waterfall leads from the reference to the scenario without a gap, and its table holds each step", () => {
    for (const figure of waterfall.figures(subjectOf(run, 2))) {
      const bars = figure.datasets.bars ?? [];
      bars.forEach((bar, i) => {
        if (i > 0) expect(bar.from).toBeCloseTo(bars[i - 1]?.to as number, 12);
      });
      const [start, end] = figure.datasets.dots ?? [];
      expect(bars[0]?.from).toBeCloseTo(start?.to as number, 12);
      expect(bars.at(-1)?.to).toBeCloseTo(end?.to as number, 12);
      expect(figure.table.rows).toHaveLength(bars.length + 2);
      expect(figure.sentence).toMatch(/“.+”/);
    }
  });

  test("the comparing report tells of its first goal alone", () => {
    const all = { ...subjectOf(run, 1), comparing: true };
    expect(tornado.figures(all)).toHaveLength(1);
    expect(tornado.figures({ ...all, comparing: false })).toHaveLength(2);
    expect(influence.figures(all)).toHaveLength(1);
    expect(waterfall.figures(all)).toEqual([]);
  });

  test("assumptions that hardly move a goal have no bar but their row", () => {
    const [figure] = tornado.figures(english);
    expect(figure?.datasets.bars).toHaveLength(3);
    expect(figure?.table.rows).toHaveLength(4);
  });
});
