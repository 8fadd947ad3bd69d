/** Why a projection says what it says. */
import type { QuantileTable } from "./projection.ts";
import type { Solutions } from "./solution.ts";
import type { SweepUnit } from "./suite.ts";

/** What each lever of a scenario adds to one goal (Shapley values on common draws); parts sum to the total. */
export interface Attribution {
  readonly goal: string;
  readonly draws: number;
  /** The same scenario without its levers. */
  readonly without: { readonly coverage: number; readonly probability: number };
  /** Largest standard error of a part where orders of more than eight levers were sampled; 0: all were taken. */
  readonly error: { readonly coverage: number; readonly probability: number };
  /** Mean coverage in the goal's year (a fraction) and probability of the goal, against the same scenario without levers. */
  readonly total: { readonly coverage: number; readonly probability: number };
  readonly levers: readonly { readonly lever: string; readonly coverage: number; readonly probability: number }[];
}

/** Where the width of an interval comes from. `parameters` holds the ceiling, `levers` the exit rates they act on. */
export type SpreadSource = "data" | "parameters" | "curve" | "residual" | "base" | "levers";

/** The interval of one scheme in one year, split by where it comes from (docs/explanation.md). */
export interface SpreadSplit {
  /** The goal whose scheme, year and measure it is. */
  readonly goal: string;
  readonly draws: number;
  /** From the 10th to the 90th percentile, and the standard deviation, in the unit of the goal's measure. */
  readonly width: number;
  readonly sd: number;
  /** All six sources in the order above; shares of the variance, which sum to 1, with their standard errors. */
  readonly parts: readonly { readonly source: SpreadSource; readonly share: number; readonly error: number }[];
  /** What data, parameters and curve were multiplied with, because together they passed the whole trend; else 1. */
  readonly scaled: number;
}

/** A goal at one value of an assumption: mean value reached, in the unit of its measure, and chance. */
export interface GoalAt {
  readonly mean: number;
  readonly probability: number;
}

/** One uncertain assumption held at its 10th and at its 90th percentile, the others drawn. */
export interface AssumptionSwing {
  /** As in the table of assumptions: `levers.drive.takeUp`, `world.population.growth`, `trend.hi.ceiling`. */
  readonly key: string;
  readonly unit: SweepUnit;
  readonly low: GoalAt & { readonly value: number };
  readonly high: GoalAt & { readonly value: number };
}

/** How far each uncertain assumption moves one goal, the strongest first; those that move nothing are left out. */
export interface Tornado {
  readonly goal: string;
  readonly draws: number;
  /** With everything drawn, on all draws of the run; the swings are differences on `draws` common ones, added to it. */
  readonly drawn: GoalAt;
  readonly swings: readonly AssumptionSwing[];
}

/** What one goal would look like without one year-end reading. */
export interface ReadingEffect {
  readonly scheme: string;
  readonly year: number;
  readonly coverage: number;
  readonly sources: readonly string[];
  /** Change of the goal's probability, and of the median value reached, when the reading is left out. */
  readonly probability: number;
  readonly median: number;
}

/** The readings that matter most to one goal, strongest first. */
export interface GoalInfluence {
  readonly goal: string;
  readonly draws: number;
  /** With every reading, on all draws of the run. */
  readonly probability: number;
  readonly median: number;
  /** How many readings were left out, one at a time. */
  readonly tried: number;
  readonly readings: readonly ReadingEffect[];
}

/** One side of a map: a number of a lever and the values that it is set to. */
export interface MapSide {
  readonly key: string;
  readonly unit: SweepUnit;
  readonly values: readonly number[];
}

/** The chance of one goal at every pair of values of two numbers of levers. */
export interface ChanceMap {
  readonly goal: string;
  readonly draws: number;
  readonly x: MapSide;
  readonly y: MapSide;
  /** Rows by `y.values`, columns by `x.values`. */
  readonly probability: readonly (readonly number[])[];
}

/** Sobol' indices of one source of chance: what it does alone, and with all that it works together with. */
export interface SobolFactor {
  /** Name of its stream: `lever/drive/takeUp`, `trend/hi/path`, `base/population`. */
  readonly factor: string;
  readonly first: number;
  readonly firstError: number;
  readonly total: number;
  readonly totalError: number;
}

/** Sobol' indices of one goal; `of` says what is split: the value reached, or whether the goal is met (0 or 1). */
export interface SobolSplit {
  readonly goal: string;
  readonly of: "value" | "met";
  readonly draws: number;
  readonly variance: number;
  readonly factors: readonly SobolFactor[];
}

/** Why a projection is what it is, for the open goals that lead a report: one for each scheme and year. */
export interface Analysis {
  readonly spread: readonly SpreadSplit[];
  readonly tornados: readonly Tornado[];
  /** Empty where nobody asked what each reading does. */
  readonly influence: readonly GoalInfluence[];
  /** Null where nobody asked, or fewer than two numbers of levers could be moved. */
  readonly map: ChanceMap | null;
  /** Absent where nobody asked. */
  readonly sobol?: readonly SobolSplit[];
  /** What the scenario changes against the reference; absent for the reference itself. */
  readonly comparison?: Comparison;
  /** What it would take, as the scenario asks; absent where it does not. */
  readonly solutions?: Solutions;
}

/** One goal under two scenarios, on common draws. */
export interface ComparedGoal {
  readonly goal: string;
  readonly probability: number;
  /** Under the scenario that it is compared with. */
  readonly other: number;
  readonly difference: number;
  /** Standard error of the difference from the finite number of draws; smaller than that of two separate runs. */
  readonly error: number;
  /** Share of the draws that meet the goal in the scenario alone, and in the other alone. */
  readonly gained: number;
  readonly lost: number;
}

/** What a scenario changes against another: quantiles of the difference, draw by draw. */
export interface Comparison {
  readonly scenario: string;
  readonly with: string;
  readonly draws: number;
  readonly years: readonly number[];
  /** 0.1, 0.5, 0.9. */
  readonly levels: readonly number[];
  readonly schemes: readonly {
    readonly scheme: string;
    /** Fractions of the base, and persons. */
    readonly coverage: QuantileTable;
    readonly participants: QuantileTable;
  }[];
  readonly goals: readonly ComparedGoal[];
}
