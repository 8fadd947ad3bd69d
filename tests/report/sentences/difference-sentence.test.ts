import { describe, expect, it } from "vitest";
import { languageFor } from "../../../src/report/language.ts";
import { comparedGoalSentence, differenceSentence } from "../../../src/report/sentences/difference-sentence.ts";
import { comparedGoal } from "../answers.ts";

const [en, vi] = [languageFor("en"), languageFor("vi")];
const names = { scenario: "“Drive”", reference: "“Baseline”" };
const found = (low: number, median: number, high: number, people = median * 50e6) => ({
  low,
  median,
  high,
  people: [low * 50e6, people, high * 50e6] as const,
});
const said = (difference: ReturnType<typeof found>, language = en) =>
  differenceSentence(language, names, "Pensions", 2030, difference);

describe("a difference of coverage", () => {
  it("is told with its interval, in points and in people", () => {
    expect(said(found(0.004, 0.022, 0.031))).toBe(
      "“Drive” lifts Pensions by 2.2 points by the end of 2030, or 1.1 million people, against “Baseline”; in 8 of 10 futures the difference lies between +0.4 and +3.1 points.",
    );
    expect(said(found(-0.031, -0.022, 0.002), vi)).toBe(
      "Đến cuối năm 2030, “Drive” làm Pensions giảm 2,2 điểm phần trăm, tức 1,1 triệu người, so với “Baseline”; ở 8 trên 10 tương lai, chênh lệch nằm giữa −3,1 và +0,2 điểm.",
    );
  });

  it("is neither a rise nor a fall where it prints as nothing", () => {
    expect(said(found(-0.004, 0.0003, 0.002))).toContain("changes Pensions by less than 0.1 points");
    expect(said(found(-0.004, -0.0003, 0.002), vi)).toContain("thay đổi chưa tới 0,1 điểm phần trăm");
  });

  it("is nothing where all futures are alike", () => {
    expect(said(found(0, 0, 0))).toBe("“Drive” changes nothing in Pensions by the end of 2030, against “Baseline”.");
    expect(said(found(0, 0, 0), vi)).toContain("không làm thay đổi");
  });
});

describe("a difference of a goal's chance", () => {
  const told = (other: number, gained: number, lost: number, language = en) =>
    comparedGoalSentence(language, names, "Pensions, 60% by 2030", comparedGoal("g", other, gained, lost), 10000);

  it("says both chances, the difference with its error, and the futures won and lost", () => {
    expect(told(0.3, 0.2, 0.02)).toBe(
      "Pensions, 60% by 2030: a chance of 48% instead of 30%, 18.0 points more (error 0.4); 20% of the futures meet it only with “Drive”, 2% only without.",
    );
    expect(told(0.3, 0.02, 0.2, vi)).toContain("xác suất 12% thay vì 30%, giảm 18,0 điểm phần trăm");
  });

  it("is no difference where chance alone would put them as far apart, nor where both print alike", () => {
    expect(told(0.3, 0.001, 0.0009)).toContain("no further apart than chance would put them");
    expect(told(0, 0.004, 0)).toBe("Pensions, 60% by 2030: a chance of <1% under both.");
    expect(told(1, 0, 0)).toContain("no further apart than chance would put them");
  });

  it("never claims 0 or 100 %", () => {
    expect(told(0, 0.5, 0)).toContain("50% instead of <1%");
    expect(told(1, 0, 0.5)).toContain("50% instead of >99%");
  });
});
