import type { NowcastScore, Nowcasts } from "../../core/domain.ts";
import type { Language } from "../../report/language.ts";
import { nowcastText, pastNowcastText } from "../../report/nowcast-text.ts";
import type { Study } from "../study.ts";
import { layOutTable } from "./table.ts";
import type { Terminal } from "./terminal.ts";

/** Prints what the running year's readings say of its end, where each comes from, and how good that was before. */
export function showNowcasts(
  nowcasts: Nowcasts,
  { workspace, data, asOf }: Study,
  language: Language,
  { print, paint, width }: Terminal,
): void {
  const titleOf = (id: string) => language.local(workspace.schemes.find((s) => s.id === id)?.title ?? { en: id });
  const say = language.say;
  print(paint.bold(`${say("section.nowcast")}${asOf === null ? "" : ` (${language.date(asOf)})`}`));
  for (const text of nowcastText(language, nowcasts, { schemes: workspace.schemes, goals: data.goals })) print(text);
  if (nowcasts.nowcasts.length > 0) {
    const at = (quantiles: readonly number[], level: number) => quantiles[nowcasts.levels.indexOf(level)];
    print("");
    print(
      layOutTable(
        heads(language, "scheme", "date", "people", "status", "sources", "year", "nowcast", "range80", "range95"),
        nowcasts.nowcasts.map(({ scheme, reading, year, quantiles }) => [
          titleOf(scheme),
          reading.date,
          language.integer(reading.participants),
          say(`status.${reading.status}`),
          reading.sources.join("+"),
          String(year),
          language.percent(at(quantiles, 0.5), 2),
          language.percentRange(at(quantiles, 0.1), at(quantiles, 0.9)),
          language.percentRange(at(quantiles, 0.025), at(quantiles, 0.975)),
        ]),
        [2, 5, 6, 7, 8],
        width,
      ),
    );
  }
  print("");
  for (const text of pastNowcastText(language, nowcasts)) print(text);
  const { all, byScheme, byMonthsToGo } = nowcasts;
  if (all === null) return;
  const numbers = heads(language, "nowcasts", "nowcastMiss", "trendMiss", "seasonalMiss", "noChangeMiss");
  const columns = [...numbers, "WIS", ...all.intervals.map(heldHead)];
  const right = columns.map((_, i) => i + 1);
  print("");
  print(
    layOutTable(
      [say("column.scheme"), ...columns],
      [
        ...byScheme.map(({ scheme, score }) => [titleOf(scheme), ...cells(score, language)]),
        ["", ...cells(all, language)],
      ],
      right,
      width,
    ),
  );
  print("");
  print(
    layOutTable(
      [say("column.monthsToGo"), ...columns],
      byMonthsToGo.map(({ from, to, score }) => [say("nowcast.months", { from, to }), ...cells(score, language)]),
      right,
      width,
    ),
  );
  showNewest(nowcasts, titleOf, language, { print, width });
}

/** Lists the nowcasts of the newest year end that is known, one by one. */
function showNewest(
  { past, levels }: Nowcasts,
  titleOf: (id: string) => string,
  language: Language,
  { print, width }: Pick<Terminal, "print" | "width">,
): void {
  const newest = Math.max(...past.map(({ year }) => year));
  const listed = past.filter(({ year }) => year === newest);
  const at = (quantiles: readonly number[], level: number) => quantiles[levels.indexOf(level)];
  print("");
  print(
    layOutTable(
      [...heads(language, "scheme", "date", "reading", "nowcast", "range80", "trendMiss", "came"), String(newest)],
      listed.map(({ scheme, date, noChange, quantiles, trend, outcome }) => [
        titleOf(scheme),
        date,
        language.percent(noChange, 2),
        language.percent(at(quantiles, 0.5), 2),
        language.percentRange(at(quantiles, 0.1), at(quantiles, 0.9)),
        trend === null ? "–" : language.percent(trend, 2),
        language.percent(outcome, 2),
        language.points(at(quantiles, 0.5) - outcome),
      ]),
      [2, 3, 4, 5, 6, 7],
      width,
    ),
  );
}

const heldHead = ({ level }: { readonly level: number }) => `${Math.round(100 * level)}%`;
const keys = {
  scheme: "column.scheme",
  date: "column.date",
  people: "column.participants",
  status: "column.status",
  sources: "column.sources",
  year: "column.year",
  nowcast: "column.nowcast",
  range80: "column.interval80",
  range95: "column.interval95",
  reading: "column.reading",
  came: "column.came",
  nowcasts: "column.nowcasts",
  nowcastMiss: "column.nowcastMiss",
  trendMiss: "column.trendMiss",
  seasonalMiss: "column.seasonalMiss",
  noChangeMiss: "column.noChangeMiss",
} as const;

function heads(language: Language, ...names: readonly (keyof typeof keys)[]): string[] {
  return names.map((name) => language.say(keys[name]));
}

function cells(score: NowcastScore, language: Language): string[] {
  const points = (value: number) => language.decimal(100 * value, 2);
  return [
    String(score.nowcasts),
    points(score.mae),
    points(score.trend),
    points(score.seasonal),
    points(score.noChange),
    points(score.wis),
    ...score.intervals.map(({ held }) => `${held}/${score.nowcasts}`),
  ];
}
