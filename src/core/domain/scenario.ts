/** What a scenario assumes: levers, their numbers, what is expected. */
import type { Place } from "../errors.ts";
import type { SolveTask } from "./solution.ts";
import type { LocalText } from "./text.ts";
import type { TrendSettings } from "./workspace.ts";

/** A number that may be uncertain. Canonical kinds; the ways a user may write them are the input floor's affair. */
export type Distribution =
  | { readonly kind: "fixed"; readonly value: number }
  | { readonly kind: "uniform"; readonly low: number; readonly high: number }
  | { readonly kind: "triangle"; readonly low: number; readonly mode: number; readonly high: number }
  | { readonly kind: "normal"; readonly mean: number; readonly sd: number }
  /** ln(x) is normal; for people, money and durations. */
  | { readonly kind: "lognormal"; readonly mu: number; readonly sigma: number }
  /** logit(x) is normal; for shares. */
  | { readonly kind: "logitnormal"; readonly mu: number; readonly sigma: number }
  /** On 0..1; for shares. */
  | { readonly kind: "beta"; readonly alpha: number; readonly beta: number }
  /** A beta between the ends whose mean is (low + 4 mode + high) / 6: a triangle with rounder shoulders. */
  | { readonly kind: "pert"; readonly low: number; readonly mode: number; readonly high: number }
  /** Values rise; weights sum to 1. */
  | { readonly kind: "discrete"; readonly values: readonly number[]; readonly weights: readonly number[] };

export type RampShape = "step" | "linear" | "smoothstep" | "s-curve" | "front-loaded" | "table";

/** A value on 31 December of a year. */
export interface YearValue {
  readonly year: number;
  readonly value: number;
}

/** How a lever's strength grows from 0 to 1 after its start. */
export interface Ramp {
  readonly shape: RampShape;
  /** Years from 0 to 1; ignored by `step` and `table`. */
  readonly overYears: number;
  /** Strengths of a `table`, years rising: straight lines between them and from 0 at the start, level after the last. */
  readonly points?: readonly YearValue[];
}

/** What a decision costs for each unit, as it was stated. */
export interface UnitCost {
  readonly value: Distribution;
  /** ISO code of the money, and what it is paid for. */
  readonly currency: string;
  readonly per: "person-year" | "person" | "year";
  /** Prices are those of this year; null where nobody says. */
  readonly priceYear: number | null;
}

/** How a page may let a reader move one of a lever's numbers, in the parameter's unit. */
export interface SliderHint {
  readonly of: string;
  readonly min: number;
  readonly max: number;
  readonly step: number;
}

/** A formula in mathjs' notation that gives a value for each 31 December, from the year and the state before it. */
export interface LeverFormula {
  readonly text: string;
  /** Where it was read; absent on one that was made by hand. */
  readonly place?: Place;
}

/** Whether a lever is a decision, or something that happens to everybody: what nobody decides belongs to the world. */
export type DecidedBy = "somebody" | "nobody";

/** A decision: something that somebody does, from a date on. */
export interface Lever {
  readonly id: string;
  readonly kind: string;
  readonly title: LocalText | null;
  /** The scheme it acts on, or the base for levers of kind `base`. */
  readonly target: string;
  /** Year fractions. */
  readonly start: number;
  readonly end: number | null;
  readonly lagYears: number;
  readonly ramp: Ramp;
  /** After `end`, the strength halves every so many years; null: it stops at once. */
  readonly fadeHalfLifeYears: number | null;
  /** By parameter name, in the units the lever's kind declares. */
  readonly parameters: Readonly<Record<string, Distribution>>;
  /** By the names of its kind's tables, years rising; absent for kinds that have none. */
  readonly tables?: Readonly<Record<string, readonly YearValue[]>>;
  /** What stands in the place of a table, by its name; absent where none does. */
  readonly formulas?: Readonly<Record<string, LeverFormula>>;
  /** Who decides it; absent: as its kind has it. */
  readonly decidedBy?: DecidedBy;
  readonly unitCost?: UnitCost;
  readonly slider?: SliderHint;
  /** Share of the trend's own yearly gain that this lever stands in for; 0: it comes wholly on top. */
  readonly replacesTrendShare: number;
  /** Whether the people it brings also enter the schemes within its target (`passesOn: false` in a file says no). */
  readonly passesOn: boolean;
  readonly evidence: readonly { readonly ref: string; readonly strength: string }[];
  readonly note: string;
}

/** One line of the table of assumptions: what is set, by which line of which file. */
export interface Assumption {
  /** `world`: nobody decides it. `decision`: somebody does. `trend`: how the past is read. */
  readonly group: "world" | "decision" | "trend";
  /** Whether its number is drawn anew in every simulated future; false for what is certain or no number. */
  readonly drawn: boolean;
  /** `levers.household-business.compliance` */
  readonly key: string;
  /** As a user would write it: `30% to 70%`. */
  readonly value: string;
  readonly file: string;
  readonly line: number;
  /** Set by a parent file rather than by the scenario itself. */
  readonly inherited: boolean;
  /** The reference scenario's value; null where it has none. */
  readonly reference: string | null;
  readonly differs: boolean;
}

/** What is expected of a result; checked by `run`. */
export interface Expectation {
  readonly scheme: string | null;
  readonly year: number | null;
  /** Median coverage must lie between these fractions. */
  readonly between: readonly [number, number] | null;
  readonly goal: string | null;
  readonly probabilityAtLeast: number | null;
  readonly level: "error" | "warn";
  readonly place: Place;
}

/** An effective scenario: parents merged, every number typed. */
export interface Scenario {
  readonly id: string;
  readonly file: string;
  readonly title: LocalText;
  readonly question: LocalText;
  readonly references: readonly string[];
  readonly leavesOut: readonly LocalText[];
  /** By scheme: only what the scenario changes. */
  readonly trend: Readonly<Record<string, Partial<TrendSettings>>>;
  /** By base: growth a year, replacing the workspace's. */
  readonly world: Readonly<Record<string, Distribution>>;
  readonly levers: readonly Lever[];
  readonly expect: readonly Expectation[];
  /** What a run is to find out of it: what it would take; absent: nothing. */
  readonly solve?: readonly SolveTask[];
  readonly assumptions: readonly Assumption[];
}
