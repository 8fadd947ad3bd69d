import type { ReplayRequest } from "./backtest/replay.ts";
import { levels } from "./backtest/score.ts";
import type { Data, Nowcasts } from "./domain.ts";
import { goalsKnownBy } from "./history/known-goals.ts";
import { momentOf } from "./nowcast/moment.ts";
import { nowcastScheme } from "./nowcast/nowcast-scheme.ts";
import { pastNowcasts } from "./nowcast/past-nowcasts.ts";
import { scoreNowcasts } from "./nowcast/score-nowcasts.ts";
import { openTrendAhead } from "./nowcast/trend-ahead.ts";

export interface NowcastRequest extends ReplayRequest {
  readonly data: Data;
  /** Only what had been published by this day counts; null: all. */
  readonly asOf: string | null;
  /** Schemes foretold and shown, by id; empty: all. The others still lend their past. */
  readonly only: readonly string[];
}

/** Parts of the year that scores are shown by, in months to go. */
const PARTS = [
  { from: 0, to: 4 },
  { from: 4, to: 8 },
  { from: 8, to: 12 },
];

/**
 * Foretells the coming year end of each scheme that was read after its last one, tells how year ends differ from other
 * months, and scores the same nowcasts on past days (docs/nowcast.md).
 */
export function nowcast(request: NowcastRequest): Nowcasts {
  const { workspace, data, asOf, only } = request;
  const moment = momentOf(workspace, data, asOf);
  const ahead = openTrendAhead(request);
  const goals = goalsKnownBy(data, asOf);
  const asked = workspace.schemes.filter(({ id }) => only.length === 0 || only.includes(id));
  const isAsked = ({ scheme }: { readonly scheme: string }) => asked.some(({ id }) => id === scheme);
  const made = asked.map((scheme) => ({ scheme, now: nowcastScheme(scheme, moment, ahead, goals) }));
  const past = pastNowcasts(workspace, data, moment, ahead).filter(isAsked);
  return {
    asOf,
    levels,
    nowcasts: made.flatMap(({ now }) => now ?? []),
    without: made
      .filter(({ now }) => now === null)
      .map(({ scheme: { id } }) => ({
        scheme: id,
        lastYearEnd: moment.histories.find((h) => h.scheme === id)?.points.at(-1)?.year ?? null,
        lastReading: moment.readings.filter((r) => r.scheme === id).at(-1)?.date ?? null,
      })),
    profile: moment.pairs.flatMap(({ reading: { scheme, date, month }, offLine }) =>
      offLine && isAsked({ scheme }) ? [{ scheme, date, month, offLine: offLine.people }] : [],
    ),
    past,
    all: scoreNowcasts(past),
    byScheme: asked.flatMap(({ id }) => {
      const score = scoreNowcasts(past.filter(({ scheme }) => scheme === id));
      return score === null ? [] : [{ scheme: id, score }];
    }),
    byMonthsToGo: PARTS.flatMap(({ from, to }) => {
      const score = scoreNowcasts(past.filter(({ toGo }) => 12 * toGo >= from && 12 * toGo < to));
      return score === null ? [] : [{ from, to, score }];
    }),
  };
}
