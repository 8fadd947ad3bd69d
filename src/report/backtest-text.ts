import type { Backtest, Score } from "../core/domain.ts";
import type { Language } from "./language.ts";

/** Fewer forecasts than this are said to say little. */
const FEW = 20;
/** Share of the mean miss above which forecasts count as leaning to one side. */
const LEANING = 0.5;

/** Finds the interval of a score by its level. */
export function intervalAt(score: Score, level: number): Score["intervals"][number] {
  const found = score.intervals.find((interval) => Math.abs(interval.level - level) < 1e-9);
  if (found === undefined) throw new Error(`past forecasts have no ${level} interval`);
  return found;
}

/** Says what past forecasts tell of a method, by rule from the scores: how far off, against what, how sure, how few. */
export function backtestText(language: Language, backtest: Backtest): string[] {
  const { all, goals, brier } = backtest;
  if (all === null) return [language.say("backtest.none")];
  const held = intervalAt(all, 0.8);
  const origins = [...new Set(backtest.forecasts.map((f) => f.origin))].sort((a, b) => a - b);
  const ahead = backtest.forecasts.map((f) => f.year - f.origin);
  const size = (error: number) => language.decimal(100 * error, 1);
  const missed = (curve: string) =>
    backtest.forecasts.reduce((sum, { references, outcome }) => {
      const reference = references.find((r) => r.curve === curve);
      return sum + Math.abs((reference?.median ?? Number.NaN) - outcome) / backtest.forecasts.length;
    }, 0);
  const values = {
    n: all.forecasts,
    years: origins.length === 1 ? String(origins[0]) : `${origins[0]}–${origins[origins.length - 1]}`,
    near: Math.min(...ahead),
    far: Math.max(...ahead),
    own: size(all.mae),
    naive: size(missed("naive")),
    pace: size(missed("last-pace")),
    held: held.held,
    origins: all.origins,
    bias: size(Math.abs(all.bias)),
  };
  const verdict = held.high < 0.8 ? "narrow" : held.low > 0.8 ? "wide" : "fit";
  return [
    language.say(all.forecasts === 1 ? "backtest.leadOne" : "backtest.lead", values),
    ...(backtest.kind === "vintage" ? [language.say("backtest.vintage")] : []),
    language.say("backtest.references", values),
    ...(all.forecasts < FEW
      ? [language.say("backtest.few", values)]
      : [
          language.say(`backtest.${verdict}`, values),
          ...(Math.abs(all.bias) > LEANING * all.mae
            ? [language.say(all.bias < 0 ? "backtest.low" : "backtest.high", values)]
            : []),
        ]),
    ...(brier === null ? [] : [language.say("backtest.goals", { n: goals.length, brier: language.decimal(brier, 3) })]),
    language.say("backtest.hindsight"),
  ];
}
