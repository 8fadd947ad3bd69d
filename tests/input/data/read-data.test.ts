import { describe, expect, test } from "vitest";
import { problemsOf, readChanged } from "../change-good.ts";

const observations = "data/observations.csv";
const append = (row: string) => (text: string) => `${text}${row}\n`;

test("a figure keeps what was printed: its rounding, its sources, its place", () => {
  const { data } = readChanged({});
  expect(data.observations[0]).toEqual({
    scheme: "formal",
    date: "2022-12-31",
    participants: 3_000_000,
    coverage: 0.3,
    participantsRounding: 50_000,
    coverageRounding: 0.0005,
    base: "workers",
    status: "actual",
    published: "2023-01-15",
    sources: ["yearbook"],
    note: "",
    place: { file: observations, line: 2, column: 1 },
  });
  expect(data.observations[4]).toMatchObject({
    coverage: null,
    coverageRounding: 0,
    published: null,
    sources: ["yearbook", "press"],
  });
});

test("goals are in inner units, and `pct` is nobody's affair any more", () => {
  const { data } = readChanged({
    "data/goals.csv": append("members-2030,health,2030,participants,18500000,about,people,Plan,,press,"),
  });
  expect(data.goals.map(({ measure, value, comparator }) => [measure, value, comparator])).toEqual([
    ["coverage", 0.45, "at-least"],
    ["coverage", 0.95, "more-than"],
    ["participants", 18_500_000, "about"],
  ]);
});

test("a package without goals and events is whole", () => {
  const { data } = readChanged({
    "covercast.yaml": (text) => text.replace(/^goals:.*\n/m, ""),
    "data/datapackage.json": (text) => text.replace(/ *\{"name": "(goals|events)".*\n/g, ""),
  });
  expect([data.goals, data.events]).toEqual([[], []]);
});

test("bases that no scheme is a share of may be named by figures", () => {
  const { data } = readChanged({
    "data/bases.csv": append("labour-force,2023-12-31,12000000,estimate,,census,,press,"),
    [observations]: append("formal,2021-12-31,,24.8,labour-force,estimate,,press,on the wider base"),
  });
  expect(data.observations.at(-1)?.base).toBe("labour-force");
});

describe("a row is refused for", () => {
  test.each<[string, string, string, string[]]>([
    [
      "a day that does not exist",
      observations,
      "formal,2025-02-30,1000000,10,workers,actual,,press,",
      ["data/bad-date"],
    ],
    [
      "coverage of 140 %",
      observations,
      "formal,2021-12-31,,140,workers,actual,,press,",
      ["data/coverage-out-of-range"],
    ],
    ["a negative number", observations, "formal,2021-12-31,-5,,workers,actual,,press,", ["data/negative"]],
    ["no figure at all", observations, "formal,2021-12-31,,,workers,actual,,press,", ["data/no-figure"]],
    ["more participants than people that year", observations, "health,2022-12-31,19000000,,people,actual,,press,", []],
    [
      "participants above the base",
      observations,
      "health,2022-12-31,19500001,,people,actual,,press,",
      ["data/participants-above-base"],
    ],
    ["an unknown status", observations, "formal,2021-12-31,,10,workers,final,,press,", ["data/unknown-status"]],
    [
      "unknown ids",
      observations,
      "former,2021-12-31,,10,worker,actual,,pres+yearbook,",
      ["data/unknown-scheme", "data/unknown-base", "data/unknown-source"],
    ],
    ["a base of nobody", "data/bases.csv", "workers,2021-12-31,0,actual,,census,,press,", ["data/no-people"]],
    ["a base without a figure", "data/bases.csv", "workers,2021-12-31,,actual,,census,,press,", ["data/empty-cell"]],
    [
      "a goal that is there already",
      "data/goals.csv",
      "health-2030,health,2031,coverage_pct,96,about,people,Plan,,press,",
      ["data/duplicate-id"],
    ],
    [
      "a goal of nothing",
      "data/goals.csv",
      "h-31,health,2031,coverage_pct,0,about,people,Plan,,press,",
      ["data/no-goal"],
    ],
    [
      "a goal without a year",
      "data/goals.csv",
      "h-31,health,soon,coverage_pct,96,above,people,Plan,,press,",
      ["data/bad-year", "data/unknown-comparator"],
    ],
    ["a source that is there already", "data/sources.csv", "press,Another paper,,,", ["data/duplicate-id"]],
    ["an address that runs code", "data/sources.csv", "evil,A paper,,,javascript:alert(1)", ["data/bad-url"]],
    ["an event of nothing known", "data/events.csv", "2021-01-01,everybody,Law,,up,,,press,", ["data/unknown-scheme"]],
  ])("%s", (_, file, row, expected) => {
    const lines = {
      [observations]: 8,
      "data/bases.csv": 6,
      "data/goals.csv": 4,
      "data/sources.csv": 4,
      "data/events.csv": 3,
    };
    const found = problemsOf({ [file]: append(row) });
    expect(found.sort()).toEqual(expected.map((code) => `${file}:${lines[file as keyof typeof lines]} ${code}`).sort());
  });
});

test("a slip of the pen for a base is warned of, and not refused", () => {
  expect(problemsOf({ "data/bases.csv": append("worker,2021-12-31,9900000,actual,,census,,press,") })).toEqual([
    "data/bases.csv:6 data/unknown-base",
  ]);
});

test("a table that cannot be read raises no alarms in the tables that refer to it", () => {
  expect(problemsOf({ "data/sources.csv": (text) => text.replace("id,title", "key,title") })).toEqual([
    "data/sources.csv:1 csv/unknown-column",
    "data/sources.csv:1 csv/missing-column",
  ]);
  expect(problemsOf({ "data/sources.csv": (text) => text.replace("press,A newspaper,,,", "press,,,,") })).toEqual([
    "data/sources.csv:3 data/empty-cell",
  ]);
});

describe("a data package is refused for", () => {
  test.each<[string, (text: string) => string, string[]]>([
    [
      "a table that is missing",
      (text) => text.replace(/.*"bases".*\n/, ""),
      ["data/datapackage.json:3 data/missing-table"],
    ],
    [
      "a path out of the workspace",
      (text) => text.replace('"bases.csv"', '"../../bases.csv"'),
      ["data/datapackage.json:5 data/path"],
    ],
    [
      "a path to the web",
      (text) => text.replace('"bases.csv"', '"https://example.org/bases.csv"'),
      ["data/datapackage.json:5 data/path"],
    ],
    [
      "a file that is not there",
      (text) => text.replace('"bases.csv"', '"base.csv"'),
      ["data/datapackage.json:5 file/not-found"],
    ],
    [
      "fields that are not the table's",
      (text) => text.replace('"events.csv"', '"events.csv", "schema": {"fields": [{"name": "day"}]}'),
      ["data/datapackage.json:7 data/columns-differ"],
    ],
    [
      "a comma too many",
      (text) => text.replace('sources.csv"}', 'sources.csv"},'),
      ["data/datapackage.json:1 json/syntax"],
    ],
    ["a list in place of a map", () => "[1]", ["data/datapackage.json:1 data/wrong-type"]],
  ])("%s", (_, change, expected) => {
    expect(problemsOf({ "data/datapackage.json": change })).toEqual(expected);
  });
});
