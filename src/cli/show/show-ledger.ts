import type { LedgerScore, LedgerScores, Workspace } from "../../core/domain.ts";
import type { Language } from "../../report/language.ts";
import { ledgerText, statementCells } from "../../report/ledger-text.ts";
import { layOutTable } from "./table.ts";
import type { Terminal } from "./terminal.ts";

/** Prints what archived forecasts have been worth: by run, by scheme, and beside official statements. */
export function showLedger(
  scores: LedgerScores,
  { schemes }: Workspace,
  language: Language,
  { print, paint, width }: Terminal,
): void {
  const { say } = language;
  const titleOf = (id: string) => language.local(schemes.find((s) => s.id === id)?.title ?? { en: id });
  print(paint.bold(say("ledger.title")));
  for (const text of ledgerText(language, scores)) print(text);
  const { all, byRun, byScheme, runs, statements } = scores;
  if (all !== null) {
    const columns = [
      say("column.forecasts"),
      say("column.miss"),
      say("column.heldMiss"),
      say("column.bias"),
      say("column.wis"),
      ...all.intervals.map(({ level }) => `${Math.round(100 * level)}%`),
    ];
    print("");
    print(
      layOutTable(
        [say("column.vintage"), say("column.run"), say("column.scenario"), ...columns],
        [
          ...byRun.map(({ run, score }) => {
            const made = runs.find(({ id }) => id === run);
            const vintage = made?.replay ? `${made.vintage} (${say("ledger.replayed")})` : (made?.vintage ?? "");
            return [vintage, run, made?.scenario ?? "", ...cells(score, language)];
          }),
          ["", "", "", ...cells(all, language)],
        ],
        columns.map((_, i) => i + 3),
        width,
      ),
    );
    print("");
    print(
      layOutTable(
        [say("column.scheme"), ...columns],
        byScheme
          .filter(({ measure }) => measure === "coverage")
          .map(({ scheme, score }) => [titleOf(scheme), ...cells(score, language)]),
        columns.map((_, i) => i + 1),
        width,
      ),
    );
  }
  if (statements.length === 0) return;
  print("");
  print(
    layOutTable(
      [
        say("column.stated"),
        say("column.statedBy"),
        say("column.scheme"),
        say("column.year"),
        say("column.value"),
        say("column.came"),
        say("column.status"),
        say("column.statementError"),
        say("column.ledgerMedian"),
        say("column.medianError"),
      ],
      statements.map((one) => {
        const { value, came, status, error, median, medianError } = statementCells(language, one);
        const { stated, by, scheme, year } = one.statement;
        return [stated ?? "–", by, titleOf(scheme), String(year), value, came, status, error, median, medianError];
      }),
      [3, 4, 5, 7, 8, 9],
      width,
    ),
  );
}

function cells(score: LedgerScore, language: Language): string[] {
  const points = (value: number) => language.decimal(100 * value, 2);
  return [
    String(score.forecasts),
    points(score.mae),
    points(score.noChange),
    points(score.bias),
    points(score.wis),
    ...score.intervals.map(({ held }) => `${held}/${score.forecasts}`),
  ];
}
