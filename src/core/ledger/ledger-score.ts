import { intervalsOf } from "../backtest/score.ts";
import type { LedgerOutcome, LedgerScore } from "../domain.ts";

/** Scores forecasts of one measure; null if there is none. */
export function ledgerScore(outcomes: readonly LedgerOutcome[]): LedgerScore | null {
  if (outcomes.length === 0) return null;
  const cases = outcomes.map((one) => ({ ...one, ...intervalsOf(one.quantiles) }));
  const mean = (of: (one: (typeof cases)[number]) => number) =>
    cases.reduce((total, one) => total + of(one), 0) / cases.length;
  return {
    forecasts: cases.length,
    mae: mean(({ median, outcome }) => Math.abs(median - outcome)),
    bias: mean(({ median, outcome }) => median - outcome),
    wis: mean(({ wis }) => wis),
    noChange: mean(({ reading, outcome }) => Math.abs(reading - outcome)),
    intervals: cases[0].intervals.map(({ level }, i) => ({
      level,
      held: cases.filter(({ intervals, outcome }) => outcome >= intervals[i].low && outcome <= intervals[i].high)
        .length,
    })),
  };
}
