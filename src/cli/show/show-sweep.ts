import { chanceAt, type SweepPart, type SweepRun } from "../../core/sweep/sweep-run.ts";
import type { Language } from "../../report/language.ts";
import {
  bestTexts,
  chanceText,
  changeText,
  followsTexts,
  goalSpans,
  goalTitle,
  layoutText,
  manyAtOnce,
} from "../../report/sweep/part-facts.ts";
import { tableValue } from "../../report/sweep/sweep-tables.ts";
import { layOutTable } from "./table.ts";
import type { Terminal } from "./terminal.ts";

/** Prints what a suite found: its scenarios side by side, then the span of every sweep. */
export function showSweep(run: SweepRun, language: Language, terminal: Terminal): void {
  const { paint, print } = terminal;
  const points = run.parts.reduce((sum, { count }) => sum + count, 0);
  print(paint.bold(`${language.local(run.title)} · ${language.local(run.suite.title)}`));
  print(
    language.say("sweep.lead", {
      points: language.integer(points),
      draws: language.integer(run.manifest.draws),
      horizon: run.manifest.horizon,
    }),
  );
  for (const part of run.parts) {
    print("");
    if (part.sweep) print(paint.bold(language.local(part.sweep.title)));
    print(layoutText(language, part));
    print("");
    print(part.sweep === null ? sideBySide(run, part, language, terminal) : spans(run, part, language, terminal));
  }
}

function sideBySide(run: SweepRun, part: SweepPart, language: Language, terminal: Terminal): string {
  const rows = run.goals.map((goal) => [
    goalTitle(run, language, goal),
    ...part.scenarios.map((_, point) => {
      const chance = chanceAt(part, point, goal.id);
      return chance === null ? "–" : chanceText(language, chance);
    }),
  ]);
  const head = [language.say("column.goal"), ...part.scenarios.map(({ title }) => language.local(title))];
  return layOutTable(
    head,
    rows,
    head.slice(1).map((_, i) => i + 1),
    terminal.width,
  );
}

function spans(run: SweepRun, part: SweepPart, language: Language, terminal: Terminal): string {
  const reference = language.local(run.parts[0].scenarios[0].title);
  const many = manyAtOnce(part);
  const rows = goalSpans(run, part).map((span) => [
    goalTitle(run, language, span.goal),
    chanceText(language, span.base),
    chanceText(language, span.lowest),
    chanceText(language, span.highest),
    span.compared === null ? "" : changeText(language, span.highest.probability - span.compared.probability),
    bestTexts(language, part, span).join("\n"),
    ...(many ? [followsTexts(language, part, span).join("\n")] : []),
  ]);
  const head = [
    language.say("column.goal"),
    language.say("sweep.base"),
    language.say("sweep.lowest"),
    language.say("sweep.highest"),
    language.say("sweep.against", { reference }),
    language.say("sweep.best"),
    ...(many ? [language.say("sweep.follows")] : []),
  ];
  return layOutTable(head, rows, [1, 2, 3, 4], terminal.width);
}

/** Gathers a suite's result for programs: every point with what it moves and the chance of each goal. */
export function sweepJson(run: SweepRun) {
  return {
    schema: "covercast/sweep/1",
    suite: run.suite.id,
    manifest: run.manifest,
    compareWith: run.parts[0].scenarios[0].id,
    goals: run.goals,
    sweeps: run.parts.map((part) => ({
      id: part.id,
      method: part.sweep?.method ?? null,
      variables: (part.sweep?.variables ?? []).map(({ key, unit, title }) => ({ key, unit, title })),
      points: part.scenarios.map(({ id }, point) => ({
        point,
        scenario: id,
        values: Object.fromEntries(
          (part.sweep?.variables ?? []).map(({ key, unit }, v, all) => [
            key,
            tableValue(unit, part.values[point * all.length + v]),
          ]),
        ),
        goals: Object.fromEntries(
          part.shape.goals.map((goal) => {
            const { probability, error, p10, p50, p90 } = chanceAt(part, point, goal)!;
            return [goal, { probability, monteCarloError: error, reached: { p10, p50, p90 } }];
          }),
        ),
      })),
    })),
  };
}
