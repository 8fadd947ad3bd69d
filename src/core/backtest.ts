import type { Cut } from "./backtest/cuts.ts";
import { fitReferences, paceScale } from "./backtest/references.ts";
import { coverageOf, peopleOf, READINGS, type ReplayRequest, replay } from "./backtest/replay.ts";
import { intervalsOf, levels, pitCells, scoreOf } from "./backtest/score.ts";
import { crpsOfDraws, pitOfDraws, weightedIntervalScore } from "./backtest/scores.ts";
import type { Backtest, Draws, Goal, History, Outcome, PastForecast, PastGoal, SchemeInput } from "./domain.ts";
import { meets } from "./goals/assess.ts";
import { quantiles } from "./numeric/quantiles.ts";

export { type Cut, dayCut, vintageCuts, yearCuts } from "./backtest/cuts.ts";

/** Furthest forecast judged, in years. */
const FURTHEST = 6;

export interface BacktestRequest extends ReplayRequest {
  /** Schemes judged; empty: all. */
  readonly only: readonly string[];
  readonly kind: Backtest["kind"];
  readonly cuts: readonly Cut[];
  /** What came. */
  readonly histories: readonly History[];
  readonly outcomes: readonly Outcome[];
}

/**
 * Makes the forecasts that the method would have made at past moments (rolling origin; Tashman 2000) and holds them
 * against what came: every scheme with four readings or more, up to six years ahead, through the same fit and the same
 * simulation as a run, levers left out. Settings are today's, so that what a person chose in hindsight is in them.
 *
 * A vintage may count on an older base: its outcomes are put on its own level, times the reading of the origin's year as
 * known then over the same as known now.
 */
export function backtest(request: BacktestRequest): Backtest {
  const forecasts: PastForecast[] = [];
  const goals: PastGoal[] = [];
  const seen = new Set<string>();
  const horizon = Math.max(...request.histories.flatMap(({ points }) => points.at(-1)?.year ?? []));
  for (const cut of request.cuts) {
    const replayed = replay(request, cut, horizon);
    if (replayed === null) continue;
    for (const scheme of replayed.schemes) {
      if (request.only.length > 0 && !request.only.includes(scheme.id)) continue;
      const origin = originOf(scheme, replayed.schemes);
      const last = scheme.history.points.at(-1);
      // A moment without a new reading repeats the forecasts of the one before.
      if (last?.year !== origin || seen.has(`${scheme.id} ${origin}`)) continue;
      seen.add(`${scheme.id} ${origin}`);
      const truth = request.histories.find((h) => h.scheme === scheme.id);
      if (truth === undefined) continue;
      forecasts.push(...judge(scheme, origin, truth, replayed.draws));
      goals.push(...judgeGoals(scheme, origin, cut.goals, request.outcomes, replayed.draws));
    }
  }
  const schemes = request.workspace.schemes.map(({ id }) => id);
  const years = [...new Set(forecasts.map((f) => f.year - f.origin))].sort((a, b) => a - b);
  const pick = (kept: (forecast: PastForecast) => boolean) => scoreOf(forecasts.filter(kept));
  return {
    kind: request.kind,
    cuts: request.cuts.map(({ label }) => label),
    draws: request.draws,
    readings: READINGS,
    furthest: FURTHEST,
    levels,
    forecasts,
    goals,
    all: scoreOf(forecasts),
    byScheme: schemes.flatMap((scheme) => {
      const score = pick((f) => f.scheme === scheme);
      return score === null ? [] : [{ scheme, score }];
    }),
    byYearsAhead: years.flatMap((ahead) => {
      const score = pick((f) => f.year - f.origin === ahead);
      return score === null ? [] : [{ years: ahead, score }];
    }),
    pit: pitCells(forecasts),
    brier:
      goals.length === 0
        ? null
        : goals.reduce((sum, { probability, met }) => sum + (probability - Number(met)) ** 2, 0) / goals.length,
  };
}

/** Last year that the forecast of a scheme rests on; a total begins where the last of its parts does. */
function originOf(scheme: SchemeInput, schemes: readonly SchemeInput[]): number {
  if (scheme.trend !== null) return scheme.trend.origin;
  const parts = schemes.filter(({ id }) => scheme.sumOf.includes(id));
  return Math.max(...parts.map((part) => originOf(part, schemes)));
}

function judge(scheme: SchemeInput, origin: number, truth: History, draws: Draws): PastForecast[] {
  // References see no more of the past than the trend does.
  const from = scheme.trend?.years[0] ?? Number.NEGATIVE_INFINITY;
  const known = scheme.history.points.filter((p) => p.year >= from && p.year <= origin);
  const now = truth.points.find((p) => p.year === origin);
  const level = now === undefined || now.coverage === 0 ? 1 : known[known.length - 1].coverage / now.coverage;
  const references = fitReferences(known);
  const scale = paceScale(known);
  return truth.points
    .filter(({ year }) => year > origin && year <= origin + FURTHEST)
    .map(({ year, coverage }): PastForecast => {
      const outcome = coverage * level;
      const sorted = coverageOf(scheme.id, year, draws).sort();
      const own = quantiles(sorted, 0, sorted.length, levels);
      const wis = (values: readonly number[]) => {
        const { median, intervals } = intervalsOf(values);
        return { median, wis: weightedIntervalScore(median, intervals, outcome) };
      };
      return {
        scheme: scheme.id,
        origin,
        year,
        outcome,
        quantiles: own,
        pit: pitOfDraws(sorted, outcome),
        crps: crpsOfDraws(sorted, outcome),
        wis: wis(own).wis,
        scale,
        references: references.map((r) => ({ curve: r.curve, ...wis(r.quantiles(year - origin)) })),
      };
    });
}

function judgeGoals(
  scheme: SchemeInput,
  origin: number,
  goals: readonly Goal[],
  outcomes: readonly Outcome[],
  draws: Draws,
): PastGoal[] {
  return goals.flatMap((goal) => {
    const outcome = outcomes.find((o) => o.goal === goal.id);
    if (goal.scheme !== scheme.id || goal.year <= origin || outcome === undefined) return [];
    const values =
      goal.measure === "coverage" ? coverageOf(scheme.id, goal.year, draws) : peopleOf(scheme.id, goal.year, draws);
    const probability = values.reduce((met, value) => met + Number(meets(goal, value)), 0) / values.length;
    return [{ goal: goal.id, scheme: scheme.id, origin, year: goal.year, probability, met: outcome.met }];
  });
}
