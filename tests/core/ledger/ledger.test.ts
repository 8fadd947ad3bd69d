import { expect, test } from "vitest";
import { weightedIntervalScore } from "../../../src/core/backtest/scores.ts";
import type { LedgerForecast, LedgerRun, Statement } from "../../../src/core/domain.ts";
import { chainHash, forecastRows, ledgerNumber, runRows } from "../../../src/core/ledger/ledger-rows.ts";
import { scoreLedger } from "../../../src/core/ledger.ts";
import { goal, observation, point } from "../history/made-up.ts";

const forecast = (year: number, median: number, more: Partial<LedgerForecast> = {}): LedgerForecast => ({
  scheme: "pension",
  year,
  measure: "coverage",
  origin: 2020,
  reading: 0.3,
  quantiles: [-0.06, -0.04, -0.02, 0, 0.02, 0.04, 0.06].map((off) => median + off),
  ...more,
});
const run = (id: string, vintage: string, forecasts: readonly LedgerForecast[], more: Partial<LedgerRun> = {}) => ({
  id,
  vintage,
  made: vintage,
  replay: false,
  scenario: "baseline",
  version: "0.1.0",
  seed: 1,
  draws: 100,
  command: "covercast archive",
  inputs: [{ file: "covercast.yaml", sha256: "ab" }],
  forecasts,
  goals: [],
  ...more,
});
const statement = (id: string, more: Partial<Statement> = {}): Statement => ({
  id,
  scheme: "pension",
  year: 2021,
  measure: "coverage",
  value: 0.35,
  kind: "plan",
  stated: "2021-03-01",
  by: "the ministry",
  sources: ["report"],
  note: "",
  ...more,
});
const histories = [{ scheme: "pension", points: [point(2020, 0.3), point(2021, 0.33), point(2022, 0.4)] }];
const score = (runs: readonly LedgerRun[], statements: readonly Statement[] = [], points = histories) =>
  scoreLedger({
    runs,
    statements,
    histories: points,
    observations: [observation({ coverage: 0.33, date: "2021-12-31" })],
    goals: [goal("reached", 0.32, { year: 2021 }), goal("missed", 0.5, { year: 2022 }), goal("ahead", 0.5)],
    schemes: ["pension"],
    reference: "baseline",
  });

test("forecasts are scored once their year end is known, by the scores of backtests", () => {
  const { all, outcomes, waiting, byRun, byScheme } = score([
    run("a", "2021-02-01", [forecast(2021, 0.32), forecast(2022, 0.34), forecast(2023, 0.36)]),
  ]);
  expect(waiting).toBe(1);
  expect(outcomes.map(({ year, outcome }) => [year, outcome])).toEqual([
    [2021, 0.33],
    [2022, 0.4],
  ]);
  expect(all!.mae).toBeCloseTo((0.01 + 0.06) / 2, 12);
  expect(all!.noChange).toBeCloseTo((0.03 + 0.1) / 2, 12);
  expect(all!.bias).toBeCloseTo(-0.035, 12);
  expect(all!.intervals).toEqual([
    { level: 0.5, held: 1 },
    { level: 0.8, held: 1 },
    { level: 0.95, held: 2 },
  ]);
  const own = weightedIntervalScore(
    0.32,
    [
      { level: 0.5, low: 0.3, high: 0.34 },
      { level: 0.8, low: 0.28, high: 0.36 },
      { level: 0.95, low: 0.26, high: 0.38 },
    ],
    0.33,
  );
  expect(outcomes[0].wis).toBeCloseTo(own, 12);
  expect(byRun).toEqual([{ run: "a", score: all }]);
  expect(byScheme).toEqual([{ scheme: "pension", measure: "coverage", score: all }]);
});

test("a run that counted on an older base is judged on its own level, people as they are", () => {
  const moved = [{ scheme: "pension", points: [point(2020, 0.33), point(2021, 0.363, { participants: 400 })] }];
  const { outcomes } = score(
    [
      run("a", "2021-02-01", [
        forecast(2021, 0.32),
        forecast(2021, 350, { measure: "participants", reading: 300, quantiles: [310, 320, 330, 350, 370, 380, 390] }),
      ]),
    ],
    [],
    moved,
  );
  expect(outcomes[0].outcome).toBeCloseTo(0.33, 12);
  expect(outcomes[1].outcome).toBe(400);
});

test("a year end that was known when a run was made is no forecast, and a year that nobody read stays open", () => {
  const { outcomes, all, waiting } = score([run("a", "2022-02-01", [forecast(2020, 0.3), forecast(2027, 0.4)])]);
  expect(outcomes).toEqual([]);
  expect(all).toBeNull();
  expect(waiting).toBe(2);
});

test("chances given to goals get their Brier score", () => {
  const goals = [
    { goal: "reached", scheme: "pension", year: 2021, probability: 0.8 },
    { goal: "missed", scheme: "pension", year: 2022, probability: 0.3 },
    { goal: "ahead", scheme: "pension", year: 2025, probability: 0.5 },
  ];
  const { goals: judged, brier } = score([run("a", "2021-02-01", [forecast(2021, 0.32)], { goals })]);
  expect(judged.map(({ goal: id, met }) => [id, met])).toEqual([
    ["reached", true],
    ["missed", false],
  ]);
  expect(brier).toBeCloseTo((0.04 + 0.09) / 2, 12);
});

test("a statement stands beside the newest run of the reference that was not later than it", () => {
  const runs = [
    run("old", "2021-01-15", [forecast(2021, 0.31)]),
    run("near", "2021-02-20", [forecast(2021, 0.34)]),
    run("late", "2021-06-01", [forecast(2021, 0.33)]),
    run("other", "2021-02-25", [forecast(2021, 0.5)], { scenario: "reform" }),
  ];
  const { statements } = score(runs, [
    statement("plan"),
    statement("early", { stated: "2020-12-01" }),
    statement("undated", { stated: null }),
    statement("people", { measure: "participants", value: 340 }),
    statement("ahead", { year: 2027 }),
  ]);
  expect(statements.map(({ statement: { id }, run: beside }) => [id, beside?.id ?? null])).toEqual([
    ["plan", "near"],
    ["early", null],
    ["undated", null],
    ["people", null],
  ]);
  expect(statements[0].error).toBeCloseTo(0.02, 12);
  expect(statements[0].run!.error).toBeCloseTo(0.01, 12);
  expect(statements[3]).toMatchObject({ outcome: 330, error: 10 });
});

test("a run says how many lines follow, and every line hangs on the one before", () => {
  const made = run("a", "2021-02-01", [forecast(2021, 0.32), forecast(2022, 0.34)]);
  const rows = runRows(made);
  expect(rows[0]).toMatchObject({ record: "run", rows: 2, replay: "no", inputs: "covercast.yaml:ab" });
  expect(rows.slice(1)).toEqual(forecastRows(made));
  expect(rows.every((row) => row.run === "a" && row.vintage === "2021-02-01")).toBe(true);
  const hash = (text: string) => `<${text}>`;
  expect(chainHash(chainHash("start", "one", hash), "two", hash)).toBe("<<start\none>\ntwo>");
  expect([ledgerNumber(0.123456789012, "coverage"), ledgerNumber(12.7, "participants")]).toEqual([0.12345679, 13]);
});
