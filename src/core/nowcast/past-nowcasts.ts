import { intervalsOf } from "../backtest/score.ts";
import { weightedIntervalScore } from "../backtest/scores.ts";
import type { Data, PastNowcast, Workspace } from "../domain.ts";
import { type Moment, momentOf } from "./moment.ts";
import { nowcastScheme } from "./nowcast-scheme.ts";
import type { TrendAhead } from "./trend-ahead.ts";

/**
 * Makes the nowcasts that would have been made before: on each day on which a reading came out, of what had been published by then.
 * Kept are those whose year end is known at `moment`.
 *
 * A day of the past may count on an older base: its outcome is put on its own level, times the last year end as known then over the
 * same as known now.
 */
export function pastNowcasts(workspace: Workspace, data: Data, moment: Moment, ahead: TrendAhead): PastNowcast[] {
  const days = new Set(moment.readings.flatMap(({ figure }) => figure.published ?? []));
  const seen = new Set<string>();
  return [...days].sort().flatMap((day) => {
    const then = momentOf(workspace, data, day);
    return workspace.schemes.flatMap((scheme): PastNowcast[] => {
      const made = nowcastScheme(scheme, then, ahead, []);
      const truth = moment.histories.find((h) => h.scheme === scheme.id)?.points ?? [];
      const end = truth.find(({ year }) => year === made?.year);
      if (made === null || end === undefined) return [];
      const key = `${scheme.id} ${made.reading.date}`;
      // A day that brings no reading of this scheme repeats the nowcast of an earlier day.
      if (seen.has(key)) return [];
      seen.add(key);
      const lastThen = then.histories.find((h) => h.scheme === scheme.id)?.points.at(-1);
      const lastNow = truth.find(({ year }) => year === lastThen?.year);
      const outcome = end.coverage * (lastThen && lastNow ? lastThen.coverage / lastNow.coverage : 1);
      const { median, intervals } = intervalsOf(made.quantiles);
      return [
        {
          scheme: scheme.id,
          asOf: day,
          date: made.reading.date,
          year: made.year,
          toGo: made.toGo,
          outcome,
          quantiles: made.quantiles,
          wis: weightedIntervalScore(median, intervals, outcome),
          noChange: made.reading.coverage,
          seasonal: made.seasonal.coverage,
          trend: made.trend,
        },
      ];
    });
  });
}
