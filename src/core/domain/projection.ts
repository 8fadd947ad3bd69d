/** From prepared input to draws, and what they say of each goal. */
import type { Analysis, Attribution } from "./explanation.ts";
import type { BaseSeries, History } from "./history.ts";
import type { Goal, Status } from "./published.ts";
import type { Distribution, Scenario } from "./scenario.ts";
import type { LocalText } from "./text.ts";
import type { FittedTrend } from "./trend.ts";
import type { RunSettings } from "./workspace.ts";

export interface SchemeInput {
  readonly id: string;
  readonly title: LocalText;
  readonly short: string;
  readonly base: string;
  readonly baseLagYears: number;
  readonly sumOf: readonly string[];
  readonly within: string | null;
  /**
   * Parts of the same total that come before this one: nobody is in two parts, so this one is modelled as a share of the
   * people whom they leave, and a total never passes its base.
   */
  readonly outside: readonly string[];
  readonly exitRate: Distribution;
  /** Prior on the ceiling of the modelled share: median and standard deviation; null where nobody states one. */
  readonly ceilingPrior: { readonly mean: number; readonly sd: number } | null;
  /** Null for a total, which is the sum of its parts. */
  readonly trend: FittedTrend | null;
  readonly history: History;
}

/** What is known by now of a goal whose date has passed. */
export interface Outcome {
  readonly goal: string;
  readonly value: number;
  readonly met: boolean;
  readonly status: Status;
  /** In the history that the projection was fitted to (false: known later, as in a replay). */
  readonly knownAtOrigin: boolean;
  readonly sources: readonly string[];
}

/** How far a scheme's year ends stand above the readings between them. */
export interface YearEndPeak {
  readonly scheme: string;
  /** Median part of the participants that are missing in other months, against the straight line between year ends. */
  readonly lead: number;
  /** How many readings between year ends it rests on, and of how many years. */
  readonly readings: number;
  readonly years: number;
}

/** All that the engine needs, in kilobytes: the same object runs in Node and in the page. */
export interface ProjectionInput {
  readonly scenario: Scenario;
  readonly schemes: readonly SchemeInput[];
  readonly bases: readonly BaseSeries[];
  readonly goals: readonly Goal[];
  readonly outcomes: readonly Outcome[];
  readonly run: RunSettings;
  /** First year simulated; the year after the earliest origin. */
  readonly firstYear: number;
  /** Only figures published by this day were used; null: all. */
  readonly asOf: string | null;
  /** How probabilities are put into words; absent: by the likelihood scale of the IPCC. */
  readonly likelihood?: LikelihoodScale;
  /** How far year ends stand above the months between them; absent: not known. */
  readonly peaks?: readonly YearEndPeak[];
  /**
   * Sources of chance that are drawn anew, by the names of their streams: `trend/hi/path`, `trend/hi/ceiling`,
   * `base/population`, `exit/hi`, `lever/drive/takeUp`. Only where the engine asks itself what they do; absent: none.
   */
  readonly redrawn?: readonly string[];
}

/**
 * Simulated futures. One array for each quantity; index = (scheme x years + year) x draws + draw, so that a year of a
 * scheme is one contiguous run of draws.
 */
export interface Draws {
  readonly schemes: readonly string[];
  readonly years: readonly number[];
  readonly draws: number;
  /** Persons. */
  readonly participants: Float64Array;
  /** Persons, the denominator of coverage (lag applied). */
  readonly base: Float64Array;
}

/** Quantiles of one quantity: values[level][year], by `Summary.levels` and `Summary.years`. */
export type QuantileTable = readonly (readonly number[])[];

export interface SchemeSummary {
  readonly scheme: string;
  readonly coverage: QuantileTable;
  readonly participants: QuantileTable;
  /** Median base by year. */
  readonly base: readonly number[];
  readonly meanCoverage: readonly number[];
}

export interface Summary {
  readonly years: readonly number[];
  /** Probability levels ascending, 0.5 among them. */
  readonly levels: readonly number[];
  readonly schemes: readonly SchemeSummary[];
}

/** A pace of change, three ways. */
export interface Pace {
  readonly fromYear: number;
  readonly toYear: number;
  readonly personsPerYear: number;
  /** Fraction of the base a year. */
  readonly coveragePerYear: number;
  /** Net share of the uncovered won a year: 1 - ((1 - p1) / (1 - p0)) ^ (1 / years). */
  readonly hazard: number;
}

/** A named rule that puts probabilities into words. */
export interface LikelihoodScale {
  readonly name: LocalText;
  /** From the likeliest down: each holds from `atLeast` up to the one before it, the last from 0. */
  readonly bands: readonly { readonly atLeast: number; readonly words: LocalText }[];
}

/** The 10th, 50th and 90th percentile. */
export interface Percentiles {
  readonly p10: number;
  readonly p50: number;
  readonly p90: number;
}

/** One goal against one scenario's draws. */
export interface Assessment {
  readonly goal: Goal;
  /** In the unit of the goal's measure: the 10th, 50th and 90th percentile in the goal's year. Null if not simulated. */
  readonly reached: Percentiles | null;
  readonly probability: number | null;
  /** Standard error of `probability` from the finite number of draws. */
  readonly monteCarloError: number | null;
  /** The probability in words, by the scale of the input. */
  readonly likelihood: LocalText | null;
  /** Value less goal: below zero means short of it. */
  readonly gapCoverage: Percentiles | null;
  readonly gapPersons: Percentiles | null;
  /** Share of draws that first meet the goal's value in each year of Summary.years, and that never do by the horizon. */
  readonly firstMet: { readonly share: readonly number[]; readonly never: number } | null;
  /** The last reading already meets the value. */
  readonly alreadyMet: boolean;
  readonly requiredPace: Pace | null;
  readonly recentPace: Pace | null;
  readonly bestPace: Pace | null;
  readonly outcome: Outcome | null;
  /** Median base of the goal's year, as officials divide by it. Null if not simulated. */
  readonly medianBase: number | null;
  /** Other goals that ask for the same in the other measure, with the base on which the two would be one; nearest first. */
  readonly counterparts: readonly { readonly goal: string; readonly impliedBase: number }[];
  /** A goal on coverage divided by the base of its own year, where officials divide by an earlier one; else null. */
  readonly plain: { readonly reached: Percentiles; readonly probability: number } | null;
}

/** Something the engine must tell of this run: a lever cut at the pool, a goal beyond the ceiling. */
export interface Note {
  readonly code: string;
  readonly message: LocalText;
  readonly subject: string;
}

/** The middle: everything that any output is made from. */
export interface Projection {
  readonly schema: "covercast/projection/1";
  readonly input: ProjectionInput;
  readonly summary: Summary;
  readonly assessments: readonly Assessment[];
  /** Empty for a scenario without levers. */
  readonly attributions: readonly Attribution[];
  readonly notes: readonly Note[];
  /** Where the spread comes from and what moves the goals; absent where nobody asked. */
  readonly analysis?: Analysis;
}
