import { intervalsOf } from "../backtest/score.ts";
import type { NowcastScore, PastNowcast } from "../domain.ts";

/** Scores past nowcasts that had a trend to be held against; null if there is none. */
export function scoreNowcasts(past: readonly PastNowcast[]): NowcastScore | null {
  const cases = past.flatMap((one) =>
    one.trend === null ? [] : [{ ...one, trend: one.trend, ...intervalsOf(one.quantiles) }],
  );
  if (cases.length === 0) return null;
  const mean = (of: (one: (typeof cases)[number]) => number) =>
    cases.reduce((total, one) => total + of(one), 0) / cases.length;
  return {
    nowcasts: cases.length,
    mae: mean(({ median, outcome }) => Math.abs(median - outcome)),
    bias: mean(({ median, outcome }) => median - outcome),
    wis: mean(({ wis }) => wis),
    trend: mean(({ trend, outcome }) => Math.abs(trend - outcome)),
    seasonal: mean(({ seasonal, outcome }) => Math.abs(seasonal - outcome)),
    noChange: mean(({ noChange, outcome }) => Math.abs(noChange - outcome)),
    intervals: cases[0].intervals.map(({ level }, i) => ({
      level,
      held: cases.filter(({ intervals, outcome }) => outcome >= intervals[i].low && outcome <= intervals[i].high)
        .length,
    })),
  };
}
