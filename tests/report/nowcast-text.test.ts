import { expect, test } from "vitest";
import { languageFor } from "../../src/report/language.ts";
import { ledgerText, statementCells } from "../../src/report/ledger-text.ts";
import { nowcastText, pastNowcastText } from "../../src/report/nowcast-text.ts";
import { ledgerOf, nowcastsOf } from "./present.ts";

const en = languageFor("en");
const vi = languageFor("vi");
const context = {
  schemes: [
    { id: "pension", title: { en: "Pension insurance", vi: "Bảo hiểm hưu trí" } },
    { id: "health", title: { en: "Health insurance", vi: "Bảo hiểm y tế" } },
  ],
  goals: [],
};
const nowcasts = nowcastsOf(["pension", "health"]);

test("a nowcast is told from its reading to its interval, and who was not read is named", () => {
  expect(nowcastText(en, nowcasts, context)).toEqual([
    "Pension insurance: 19 million people on 30 September 2025 are 40.5% of the base of 2025. From that time of the year to its end coverage has usually changed by +1.7 points (from 12 past readings of all schemes, the scheme’s own first). With the trend’s own 41.3%, the end of 2025 comes to 42.0%: 40.5% to 43.5% with 80%, 39.5% to 44.5% with 95%.",
    "Of Health insurance no reading after the last year end has been published.",
  ]);
  const [first] = nowcastText(vi, nowcasts, context);
  expect(first).toContain("cuối năm 2025 ước đạt 42,0%");
  expect(first).not.toMatch(/\{\w+\}|undefined/);
});

test("where nothing was read since the year end, that is said, and of which year nothing is known", () => {
  const none = { ...nowcasts, nowcasts: [], without: [{ scheme: "pension", lastYearEnd: 2024, lastReading: null }] };
  expect(nowcastText(en, none, context)[0]).toMatch(
    /^No reading after the last year end.*the end of 2025 is the trend/,
  );
  expect(nowcastText(vi, none, context)[0]).toMatch(/^Chưa có số liệu nào sau cuối năm/);
});

test("a nowcast that no past season and no trend supports says so", () => {
  const [one] = nowcasts.nowcasts;
  const bare = { ...nowcasts, nowcasts: [{ ...one, trend: null, seasonal: { coverage: 0.405, own: 0, all: 0 } }] };
  const [text] = nowcastText(en, bare, context);
  expect(text).toContain("Nothing is known of what happens from that time of the year to its end");
  expect(text).toContain("too few year ends for a trend");
});

test("a goal's chance is printed no finer than it deserves", () => {
  const [one] = nowcasts.nowcasts;
  const goals = [{ goal: "g", probability: 0.6545 }];
  const goal = {
    id: "g",
    scheme: "pension",
    year: 2025,
    measure: "coverage",
    value: 0.41,
    comparator: "at-least",
    instrument: "law",
    adopted: null,
    sources: [],
    note: "",
  } as const;
  const text = nowcastText(en, { ...nowcasts, nowcasts: [{ ...one, goals }] }, { ...context, goals: [goal] })[0];
  expect(text).toMatch(/The goal of at least 41% at that year end is met with a chance of 65%\.$/);
});

test("the past is told with what it is held against, and when in the year the trend was better", () => {
  expect(pastNowcastText(en, nowcasts)).toEqual([
    expect.stringContaining(
      "30 such forecasts missed the year end by 0.9 points on average; the trend alone missed by 1.0",
    ),
    "Within 4 months of the year end it beat the trend (0.6 against 1.0 points).",
    "With 8 months or more to go the trend alone did better (0.9 against 1.2 points).",
    expect.stringContaining("hindsight"),
  ]);
  expect(pastNowcastText(en, { ...nowcasts, all: null })).toEqual([
    "No earlier reading can be held against its year end.",
  ]);
  const level = nowcasts.byMonthsToGo.filter(({ from }) => from === 4);
  expect(pastNowcastText(en, { ...nowcasts, byMonthsToGo: level })).toHaveLength(2);
});

test("a ledger is told by its scores, and whether statements or medians were nearer", () => {
  const scores = ledgerOf("pension");
  expect(ledgerText(en, scores).join(" ")).toBe(
    "Of what was archived, 9 forecasts of coverage have met their year end. They missed it by 1.5 points on average, against 3.0 had nothing changed; the mean error is −1.2 points. 8 of 9 lay within their 80% interval. 40 more wait for their year end. Replays were made later than their day, by a method chosen later: some hindsight is in them. 1 of the official statements came when a forecast was in the ledger: the statement was nearer to what came in 0, the forecast’s median in 1.",
  );
  expect(ledgerText(vi, { ...scores, all: null })[0]).toBe("Chưa có điều gì trong các dự báo đã lưu xảy ra.");
  expect(scores.statements.map((one) => statementCells(en, one))).toEqual([
    { value: "45.00%", came: "42.70%", status: "actual", error: "+2.3", median: "42.00%", medianError: "−0.7" },
    { value: "21 million", came: "20 million", status: "derived", error: "+1 million", median: "–", medianError: "–" },
  ]);
});
