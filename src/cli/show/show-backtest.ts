import type { Backtest, PastForecast, Score, Workspace } from "../../core/domain.ts";
import { backtestText } from "../../report/backtest-text.ts";
import type { Language } from "../../report/language.ts";
import { layOutTable } from "./table.ts";
import type { Terminal } from "./terminal.ts";

/** Origins before the newest outcome whose forecasts of it are shown one by one. */
const SHOWN_YEARS = 2;

/** Prints how good past forecasts were: by scheme, by years ahead, and the forecasts of the newest figures one by one. */
export function showBacktest(
  backtest: Backtest,
  { schemes }: Workspace,
  language: Language,
  { print, paint, width }: Terminal,
): void {
  const titleOf = (id: string) => schemes.find((s) => s.id === id)?.title ?? { en: id };
  print(paint.bold(language.say("section.backtest")));
  for (const sentence of backtestText(language, backtest)) print(sentence);
  const { all } = backtest;
  if (all === null) return;

  const numbers = (score: Score) => scoreCells(score, language);
  const head = ["Forecasts", "Miss", "Bias", "MASE", "WIS", "CRPS", ...heldHeads(all), ...skillHeads(all)];
  const right = head.map((_, i) => i + 1);
  print("");
  print(
    layOutTable(
      ["Scheme", ...head],
      [
        ...backtest.byScheme.map(({ scheme, score }) => [language.local(titleOf(scheme)), ...numbers(score)]),
        ["all", ...numbers(all)],
      ],
      right,
      width,
    ),
  );
  print("");
  print(
    layOutTable(
      ["Years ahead", ...head],
      backtest.byYearsAhead.map(({ years, score }) => [String(years), ...numbers(score)]),
      right,
      width,
    ),
  );
  print("");
  print("Miss, bias, WIS and CRPS in points. MASE: miss over that of going on at the last pace, one reading ahead.");
  print("Held: share of outcomes inside, and what chance leaves open, each starting point counted once.");
  print("Skill: the part of the WIS of no change, and of the last pace going on, that the method saves.");
  if (backtest.pit !== null) {
    print("");
    print(`Outcomes by share of futures below them, 0 to 100%: ${backtest.pit.join(" ")}`);
  }

  const newest = Math.max(...backtest.forecasts.map(({ year }) => year));
  const listed = backtest.forecasts.filter((f) => f.year === newest && f.origin >= newest - SHOWN_YEARS);
  print("");
  print(paint.bold(`What was foretold of ${newest}`));
  const rows = listed.map((forecast) => [
    language.local(titleOf(forecast.scheme)),
    String(forecast.origin),
    ...forecastCells(forecast, backtest, language),
  ]);
  print(
    layOutTable(["Scheme", "From", "Foretold", "80% interval", "What came", "Error", ""], rows, [1, 2, 4, 5], width),
  );
}

function scoreCells(score: Score, language: Language): string[] {
  const points = (value: number) => language.decimal(100 * value, 2);
  return [
    String(score.forecasts),
    points(score.mae),
    points(score.bias),
    score.mase === null ? "–" : language.decimal(score.mase, 2),
    points(score.wis),
    points(score.crps),
    ...score.intervals.map(
      ({ held, low, high }) =>
        `${language.percent(held / score.forecasts, 0)} (${language.percent(low, 0)}–${language.percent(high, 0)})`,
    ),
    ...score.skill.map(({ wis }) => (wis === null ? "–" : language.percent(wis, 0))),
  ];
}

const heldHeads = ({ intervals }: Score) => intervals.map(({ level }) => `${Math.round(level * 100)}% held`);
const skillNames: Readonly<Record<string, string>> = { naive: "no change", "last-pace": "last pace" };
const skillHeads = ({ skill }: Score) => skill.map(({ curve }) => `Skill over\n${skillNames[curve] ?? curve}`);

function forecastCells({ quantiles, outcome }: PastForecast, { levels }: Backtest, language: Language): string[] {
  const at = (level: number) => quantiles[levels.indexOf(level)];
  const [low, middle, high] = [at(0.1), at(0.5), at(0.9)];
  return [
    language.percent(middle, 1),
    language.percentRange(low, high, 1),
    language.percent(outcome, 2),
    language.points(middle - outcome),
    outcome < low ? "outside: lower" : outcome > high ? "outside: higher" : "inside",
  ];
}
