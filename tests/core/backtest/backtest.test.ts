import { expect, test } from "vitest";
import { type BacktestRequest, backtest, dayCut, yearCuts } from "../../../src/core/backtest.ts";
import type { History } from "../../../src/core/domain.ts";
import { buildHistories } from "../../../src/core/history/build-history.ts";
import { data, goal, observation, point, reading, scheme, workspace } from "../history/made-up.ts";
import { scenario } from "../projection-input.ts";

const years = [2012, 2013, 2014, 2015, 2016, 2017, 2018, 2019, 2020];
const steady = (from: number, pace: number): History["points"] =>
  years.map((year, i) => point(year, from + pace * i, { participants: 1e6 * (from + pace * i), base: 1e6 }));
const bases = [
  {
    base: "workers",
    years,
    persons: years.map(() => 1e6),
    how: years.map(() => "reading" as const),
    links: [],
    growth: { years: [], mean: [], sd: 0 },
    levelSd: 0,
  },
];
const histories: History[] = [
  { scheme: "total", points: steady(0.35, 0.03) },
  { scheme: "formal", points: steady(0.3, 0.02) },
  { scheme: "informal", points: steady(0.05, 0.01) },
  { scheme: "jobless", points: steady(0.25, 0.018) },
];
const land = workspace({
  schemes: [
    scheme("total", { sumOf: ["formal", "informal"] }),
    scheme("formal"),
    scheme("informal"),
    scheme("jobless", { within: "formal" }),
  ],
});
const goals = [
  goal("soon", 0.4, { scheme: "formal", year: 2018 }),
  goal("never", 0.9, { scheme: "total", year: 2019 }),
];
const outcomes = [
  { goal: "soon", value: 0.42, met: true, status: "actual" as const, knownAtOrigin: false, sources: [] },
  { goal: "never", value: 0.56, met: false, status: "actual" as const, knownAtOrigin: false, sources: [] },
];
const request = (over: Partial<BacktestRequest> = {}): BacktestRequest => ({
  workspace: land,
  scenario,
  only: [],
  kind: "history",
  cuts: yearCuts(histories, bases, data({ goals })),
  histories,
  outcomes,
  draws: 400,
  seed: 1,
  ...over,
});
const result = backtest(request());

test("every scheme is foretold from each year with four readings or more, up to six years ahead", () => {
  for (const id of ["total", "formal", "informal", "jobless"]) {
    const mine = result.forecasts.filter((f) => f.scheme === id);
    expect([...new Set(mine.map((f) => f.origin))]).toEqual([2015, 2016, 2017, 2018, 2019]);
    expect(mine.length).toBe(5 + 4 + 3 + 2 + 1);
    expect(result.byScheme.find((s) => s.scheme === id)?.score).toMatchObject({ forecasts: 15, origins: 5 });
  }
  expect(result.byYearsAhead.map(({ years: ahead, score }) => [ahead, score.forecasts])).toEqual([
    [1, 20],
    [2, 16],
    [3, 12],
    [4, 8],
    [5, 4],
  ]);
});

test("on a steady climb it beats no change, and every outcome lies within wide intervals", () => {
  const { all } = result;
  expect(all?.skill.find((s) => s.curve === "naive")?.mae).toBeGreaterThan(0.5);
  const held95 = all?.intervals.find(({ level }) => level === 0.95);
  expect(held95).toMatchObject({ held: 60, high: 1 });
  for (const { quantiles, pit, crps, wis } of result.forecasts) {
    expect([...quantiles]).toEqual([...quantiles].sort((a, b) => a - b));
    expect(pit).toBeGreaterThanOrEqual(0);
    expect(pit).toBeLessThanOrEqual(1);
    // Both scores measure the same; with three intervals they differ by little.
    expect(Math.abs(crps - wis)).toBeLessThan(0.5 * Math.max(crps, wis));
  }
});

test("a forecast knows nothing of what came after its origin", () => {
  const shocked = histories.map((h) => ({
    ...h,
    points: h.points.map((p) =>
      p.year > 2017 ? { ...p, coverage: p.coverage / 2, participants: p.participants / 2 } : p,
    ),
  }));
  const other = backtest(request({ histories: shocked, cuts: yearCuts(shocked, bases, data({ goals })) }));
  const before = (b: typeof result) => b.forecasts.filter((f) => f.origin <= 2017).map((f) => f.quantiles);
  expect(before(other)).toEqual(before(result));
  expect(other.all?.mae).toBeGreaterThan(result.all?.mae ?? 0);
});

test("a scheme with too few readings is left out, and with it what is made of it", () => {
  const short = histories.map((h) => (h.scheme === "formal" ? { ...h, points: h.points.slice(-3) } : h));
  expect(backtest(request({ histories: short, cuts: yearCuts(short, bases, data()) })).forecasts).toEqual([]);
  const one = backtest(request({ only: ["formal"] }));
  expect(one.byScheme.map((s) => s.scheme)).toEqual(["formal"]);
  expect(one.forecasts).toEqual(result.forecasts.filter((f) => f.scheme === "formal"));
});

test("goals with a known outcome are scored from every origin that knew them", () => {
  expect(result.goals.map(({ goal: id, origin }) => `${id} ${origin}`)).toEqual([
    // Known from 1 January of their year, since no instrument is dated; their source is of 2023.
  ]);
  const dated = goals.map((g) => ({ ...g, adopted: "2015-06-01" }));
  const { goals: past, brier } = backtest(request({ cuts: yearCuts(histories, bases, data({ goals: dated })) }));
  expect(past.map(({ goal: id, origin }) => `${id} ${origin}`).sort()).toEqual([
    "never 2015",
    "never 2016",
    "never 2017",
    "never 2018",
    "soon 2015",
    "soon 2016",
    "soon 2017",
  ]);
  const mean = past.reduce((sum, g) => sum + (g.probability - Number(g.met)) ** 2, 0) / past.length;
  expect(brier).toBeCloseTo(mean, 12);
  expect(past.filter((g) => g.goal === "never").every((g) => g.probability < 0.05)).toBe(true);
});

test("nothing to judge is said as such, without a number", () => {
  const empty = backtest(request({ cuts: [] }));
  expect(empty).toMatchObject({ all: null, forecasts: [], pit: null, brier: null, byScheme: [] });
});

test("a replayed day counts only what had been published, and is held against what is known now", () => {
  const told = years.map((year, i) =>
    observation({
      date: `${year}-12-31`,
      coverage: 0.3 + 0.02 * i,
      published: `${year + 1}-02-01`,
      base: "workers",
    }),
  );
  const known = data({
    observations: told,
    bases: years.map((year) => reading(`${year}-12-31`, 1e6, { published: `${year + 1}-01-31` })),
  });
  const alone = workspace();
  const { histories: now } = buildHistories({ workspace: alone, data: known, asOf: null });
  const day = backtest(
    request({
      workspace: alone,
      kind: "vintage",
      cuts: [dayCut(alone, known, "2018-01-15")],
      histories: now,
      outcomes: [],
    }),
  );
  // The reading of 2017 came out in February 2018.
  expect(day.forecasts.map(({ origin, year }) => [origin, year])).toEqual(
    [2017, 2018, 2019, 2020].map((y) => [2016, y]),
  );
});

test("figures published on an older level are held against outcomes on that level", () => {
  const older = histories.map((h) => ({
    ...h,
    points: h.points.map((p) => ({ ...p, coverage: 0.9 * p.coverage, participants: 0.9 * p.participants })),
  }));
  const cut = yearCuts(older, bases, data()).filter(({ label }) => label === "2018");
  const [forecast] = backtest(request({ cuts: cut, only: ["formal"] })).forecasts;
  expect(forecast.outcome).toBeCloseTo(0.9 * (0.3 + 0.02 * 7), 12);
});
