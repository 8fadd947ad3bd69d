import { levels } from "./backtest/score.ts";
import type { Goal, History, LedgerRun, LedgerScores, Observation, Statement } from "./domain.ts";
import { goalOutcomes } from "./history/outcomes.ts";
import { ledgerOutcomes } from "./ledger/ledger-outcomes.ts";
import { ledgerScore } from "./ledger/ledger-score.ts";
import { scoreStatements } from "./ledger/score-statements.ts";

export interface LedgerRequest {
  readonly runs: readonly LedgerRun[];
  readonly statements: readonly Statement[];
  /** All that is known now. */
  readonly histories: readonly History[];
  readonly observations: readonly Observation[];
  readonly goals: readonly Goal[];
  /** Scheme ids in the order in which they are shown. */
  readonly schemes: readonly string[];
  /** The scenario whose medians stand beside statements. */
  readonly reference: string;
}

/** Holds archived forecasts, and what officials stated, against what has come since (docs/ledger.md). */
export function scoreLedger(request: LedgerRequest): LedgerScores {
  const { runs, statements, histories, observations, goals, schemes, reference } = request;
  const outcomes = ledgerOutcomes(runs, histories);
  const coverage = outcomes.filter(({ measure }) => measure === "coverage");
  const judged = new Map(goalOutcomes(goals, histories, histories, observations).map((found) => [found.goal, found]));
  const past = runs.flatMap(({ id, vintage, scenario, goals: given }) =>
    given.flatMap((goal) => {
      const met = judged.get(goal.goal)?.met;
      return met === undefined ? [] : [{ ...goal, run: id, vintage, scenario, met }];
    }),
  );
  return {
    levels,
    runs: runs.map(({ forecasts: _, goals: __, ...run }) => run),
    outcomes,
    goals: past,
    statements: scoreStatements(statements, outcomes, histories, observations, reference),
    all: ledgerScore(coverage),
    byRun: runs.flatMap(({ id }) => {
      const score = ledgerScore(coverage.filter(({ run }) => run === id));
      return score === null ? [] : [{ run: id, score }];
    }),
    byScheme: (["coverage", "participants"] as const).flatMap((measure) =>
      schemes.flatMap((scheme) => {
        const score = ledgerScore(outcomes.filter((o) => o.scheme === scheme && o.measure === measure));
        return score === null ? [] : [{ scheme, measure, score }];
      }),
    ),
    brier:
      past.length === 0
        ? null
        : past.reduce((total, { probability, met }) => total + (probability - Number(met)) ** 2, 0) / past.length,
    waiting: runs.reduce((total, { forecasts }) => total + forecasts.length, 0) - outcomes.length,
  };
}
