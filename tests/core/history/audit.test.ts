import { expect, test } from "vitest";
import type { BaseReading, Finding, Goal, Observation, Workspace } from "../../../src/core/domain.ts";
import { audit } from "../../../src/core/history/audit.ts";
import { counted, say, yearRuns } from "../../../src/core/history/say.ts";
import { data, goal, observation, reading, scheme, source, workspace } from "./made-up.ts";

const bases = [2018, 2019, 2020, 2021, 2022, 2023].map((year) => reading(`${year}-12-31`, 50e6));
const find = (
  code: string,
  given: { observations?: Observation[]; bases?: BaseReading[]; goals?: Goal[]; workspace?: Partial<Workspace> },
): Finding[] =>
  audit({
    workspace: workspace(given.workspace),
    data: data({ bases, sources: [source("report"), source("census")], ...given }),
    asOf: null,
  }).filter((finding) => finding.code === code);
const on = (date: string, participants: number | null, coverage: number | null, more: Partial<Observation> = {}) =>
  observation({ date, participants, coverage, participantsRounding: participants ? 5e3 : 0, ...more });
/** A line of its own in the file for each row, as it would be read. */
const rows = (...observations: Observation[]) => ({
  observations: observations.map((row, i) => ({ ...row, place: { ...row.place, line: i + 2 } })),
});

test("two bases on one day come out with both rates and the first line that shows them", () => {
  const [finding, ...others] = find(
    "audit/base-jump",
    rows(on("2022-09-30", 17.24e6, 0.3484, { sources: ["a"] }), on("2022-09-30", 17.08e6, 0.3701, { sources: ["b"] })),
  );
  expect(others).toEqual([]);
  expect(finding).toMatchObject({ severity: "warning", date: "2022-09-30", place: { line: 2 } });
  expect(finding.message.en).toContain("49.48 million (34.84% [a]) and as 46.15 million (37.01% [b])");
  expect(finding.message.vi).toContain("49,48 triệu (34,84% [a]) và 46,15 triệu (37,01% [b])");
});

test("a base that moves and stays is a change of definition, one that stands alone a pair that does not match", () => {
  const before = [on("2021-12-31", 15e6, 0.3), on("2022-06-30", 15.05e6, 0.301)];
  const stays = find(
    "audit/base-jump",
    rows(...before, on("2023-06-30", 15.1e6, 0.33), on("2023-12-31", 15.2e6, 0.332)),
  );
  expect(stays.map(({ message }) => message.en)).toEqual([expect.stringContaining("the definition changed")]);
  const alone = find(
    "audit/base-jump",
    rows(...before, on("2023-06-30", 15.1e6, 0.33), on("2023-12-31", 15.2e6, 0.304)),
  );
  expect(alone.map(({ message }) => message.en)).toEqual([expect.stringContaining("do not belong together")]);
});

test("growth and rounding are no jump", () => {
  const steady = [on("2020-12-31", 15e6, 0.3), on("2022-12-31", 15.45e6, 0.303), on("2023-06-30", 15.6e6, 0.3)];
  expect(find("audit/base-jump", rows(...steady, on("2023-12-31", 15e6, 0.29, { coverageRounding: 0.005 })))).toEqual(
    [],
  );
});

test("coverage x base against participants: one finding a scheme with the worst, nothing within rounding", () => {
  const [finding, ...others] = find(
    "audit/identity",
    rows(on("2020-12-31", 15e6, 0.29), on("2021-12-31", 15e6, 0.2), on("2022-12-31", 15e6, 0.3)),
  );
  expect(others).toEqual([]);
  expect(finding).toMatchObject({ severity: "warning", date: "2021-12-31" });
  expect(finding.message.en).toContain("in 2 figures (2020-12-31, 2021-12-31)");
  expect(finding.message.en).toContain("implied base 75 million, read 50 million");
});

test("a rate is not held against a definition that was still to come", () => {
  const old = [reading("2021-12-31", 50e6, { regime: "old" }), reading("2022-09-30", 50e6, { regime: "old" })];
  const both = { ...rows(on("2021-12-31", 15e6, 0.3)), bases: [...old, reading("2022-09-30", 46e6)] };
  expect(find("audit/identity", both)).toEqual([]);
});

test("more participants than people is an error", () => {
  expect(find("audit/participants-above-base", rows(on("2021-12-31", 51e6, null)))).toMatchObject([
    { severity: "error", date: "2021-12-31", scheme: "pension" },
  ]);
  expect(find("audit/participants-above-base", rows(on("2021-12-31", 50e6, null)))).toEqual([]);
  const rounded = on("2021-12-31", 51e6, null, { participantsRounding: 1.5e6 });
  expect(find("audit/participants-above-base", rows(rounded)), "rounding may explain it").toEqual([]);
});

test("a total that is not the sum of its parts comes out, and a part above its whole is an error", () => {
  const schemes = [scheme("total", { sumOf: ["men", "women"] }), scheme("men"), scheme("women", { within: "men" })];
  const count = (id: string, participants: number) => observation({ scheme: id, participants });
  const given = { ...rows(count("total", 10e6), count("men", 4e6), count("women", 5e6)), workspace: { schemes } };
  expect(find("audit/sum-of-parts", given)).toMatchObject([{ scheme: "total", place: { line: 2 } }]);
  expect(find("audit/part-above-whole", given)).toMatchObject([{ scheme: "women", severity: "error" }]);
  const sound = { ...rows(count("total", 10e6), count("men", 6e6), count("women", 4e6)), workspace: { schemes } };
  expect([...find("audit/sum-of-parts", sound), ...find("audit/part-above-whole", sound)]).toEqual([]);
});

test("actual figures a day apart that disagree beyond rounding are rivals", () => {
  const [finding, ...others] = find(
    "audit/rival-figures",
    rows(
      on("2020-12-31", null, 0.9085, { sources: ["a"] }),
      on("2021-01-01", 20e6, 0.9005, { sources: ["b"] }),
      on("2021-01-03", 30e6, null, { sources: ["c"] }),
      on("2020-12-31", 25e6, null, { sources: ["d"], status: "estimate" }),
    ),
  );
  expect(others).toEqual([]);
  expect(finding).toMatchObject({ place: { line: 2 }, date: "2020-12-31" });
  expect(finding.message.en).toBe(
    "pension: actual figures for 2020-12-31/2021-01-01 disagree beyond rounding: 90.85% [a], 90.05% [b]",
  );
});

test("a figure rounded or cut to fewer digits is no rival, nor is a rate on another base", () => {
  const fine = on("2020-12-31", 15_033_644, 0.3025, { participantsRounding: 0.5 });
  const cut = on("2020-12-31", 15e6, 0.3, { participantsRounding: 5e4, coverageRounding: 0.005 });
  const other = on("2020-12-31", null, 0.25, { base: "adults" });
  expect(find("audit/rival-figures", rows(fine, cut, other))).toEqual([]);
});

test("figures printed before their date are told, whatever they are called", () => {
  const ahead = on("2021-12-31", 15e6, null, { published: "2021-11-24" });
  const found = find("audit/projection-as-fact", rows(ahead));
  expect(found.map(({ message }) => message.en)).toEqual([
    expect.stringContaining(
      "1 figure called actual but printed before the date, the first for 2021-12-31 on 2021-11-24",
    ),
    expect.stringContaining("every figure for the year end of 2021 was printed as a projection"),
  ]);
});

test("other months are measured against the line between year ends", () => {
  const [finding] = find(
    "audit/mixed-months",
    rows(
      on("2020-12-31", 20e6, null),
      on("2021-04-30", 18e6, null),
      on("2021-06-30", 19e6, null),
      on("2021-12-31", 20e6, null),
      on("2022-06-30", 20e6, null),
    ),
  );
  expect(finding).toMatchObject({ severity: "note", place: { line: 3 } });
  expect(finding.message.en).toBe(
    "pension: 2 readings of other months lie -7.5% off the line between year ends (median), lowest -10% on 2021-04-30; by month, highest June (-5%), lowest April (-10%): year ends are peaks, so other months stay out of the history",
  );
  expect(finding.message.vi).toContain("tháng 6");
});

test("months on the line between year ends, or between year ends far apart, are no finding", () => {
  const apart = rows(on("2018-12-31", 20e6, null), on("2020-06-30", 15e6, null), on("2022-12-31", 20e6, null));
  expect(find("audit/mixed-months", apart)).toEqual([]);
  const even = rows(on("2020-12-31", 20e6, null), on("2021-06-30", 20e6, null), on("2021-12-31", 20e6, null));
  expect(find("audit/mixed-months", even)).toEqual([]);
});

test("a source that is missing, unknown or undated comes out, each once", () => {
  const given = rows(
    on("2020-12-31", 20e6, null, { sources: [] }),
    on("2021-12-31", 20e6, null, { sources: ["ghost"] }),
    on("2022-12-31", 20e6, null, { sources: ["ghost", "report"] }),
  );
  expect(find("audit/missing-source", given).map(({ message, place }) => [message.en, place?.line])).toEqual([
    ["1 row without a source, this one first", 2],
    ['source "ghost", named by 2 rows, is not in the table of sources', 3],
  ]);
  const [undated] = find("audit/missing-publication", given);
  expect(undated).toMatchObject({ severity: "note", place: { line: 3 } });
  expect(undated.message.en).toContain("8 rows from 3 sources without a publication date");
});

test("a change beyond the history's own spread comes out, a steady or a short history does not", () => {
  const years = (...coverages: number[]) =>
    rows(...coverages.map((coverage, i) => on(`${2016 + i}-12-31`, null, coverage)));
  const readings = { bases: [reading("2015-12-31", 50e6), reading("2024-12-31", 50e6)] };
  const jumped = find("audit/jump", { ...years(0.3, 0.31, 0.322, 0.33, 0.34, 0.4, 0.411, 0.42), ...readings });
  expect(jumped).toMatchObject([{ severity: "note", date: "2021-12-31", place: { line: 7 } }]);
  expect(jumped[0].message.en).toContain(
    "moved by 6 percentage points a year from 2020 to 2021, where 1 percentage points are usual",
  );
  expect(find("audit/jump", { ...years(0.3, 0.31, 0.322, 0.33, 0.34, 0.351, 0.36), ...readings })).toEqual([]);
  expect(find("audit/jump", { ...years(0.3, 0.31, 0.4, 0.41), ...readings })).toEqual([]);
});

test("one percentage stated as two numbers of people has a base that moved", () => {
  const goals = [
    goal("law", 0.45, { place: { file: "goals.csv", line: 2, column: 1 } }),
    goal("then", 23.1e6, { place: { file: "goals.csv", line: 3, column: 1 } }),
    goal("now", 21.525e6),
  ];
  const [finding, ...others] = find("audit/goal-base-moved", { goals });
  expect(others).toEqual([]);
  expect(finding).toMatchObject({ scheme: "pension", date: "2025-12-31", place: { file: "goals.csv", line: 3 } });
  expect(finding.message.en).toBe(
    "pension 2025: 45% is stated as 23.1 million (then) and as 21.53 million (now): the base moved between the two, not the goal",
  );
});

test("numbers of people as far apart as their percentages are two goals, not a moved base", () => {
  const goals = [goal("a", 0.4), goal("b", 0.44), goal("c", 20e6), goal("d", 22e6)];
  expect(find("audit/goal-base-moved", { goals })).toEqual([]);
  expect(find("audit/goal-rivals", { goals }).map(({ message }) => message.en)).toEqual([
    "pension: different goals stand for 2025, for 2025 40% (a), 44% (b)",
  ]);
});

test("a number of people is held against today's base: off by some it moved, off by much it is another goal", () => {
  const reached = rows(on("2023-12-31", 20e6, 0.4));
  const of = (people: number) => [goal("p", 0.4, { year: 2023 }), goal("n", people, { year: 2023 })];
  expect(find("audit/goal-base-moved", { ...reached, goals: of(20.2e6) })).toEqual([]);
  const [moved] = find("audit/goal-base-moved", { ...reached, goals: of(22e6) });
  expect(moved.message.en).toContain("22 million (n) as 40% takes it to be 55 million, where it is 50 million");
  const [other] = find("audit/goal-rivals", { ...reached, goals: of(40e6) });
  expect(other.message.en).toBe("pension 2023: 40 million (n) is 80% of the base, another goal than 40%");
});

test("rates on another base are told and counted", () => {
  const [finding] = find(
    "audit/measure-mismatch",
    rows(on("2020-12-31", null, 0.3, { base: "adults" }), on("2021-12-31", null, 0.31, { base: "adults" })),
  );
  expect(finding.message.en).toBe(
    'pension: 2 rates (2020-12-31, 2021-12-31) divided by "adults", not by "workers": not used as coverage',
  );
});

test("a pin that matches no figure comes out", () => {
  const pins = [
    { scheme: "pension", date: "2020-12-31", source: "report", reason: "" },
    { scheme: "pension", date: "2020-12-31", source: "reprot", reason: "" },
  ];
  const found = find("audit/unused-pin", { ...rows(on("2020-12-31", 20e6, null)), workspace: { pins } });
  expect(found.map(({ message }) => message.en)).toEqual([expect.stringContaining('names source "reprot"')]);
});

test("errors come first, then warnings, then notes, and every message stands in both tongues", () => {
  const findings = audit({
    workspace: workspace(),
    data: data({ ...rows(on("2020-12-31", 60e6, 0.3), on("2021-12-31", 15e6, 0.3, { base: "adults" })), bases }),
    asOf: null,
  });
  const order = ["error", "warning", "note"];
  expect(findings.map(({ severity }) => severity)).toEqual(
    [...findings.map(({ severity }) => severity)].sort((a, b) => order.indexOf(a) - order.indexOf(b)),
  );
  expect(findings.length).toBeGreaterThan(2);
  for (const { message } of findings) {
    expect(message.vi).toBeTruthy();
    expect(message.vi).not.toBe(message.en);
    expect(`${message.en}${message.vi}`).not.toMatch(/undefined|NaN|null/);
  }
});

test("sound data make no finding", () => {
  const sound = data({ ...rows(on("2020-12-31", 15e6, 0.3), on("2021-12-31", 15.5e6, 0.31)), bases });
  expect(audit({ workspace: workspace(), data: sound, asOf: null })).toEqual([]);
});

test("numbers are written as each tongue writes them, and years as runs", () => {
  const words = (n: number) =>
    say(
      (w) => `${w.people(n)}; ${w.percent(n)}`,
      (w) => w.people(n),
    );
  expect(words(1_234_567)).toEqual({ en: "1.23 million; 123,456,700%", vi: "1,23 triệu" });
  expect(
    say(
      (w) => w.percent(-0.00001),
      (w) => w.points(0.0125),
    ),
  ).toEqual({ en: "0%", vi: "1,25 điểm phần trăm" });
  expect(yearRuns([2015, 2012, 2013, 2014, 2018, 2014])).toBe("2012-2015, 2018");
  expect([counted(1, "row"), counted(2, "row")]).toEqual(["1 row", "2 rows"]);
});
