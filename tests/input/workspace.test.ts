import { describe, expect, test } from "vitest";
import { problemsOf, readChanged } from "./change-good.ts";

const small = `schema: 1
title: {en: Small, vi: Nhỏ}
data: data/datapackage.json
bases:
  workers: {title: Workers, reading: year-end, regime: "2020", growth: 1%}
  people: {title: People, reading: year-average, regime: census}
schemes:
  formal: {title: Formal, base: workers}
  farmers: {title: Farmers, base: workers}
  pension: {title: Pension, base: workers, sumOf: [formal, farmers]}
  jobless: {title: Jobless, base: workers, within: formal, short: U}
  health: {title: Health, base: people, baseLagYears: 1}
`;
const change = (from: string | RegExp, to: string) => ({ "covercast.yaml": (text: string) => text.replace(from, to) });

test("what a workspace leaves out has its documented defaults", () => {
  const { workspace } = readChanged({ "covercast.yaml": small });
  expect(workspace).toMatchObject({
    title: { en: "Small", vi: "Nhỏ" },
    reference: "baseline",
    headlineGoals: [],
    pins: [],
    run: { horizon: 2035, draws: 10_000, seed: 1, bands: [0.5, 0.8, 0.95] },
    locale: "en",
  });
  expect(workspace.schemes.map(({ id }) => id)).toEqual(["formal", "farmers", "pension", "jobless", "health"]);
  expect(workspace.schemes[0]).toEqual({
    id: "formal",
    title: { en: "Formal" },
    short: "FORMAL",
    base: "workers",
    baseLagYears: 0,
    sumOf: [],
    within: null,
    exitRate: { kind: "fixed", value: 0.05 },
    trend: { ceiling: null, window: { from: null, to: null }, curves: [], exclude: [] },
  });
  expect(workspace.bases).toMatchObject([
    { id: "workers", growth: { kind: "fixed", value: 0.01 }, levelSd: 0 },
    { id: "people", growth: null },
  ]);
});

test("what a workspace says is taken over, in inner units", () => {
  const { workspace } = readChanged({});
  const [pension, formal] = workspace.schemes;
  expect(pension.sumOf).toEqual(["formal", "farmers"]);
  expect(formal.exitRate).toEqual({ kind: "triangle", low: 0.03, mode: 0.05, high: 0.07 });
  expect(formal.trend).toEqual({
    ceiling: { mean: 0.7, sd: 0.1 },
    window: { from: 2012, to: null },
    curves: [],
    exclude: [],
  });
  expect(workspace.pins).toEqual([
    { scheme: "formal", date: "2023-12-31", source: "yearbook", reason: "the yearbook counts to the person" },
  ]);
});

describe("a workspace is refused for", () => {
  test.each<[string, string | RegExp, string, string[]]>([
    ["a scheme that is not there", "within: formal", "within: formel", ["covercast.yaml:23 workspace/unknown-scheme"]],
    ["an unknown base", "base: people", "base: peoples", ["covercast.yaml:24 workspace/unknown-base"]],
    [
      "a total within its part",
      "sumOf: [formal, farmers]}",
      "sumOf: [formal, farmers], within: health}",
      ["covercast.yaml:16 workspace/total-within"],
    ],
    [
      "parts with another base",
      "sumOf: [formal, farmers]",
      "sumOf: [formal, health]",
      ["covercast.yaml:16 workspace/bases-differ"],
    ],
    [
      "a part that stands twice",
      "sumOf: [formal, farmers]",
      "sumOf: [formal, formal]",
      ["covercast.yaml:16 workspace/duplicate-part"],
    ],
    [
      "a trend of a total",
      "sumOf: [formal, farmers]}",
      "sumOf: [formal, farmers], trend: {}}",
      ["covercast.yaml:16 workspace/trend-of-total"],
    ],
    [
      "a window turned round",
      "window: {from: 2012}",
      "window: {from: 2012, to: 2010}",
      ["covercast.yaml:21 workspace/window"],
    ],
    [
      "a band of nothing",
      "bands: [50%, 80%, 95%]",
      "bands: [0%, 80%, 1.2]",
      ["covercast.yaml:28 workspace/out-of-range", "covercast.yaml:28 workspace/out-of-range"],
    ],
    [
      "a band that stands twice",
      "bands: [50%, 80%, 95%]",
      "bands: [50%, 0.5]",
      ["covercast.yaml:28 workspace/duplicate-band"],
    ],
    ["too many draws", "draws: 1000", "draws: 2000000", ["covercast.yaml:28 workspace/wrong-value"]],
    ["half a draw", "draws: 1000", "draws: 1000.5", ["covercast.yaml:28 workspace/wrong-type"]],
    ["an unknown language", "locale: en", "locale: xx", ["covercast.yaml:29 workspace/wrong-value"]],
    [
      "an unknown curve",
      "window: {from: 2012}",
      "curves: [logit-linear, logitlinear]",
      ["covercast.yaml:21 workspace/unknown-curve"],
    ],
    [
      "an id with a space",
      "farmers: {title",
      "the farmers: {title",
      ["covercast.yaml:16 workspace/unknown-scheme", "covercast.yaml:22 workspace/bad-id"],
    ],
    ["a goal that is not there", "[pension-2030]", "[pension-2031]", ["covercast.yaml:25 workspace/unknown-goal"]],
    ["a pin on no figure", "date: 2023-12-31", "date: 2021-12-31", ["covercast.yaml:27 workspace/pin-on-nothing"]],
    [
      "a reference that is not there",
      "locale: en",
      "reference: base",
      ["covercast.yaml:29 workspace/unknown-reference"],
    ],
    [
      "English that is missing",
      "title: A made-up country",
      "title: {vi: Nước}",
      ["covercast.yaml:3 workspace/missing-key"],
    ],
    ["data that are not there", "data/datapackage.json", "data/package.json", ["covercast.yaml:4 file/not-found"]],
  ])("%s", (_, from, to, expected) => {
    expect(problemsOf(change(from, to)).sort()).toEqual([...expected].sort());
  });
});

test("a base that no scheme has is warned of", () => {
  expect(problemsOf(change(/ {2}health:.*\n/, ""))).toContain("covercast.yaml:11 workspace/unused-base");
});

test("schemes that depend on each other in a circle are shown the circle", () => {
  const problems = problemsOf({
    "covercast.yaml": (text) => text.replace("window: {from: 2012}}", "window: {from: 2012}}\n    within: jobless"),
  });
  expect(problems).toEqual([
    "covercast.yaml:22 workspace/circular-schemes",
    "covercast.yaml:24 workspace/circular-schemes",
  ]);
});

test("a trend may say how regressions weigh readings", () => {
  const asked = change(/(^ {2}formal: .*)\}$/m, "$1, trend: {loss: huber, halfLife: 8y}}");
  const { workspace } = readChanged({ "covercast.yaml": (_) => asked["covercast.yaml"](small) });
  expect(workspace.schemes[0].trend).toMatchObject({ loss: "huber", halfLife: 8 });
  const wrong = change(/(^ {2}formal: .*)\}$/m, "$1, trend: {loss: cauchy, halfLife: 8}}");
  const problems = problemsOf({ "covercast.yaml": (_) => wrong["covercast.yaml"](small) });
  expect(problems).toEqual(["covercast.yaml:8 workspace/wrong-value", "covercast.yaml:8 workspace/unit-missing"]);
});

const scale = (bands: string) => ({
  "covercast.yaml": (text: string) => `${text}\nlikelihood: {name: {en: House rule, vi: Quy tắc}, scale: [${bands}]}\n`,
});

test("words for chances are a rule with a name", () => {
  const { workspace } = readChanged(
    scale("{atLeast: 50%, words: rather}, {atLeast: 0%, words: {en: hardly, vi: không}}"),
  );
  expect(workspace.likelihood).toEqual({
    name: { en: "House rule", vi: "Quy tắc" },
    bands: [
      { atLeast: 0.5, words: { en: "rather" } },
      { atLeast: 0, words: { en: "hardly", vi: "không" } },
    ],
  });
  expect(readChanged({}).workspace.likelihood).toBeUndefined();
});

test("words for chances must fall and end at 0 %", () => {
  const refused = "covercast.yaml:31 workspace/likelihood";
  expect(problemsOf(scale("{atLeast: 50%, words: a}, {atLeast: 66%, words: b}, {atLeast: 0%, words: c}"))).toEqual([
    refused,
  ]);
  expect(problemsOf(scale("{atLeast: 50%, words: a}, {atLeast: 10%, words: b}"))).toEqual([refused]);
  expect(problemsOf(scale("{atLeast: 50%, words: a}, {atLeast: 0%, words: b}"))).toEqual([]);
});
