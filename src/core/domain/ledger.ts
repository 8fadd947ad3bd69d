/** Archived forecasts, and what officials stated. */
import type { Goal, Status } from "./published.ts";
import type { Manifest } from "./run.ts";

/** One forecast of a ledger: quantiles of one quantity of one scheme at one year end. */
export interface LedgerForecast {
  readonly scheme: string;
  readonly year: number;
  /** `coverage` in fractions of the base, `participants` in persons. */
  readonly measure: Goal["measure"];
  /** Last year end that was known, and its reading as known then, in the same unit. */
  readonly origin: number;
  readonly reading: number;
  /** At the levels of past forecasts: 2.5 to 97.5 %. */
  readonly quantiles: readonly number[];
}

/** The chance that was given to one goal. */
export interface LedgerGoal {
  readonly goal: string;
  readonly scheme: string;
  readonly year: number;
  readonly probability: number;
}

/** One archived run of one scenario. */
export interface LedgerRun {
  /** Begins the hash of what was foretold: the same forecast has the same id. */
  readonly id: string;
  /** Only what had been published by this day was used. */
  readonly vintage: string;
  /** The day on which it was made, as it was told. */
  readonly made: string;
  /** It leaves out figures that were at hand: made later than its vintage. */
  readonly replay: boolean;
  readonly scenario: string;
  readonly version: string;
  readonly seed: number;
  readonly draws: number;
  readonly command: string;
  readonly inputs: readonly Pick<Manifest["inputs"][number], "file" | "sha256">[];
  readonly forecasts: readonly LedgerForecast[];
  readonly goals: readonly LedgerGoal[];
}

/** A value that officials stated of a coming year end. */
export interface Statement {
  readonly id: string;
  readonly scheme: string;
  readonly year: number;
  readonly measure: Goal["measure"];
  readonly value: number;
  /** What they expected, or what they set out to reach. */
  readonly kind: "forecast" | "plan";
  /** Day on which it was stated, ISO; null where the source shows none. */
  readonly stated: string | null;
  readonly by: string;
  readonly sources: readonly string[];
  readonly note: string;
}

/** A forecast of a ledger beside what came. */
export interface LedgerOutcome extends LedgerForecast {
  readonly run: string;
  readonly vintage: string;
  readonly scenario: string;
  /** What came, on the level that the run counted on. */
  readonly outcome: number;
  readonly status: Status;
  readonly wis: number;
}

/** How good some forecasts of a ledger were, in the unit of their measure. */
export interface LedgerScore {
  readonly forecasts: number;
  readonly mae: number;
  readonly bias: number;
  readonly wis: number;
  /** Mean absolute error of the last reading held for good. */
  readonly noChange: number;
  readonly intervals: readonly { readonly level: number; readonly held: number }[];
}

/** A statement beside what came, and beside the newest run that was not later. */
export interface StatementOutcome {
  readonly statement: Statement;
  readonly outcome: number;
  readonly status: Status;
  /** Value less outcome. */
  readonly error: number;
  /** Of the reference scenario; null where no run came before, or it foretold no such year. */
  readonly run: {
    readonly id: string;
    readonly vintage: string;
    readonly median: number;
    readonly error: number;
  } | null;
}

/** A ledger held against what came. */
export interface LedgerScores {
  readonly levels: readonly number[];
  readonly runs: readonly Omit<LedgerRun, "forecasts" | "goals">[];
  readonly outcomes: readonly LedgerOutcome[];
  readonly goals: readonly (LedgerGoal & {
    readonly run: string;
    readonly vintage: string;
    readonly scenario: string;
    readonly met: boolean;
  })[];
  readonly statements: readonly StatementOutcome[];
  /** Coverage; null where nothing has come yet. */
  readonly all: LedgerScore | null;
  readonly byRun: readonly { readonly run: string; readonly score: LedgerScore }[];
  readonly byScheme: readonly {
    readonly scheme: string;
    readonly measure: Goal["measure"];
    readonly score: LedgerScore;
  }[];
  /** Mean squared error of the chances given to goals (Brier 1950); null without goals. */
  readonly brier: number | null;
  /** Forecasts whose year end is not known yet. */
  readonly waiting: number;
}
