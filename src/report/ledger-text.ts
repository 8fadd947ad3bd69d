import type { LedgerScores, StatementOutcome } from "../core/domain.ts";
import type { Language } from "./language.ts";

/** Says what archived forecasts have been worth, by rule from their scores. */
export function ledgerText(language: Language, { all, runs, waiting, statements }: LedgerScores): string[] {
  const size = (error: number) => language.decimal(100 * error, 1);
  const beside = statements.flatMap(({ error, run }) => (run ? [{ error, run }] : []));
  const nearer = beside.filter(({ error, run }) => Math.abs(error) < Math.abs(run.error)).length;
  return [
    all === null
      ? language.say("ledger.none")
      : language.say("ledger.lead", {
          n: all.forecasts,
          own: size(all.mae),
          noChange: size(all.noChange),
          bias: language.points(all.bias),
          held: all.intervals.find(({ level }) => level === 0.8)?.held ?? 0,
        }),
    ...(waiting > 0 ? [language.say("ledger.waiting", { n: waiting })] : []),
    ...(runs.some(({ replay }) => replay) ? [language.say("ledger.replay")] : []),
    ...(beside.length === 0
      ? []
      : [
          language.say("ledger.statements", {
            n: beside.length,
            statement: nearer,
            median: beside.length - nearer,
          }),
        ]),
  ];
}

/** Prints a statement, what came and both errors, in the unit of the statement. */
export function statementCells(
  language: Language,
  { statement, outcome, error, run, status }: StatementOutcome,
): {
  readonly value: string;
  readonly came: string;
  readonly status: string;
  readonly error: string;
  readonly median: string;
  readonly medianError: string;
} {
  const people = statement.measure === "participants";
  const shown = (value: number) => (people ? language.people(value) : language.percent(value, 2));
  const missed = (value: number) => (people ? language.peopleChange(value) : language.points(value));
  return {
    value: shown(statement.value),
    came: shown(outcome),
    status: language.say(`status.${status}`),
    error: missed(error),
    median: run === null ? "–" : shown(run.median),
    medianError: run === null ? "–" : missed(run.error),
  };
}
