import type { DecidedBy, LocalText } from "../domain.ts";
import type { FormulaState } from "./formula.ts";

/** The type of a number in a lever; it decides how a user may write it and how it is shown. `number` has no unit. */
export type LeverUnit = "share" | "people" | "points-per-year" | "rate-per-year" | "years" | "number";

/** One number of a lever, described once for help, schema, slider and tests. */
export interface LeverParameter {
  readonly unit: LeverUnit;
  readonly min: number;
  readonly max: number;
  /** Value taken when a file leaves it out; null: it must be given. `Infinity` means never. */
  readonly default: number | null;
  /** Step of a slider. */
  readonly step: number;
  readonly describe: LocalText;
}

/** A table of a lever, from year to value, such as the people added by the end of each year; or a formula for it. */
export interface LeverTable {
  readonly unit: "share" | "people";
  readonly min: number;
  readonly max: number;
  readonly describe: LocalText;
}

/** What a table says on the two days around a year: straight between its years, level after the last. */
export interface TableReading {
  readonly before: number;
  readonly after: number;
  /** How far time has come from the lever's start to the table's first year, 0..1; the table holds from 1 on. */
  readonly reachedBefore: number;
  readonly reachedAfter: number;
  /** The values hold the lever's factor already; absent: they do not. */
  readonly factorWithin?: boolean;
}

/** Where a lever stands in the year that is being simulated. */
export interface LeverClock {
  /** Mean strength 0..1 of the ramp over the year: a lever that starts on 1 July has half its first year. */
  readonly strength: number;
  /** Strength on the 31 December before, and on the one that ends the year. */
  readonly strengthBefore: number;
  readonly strengthAfter: number;
  /** Years since start and lag, on the same two days; 0 before the start. */
  readonly elapsedBefore: number;
  readonly elapsedAfter: number;
  /** By the names of the kind's tables, those that the lever has. */
  readonly tables?: Readonly<Record<string, TableReading>>;
}

/**
 * What all levers on one scheme do together in one year of one draw. Products and sums only, so that the order of
 * levers cannot matter. Shares are of the pool: the base, or the parent's participants for a scheme within another.
 */
export interface LeverStep {
  /** Share of the uncovered that no enrolment lever wins: the product over levers of (1 - reached and taken up). */
  missed: number;
  /** Share of the yearly exits that still happens. */
  exitsKept: number;
  /** Net inflow from outside the trend this year, as a share of the pool; it stays until another inflow takes it back. */
  inflow: number;
  /** Factor on the participants reported at the year's end; leaves the state untouched. */
  level: number;
  /** Factor on the trend's own gain of the year, counted on z = ln(p / (K - p)). */
  pace: number;
  /** What is added to the ceiling that bends the trend's growth, as a share of the pool. */
  ceiling: number;
  /** Added to z of the share reported at the year's end: ln of the odds ratio; leaves the state untouched. */
  logOdds: number;
  /** Sum of stated shares of the pool, each times its weight, and of these weights, 0..1 each; as reported. */
  stated: number;
  statedWeight: number;
  /** Factor on the base, and on the participants whom its added people bring. */
  base: number;
  participants: number;
  /** Persons in the pool, and percentage points of coverage per unit of pool share (1 unless within a scheme). */
  pool: number;
  sharePerPoint: number;
  /** The ceiling below which the draw's trend grows, as a share of the pool; K where none is stated. */
  ownCeiling: number;
}

/** Returns a step in which no lever has acted. */
export function emptyStep(): LeverStep {
  return {
    missed: 1,
    exitsKept: 1,
    inflow: 0,
    level: 1,
    pace: 1,
    ceiling: 0,
    logOdds: 0,
    stated: 0,
    statedWeight: 0,
    base: 1,
    participants: 1,
    pool: 1,
    sharePerPoint: 1,
    ownCeiling: 1,
  };
}

/** A kind of decision: one self-describing file each, registered by one line in `index.ts`. */
export interface LeverKind {
  readonly id: string;
  readonly label: LocalText;
  /** One sentence that an analyst can repeat. */
  readonly describe: LocalText;
  readonly reference: string;
  /** Who usually decides it; a lever may say otherwise. */
  readonly decidedBy: DecidedBy;
  readonly target: "scheme" | "base";
  /** The number that says how strong it is made: the one to turn, and to solve for, where nobody names another. */
  readonly strength: string;
  readonly parameters: Readonly<Record<string, LeverParameter>>;
  /** Tables, of which a lever has exactly one; most kinds have none. */
  readonly tables?: Readonly<Record<string, LeverTable>>;
  /** false: what it does is a statement about the trend or the stock, so that it cannot stand in for a part of the trend. */
  readonly replacesTrend?: false;
  /** Adds the lever's effect of one year to `step`; `values` stand in the order of `parameters`. */
  apply(values: ArrayLike<number>, clock: LeverClock, step: LeverStep): void;
  /**
   * Units of the lever's unit cost that its payer bears in a year for every participant of the scheme, new or not; absent
   * where what is paid for is something else.
   */
  unitsPerParticipant?(values: ArrayLike<number>, clock: LeverClock): number;
  /** A worked example that the contract test checks and the reference prints. */
  readonly example: LeverExample;
  /** Another, where one does not show all. */
  readonly formulaExample?: LeverExample & {
    /** By the name of the table in whose place it stands. */
    readonly formulas: Readonly<Record<string, string>>;
    readonly state: FormulaState;
  };
}

/** A worked example of one lever in one year. */
export interface LeverExample {
  readonly values: readonly number[];
  readonly clock: LeverClock;
  /** By the name of one of the kind's tables: year to value. */
  readonly tables?: Readonly<Record<string, Readonly<Record<string, number>>>>;
  readonly before: Partial<LeverStep>;
  readonly after: Partial<LeverStep>;
  readonly words: string;
}
