import type { Goal, LocalText, Nowcast, NowcastScore, Nowcasts } from "../core/domain.ts";
import { goalCondition } from "./goal-text.ts";
import type { Language } from "./language.ts";

/** What sentences on nowcasts need beside them. */
export interface NowcastContext {
  readonly schemes: readonly { readonly id: string; readonly title: LocalText }[];
  readonly goals: readonly Goal[];
}

/** Chances are printed in steps of 5 points: spreads of a few past years deserve no finer ones. */
const DOUBT = 0.025;

/** Says what readings within the year tell of the coming year end, scheme by scheme; or plainly that there is none. */
export function nowcastText(
  language: Language,
  { nowcasts, without, levels }: Nowcasts,
  context: NowcastContext,
): string[] {
  const titleOf = (id: string) => language.local(context.schemes.find((s) => s.id === id)?.title ?? { en: id });
  if (nowcasts.length === 0) {
    const last = Math.max(...without.flatMap(({ lastYearEnd }) => lastYearEnd ?? []));
    return [language.say("nowcast.none", { next: Number.isFinite(last) ? last + 1 : "" })];
  }
  return [
    ...nowcasts.map((one) => nowcastSentences(language, one, levels, titleOf(one.scheme), context.goals).join(" ")),
    ...(without.length === 0
      ? []
      : [language.say("nowcast.noneOf", { schemes: without.map(({ scheme }) => titleOf(scheme)).join(", ") })]),
  ];
}

function nowcastSentences(
  language: Language,
  { reading, year, base, seasonal, trend, quantiles, goals }: Nowcast,
  levels: readonly number[],
  scheme: string,
  known: readonly Goal[],
): string[] {
  const at = (level: number) => quantiles[levels.indexOf(level)];
  const values = {
    scheme,
    year,
    people: language.people(reading.participants),
    date: language.date(reading.date),
    share: language.percent(reading.coverage),
    base: language.people(base),
    typical: language.points(seasonal.coverage - reading.coverage),
    pairs: Math.round(seasonal.all),
    trend: trend === null ? "" : language.percent(trend),
    median: language.percent(at(0.5)),
    range80: language.percentRange(at(0.1), at(0.9)),
    range95: language.percentRange(at(0.025), at(0.975)),
  };
  return [
    language.say(seasonal.all === 0 ? "nowcast.leadBare" : "nowcast.lead", values),
    language.say(trend === null ? "nowcast.resultBare" : "nowcast.result", values),
    ...goals.flatMap(({ goal: id, probability }) => {
      const goal = known.find((g) => g.id === id);
      if (goal === undefined) return [];
      return [
        language.say("nowcast.goal", {
          goal: goalCondition(language, goal),
          p: language.probability(probability, DOUBT),
        }),
      ];
    }),
  ];
}

/** Says how good nowcasts were before, and when in the year the trend alone was better. */
export function pastNowcastText(language: Language, { all, byMonthsToGo }: Nowcasts): string[] {
  if (all === null) return [language.say("nowcast.noPast")];
  const size = (error: number) => language.decimal(100 * error, 1);
  const sizes = ({ mae, trend, noChange }: NowcastScore) => ({
    own: size(mae),
    trend: size(trend),
    noChange: size(noChange),
  });
  const held = all.intervals.find(({ level }) => level === 0.8)?.held ?? 0;
  const differs = ({ mae, trend }: NowcastScore) => size(mae) !== size(trend);
  const late = byMonthsToGo.find(({ from }) => from === 0);
  const early = byMonthsToGo.at(-1);
  return [
    language.say(all.nowcasts === 1 ? "nowcast.pastOne" : "nowcast.past", { n: all.nowcasts, held, ...sizes(all) }),
    ...(late && late.score.mae < late.score.trend && differs(late.score)
      ? [language.say("nowcast.late", { months: late.to, ...sizes(late.score) })]
      : []),
    ...(early && early !== late && early.score.mae > early.score.trend && differs(early.score)
      ? [language.say("nowcast.early", { months: early.from, ...sizes(early.score) })]
      : []),
    language.say("nowcast.hindsight"),
  ];
}
