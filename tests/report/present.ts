import { levels } from "../../src/core/backtest/score.ts";
import type { LedgerScores, NowcastScore, Nowcasts } from "../../src/core/domain.ts";

const score = (nowcasts: number, mae: number, trend: number): NowcastScore => ({
  nowcasts,
  mae,
  bias: -mae / 2,
  wis: mae / 2,
  trend,
  seasonal: 1.2 * mae,
  noChange: 3 * mae,
  intervals: [0.5, 0.8, 0.95].map((level) => ({ level, held: Math.round(level * nowcasts) })),
});

/** Makes up a season that peaks at the ends of half-years, one nowcast, and schemes that nobody read since. */
export function nowcastsOf(schemes: readonly string[]): Nowcasts {
  const [first, ...others] = schemes;
  const off = [-5, -6, -4, -3, -2, 1, -3, -4, -3, -2, -1];
  return {
    asOf: null,
    levels,
    nowcasts: [
      {
        scheme: first,
        year: 2025,
        lastYearEnd: 2024,
        reading: {
          date: "2025-09-30",
          participants: 19_020_000,
          coverage: 0.405,
          status: "actual",
          published: "2025-10-20",
          assumed: false,
          sources: ["report"],
        },
        toGo: 0.25,
        base: 47e6,
        seasonal: { coverage: 0.422, own: 3, all: 12 },
        trend: 0.413,
        weight: 0.75,
        quantiles: [0.395, 0.405, 0.412, 0.42, 0.428, 0.435, 0.445],
        goals: [],
      },
    ],
    without: others.map((scheme) => ({ scheme, lastYearEnd: 2024, lastReading: "2024-09-30" })),
    profile: schemes.flatMap((scheme, s) =>
      off.flatMap((percent, i) =>
        [2022, 2023].map((year) => ({
          scheme,
          date: `${year}-${String(i + 1).padStart(2, "0")}-28`,
          month: i + 1,
          offLine: ((s + 1) * (percent + (year - 2022))) / 100,
        })),
      ),
    ),
    past: [],
    all: score(30, 0.009, 0.01),
    byScheme: schemes.map((scheme) => ({ scheme, score: score(6, 0.009, 0.01) })),
    byMonthsToGo: [
      { from: 0, to: 4, score: score(10, 0.006, 0.01) },
      { from: 4, to: 8, score: score(10, 0.009, 0.009) },
      { from: 8, to: 12, score: score(10, 0.012, 0.009) },
    ],
  };
}

/** Makes up a ledger with one replay that has been scored, and a statement beside it. */
export function ledgerOf(scheme: string): LedgerScores {
  const all = {
    forecasts: 9,
    mae: 0.015,
    bias: -0.012,
    wis: 0.007,
    noChange: 0.03,
    intervals: [0.5, 0.8, 0.95].map((level) => ({ level, held: 8 })),
  };
  const statement = {
    id: "plan",
    scheme,
    year: 2024,
    kind: "plan" as const,
    stated: "2023-12-01",
    by: "the ministry",
    sources: ["report"],
    note: "",
  };
  const run = { id: "abc", vintage: "2023-11-24" };
  return {
    levels,
    runs: [
      {
        ...run,
        made: "2025-01-01",
        replay: true,
        scenario: "baseline",
        version: "0.1.0",
        seed: 1,
        draws: 100,
        command: "covercast archive",
        inputs: [],
      },
    ],
    outcomes: [],
    goals: [],
    statements: [
      {
        statement: { ...statement, measure: "coverage", value: 0.45 },
        outcome: 0.427,
        status: "actual",
        error: 0.023,
        run: { ...run, median: 0.42, error: -0.007 },
      },
      {
        statement: { ...statement, id: "people", measure: "participants", value: 21e6 },
        outcome: 20e6,
        status: "derived",
        error: 1e6,
        run: null,
      },
    ],
    all,
    byRun: [{ run: "abc", score: all }],
    byScheme: [],
    brier: null,
    waiting: 40,
  };
}
