import { intervalsOf } from "../backtest/score.ts";
import { weightedIntervalScore } from "../backtest/scores.ts";
import type { History, LedgerOutcome, LedgerRun } from "../domain.ts";

/**
 * Puts what came beside the forecasts of a ledger; those whose year end is not known are left out.
 *
 * A run may count on an older base: coverage that came is put on its level, times the reading that it began from as known then
 * over the same as known now. People need none of that.
 */
export function ledgerOutcomes(runs: readonly LedgerRun[], histories: readonly History[]): LedgerOutcome[] {
  return runs.flatMap((run) =>
    run.forecasts.flatMap((forecast): LedgerOutcome[] => {
      const points = histories.find((h) => h.scheme === forecast.scheme)?.points ?? [];
      const came = points.find(({ year }) => year === forecast.year);
      if (came === undefined || forecast.year <= forecast.origin) return [];
      const now = points.find(({ year }) => year === forecast.origin);
      const level = forecast.measure === "coverage" && now ? forecast.reading / now.coverage : 1;
      const outcome = level * (forecast.measure === "coverage" ? came.coverage : came.participants);
      const { median, intervals } = intervalsOf(forecast.quantiles);
      return [
        {
          ...forecast,
          run: run.id,
          vintage: run.vintage,
          scenario: run.scenario,
          outcome,
          status: came.status,
          wis: weightedIntervalScore(median, intervals, outcome),
        },
      ];
    }),
  );
}
