/**
 * The nouns of the field. No code stands here: every floor meets in these types.
 *
 * Units, everywhere inside: coverage is a fraction in 0..1, people are persons, money is in the unit named, time is a
 * year fraction (31 December 2024 = 2025.0) or a plain `year` that means its 31 December. Everything below is plain
 * JSON, so that a run can be written to a file and read back in a page.
 */
import type { Place } from "./errors.ts";

/** Text by language tag; English always stands, since every other language falls back to it. */
export type LocalText = { readonly en: string } & { readonly [locale: string]: string };

// ---------------------------------------------------------------------------------------------- published figures

/** How a figure came to be; the order is the order of preference. */
export type Status = "actual" | "estimate" | "derived" | "projection";

/** One published figure, kept as it was published. */
export interface Observation {
  readonly scheme: string;
  /** Reference date, ISO. */
  readonly date: string;
  /** Persons, or null where only a rate was published. */
  readonly participants: number | null;
  /** Fraction in 0..1, or null where only a count was published. */
  readonly coverage: number | null;
  /** Half a unit of the last printed digit of `participants`: 18.3 m means 18.25 to 18.35 m. Zero if none. */
  readonly participantsRounding: number;
  /** Half a unit of the last printed digit of `coverage`, as a fraction. Zero if none. */
  readonly coverageRounding: number;
  /** The base that the publication divides by, as it names it. */
  readonly base: string;
  readonly status: Status;
  /** Publication date, ISO; null where the source does not show one. */
  readonly published: string | null;
  /** Ids in the table of sources; several when the figure was derived from several. */
  readonly sources: readonly string[];
  readonly note: string;
  readonly place: Place;
}

/** One published reading or projection of a base: the persons who could be covered. */
export interface BaseReading {
  readonly base: string;
  readonly date: string;
  readonly persons: number;
  readonly status: Status;
  /** Which line of a projection: `medium`, `low-80`, `high-80`, `low-95`, `high-95`, or empty for a reading. */
  readonly variant: string;
  /** Which definition of the base: today's is the one the workspace names; others are linked to it. */
  readonly regime: string;
  readonly published: string | null;
  readonly sources: readonly string[];
  readonly note: string;
  readonly place: Place;
}

export interface Source {
  readonly id: string;
  readonly title: string;
  readonly publisher: string;
  readonly published: string | null;
  readonly url: string | null;
}

/** A law, campaign, break or shock, for annotation; it moves no number by itself. */
export interface Event {
  readonly date: string;
  /** A scheme id, a base id, or `all`. */
  readonly scheme: string;
  readonly title: LocalText;
  readonly direction: string;
  readonly sources: readonly string[];
  readonly note: string;
}

export type Comparator = "at-least" | "more-than" | "about";

/** A dated goal with the instrument that set it. */
export interface Goal {
  readonly id: string;
  readonly scheme: string;
  /** The goal is judged on 31 December of this year. */
  readonly year: number;
  readonly measure: "coverage" | "participants";
  /** A fraction or persons, by `measure`. */
  readonly value: number;
  /** `about` is judged as `at-least`. */
  readonly comparator: Comparator;
  readonly instrument: string;
  /** Day the instrument was adopted, ISO; null where it is not known. */
  readonly adopted: string | null;
  readonly sources: readonly string[];
  readonly note: string;
  /** Where it was read; absent on a goal that was made by hand. */
  readonly place?: Place;
}

/** The checked content of a workspace's data package. */
export interface Data {
  readonly observations: readonly Observation[];
  readonly bases: readonly BaseReading[];
  readonly goals: readonly Goal[];
  readonly sources: readonly Source[];
  readonly events: readonly Event[];
}

// ------------------------------------------------------------------------------------------------------ workspace

/** What a trend is fitted with; a scenario may override any of it. */
export interface TrendSettings {
  /** Prior on the ceiling of the modelled share: mean and standard deviation, both fractions; null: none is stated. */
  readonly ceiling: { readonly mean: number; readonly sd: number } | null;
  /** Years of history used, inclusive. */
  readonly window: { readonly from: number | null; readonly to: number | null };
  /** Curve ids that may enter the combination; empty means the usual six. */
  readonly curves: readonly string[];
  /** Years left out of the fit, each with its reason. */
  readonly exclude: readonly { readonly year: number; readonly reason: string }[];
  /** What regressions minimise: squares (if absent), or Huber's loss, which an odd reading moves less. */
  readonly loss?: "squares" | "huber";
  /** Years after which a reading counts half as much in regressions; absent: all count alike. */
  readonly halfLife?: number;
}

/** A growth curve that a workspace defines by a formula; fitted where a trend's `curves` name it. */
export interface CurveDefinition {
  readonly id: string;
  readonly title: LocalText;
  /** In mathjs' notation, of its parameters and t, the years since the last reading (0 there, negative before). */
  readonly expression: string;
  /** What it gives: the share of what is modelled, 0..K, or ln(p / (K - p)). */
  readonly gives: "share" | "logit";
  readonly parameters: readonly {
    readonly name: string;
    readonly start: number;
    readonly min: number;
    readonly max: number;
    readonly prior: { readonly mean: number; readonly sd: number } | null;
  }[];
}

export interface Scheme {
  readonly id: string;
  readonly title: LocalText;
  /** One or two letters for narrow places: SI, UI, HI. */
  readonly short: string;
  /** The base its coverage is a share of. */
  readonly base: string;
  /** 1 where officials divide by the previous year's base. */
  readonly baseLagYears: number;
  /** A total's parts; its draws are the sum of theirs. */
  readonly sumOf: readonly string[];
  /** The scheme that holds all of this one's participants; the trend is then fitted to the share of that scheme. */
  readonly within: string | null;
  /** Share of participants that leave in a year. */
  readonly exitRate: Distribution;
  readonly trend: TrendSettings;
}

export interface BaseDefinition {
  readonly id: string;
  readonly title: LocalText;
  /** `year-end`: read on 31 December. `year-average`: the mean of the year, dated 1 July. */
  readonly reading: "year-end" | "year-average";
  /** The regime that is today's definition. */
  readonly regime: string;
  /** Growth a year beyond the last reading; null: taken from the projections in the data. */
  readonly growth: Distribution | null;
  /** Relative standard deviation of the last reading itself. */
  readonly levelSd: number;
}

/** A person's choice among rival figures, with the reason written down. */
export interface Pin {
  readonly scheme: string;
  readonly date: string;
  readonly source: string;
  readonly reason: string;
}

export interface RunSettings {
  /** Last year projected. */
  readonly horizon: number;
  readonly draws: number;
  readonly seed: number;
  /** Central intervals shown, as fractions: 0.5, 0.8, 0.95. */
  readonly bands: readonly number[];
}

export interface Workspace {
  readonly file: string;
  readonly title: LocalText;
  /** Path of the data package, relative to the workspace. */
  readonly dataPath: string;
  /** In the order in which they are shown. */
  readonly schemes: readonly Scheme[];
  readonly bases: readonly BaseDefinition[];
  /** Curves of its own; absent: none. */
  readonly curves?: readonly CurveDefinition[];
  /** Goals that lead the report, by id; the others are listed. */
  readonly headlineGoals: readonly string[];
  readonly pins: readonly Pin[];
  /** The scenario that the others are compared with. */
  readonly reference: string;
  readonly run: RunSettings;
  readonly locale: string;
  /** How probabilities are put into words; absent: by the likelihood scale of the IPCC. */
  readonly likelihood?: LikelihoodScale;
  /** Where schemes, bases and the horizon stand in the file: `schemes.si`, `bases.workers`, `run.horizon`. */
  readonly places?: Readonly<Record<string, Place>>;
}

// ------------------------------------------------------------------------------------------------------ scenarios

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

/** A number of a lever that may be set, with where to look if not everywhere. */
export type LeverNumber = Pick<SolveQuestion, "lever" | "parameter" | "min" | "max">;

/** A question that a scenario asks of itself: what must be, for a goal to be met with a probability. */
export interface SolveTask {
  readonly goal: string;
  readonly probability: number;
  /** One number to be found, or those that are weighed against each other by their costs. */
  readonly numbers: readonly LeverNumber[];
  readonly mix: boolean;
  readonly place: Place;
}

// --------------------------------------------------------------------------------------------------------- suites

/** The unit of a number that a sweep moves: that of the lever's parameter, or of the setting. */
export type SweepUnit = "share" | "people" | "points-per-year" | "rate-per-year" | "years" | "number";

/** One number of a scenario that a sweep moves; at a point it stands for certain, whatever range the scenario gives it. */
export interface SweepVariable {
  /** As in the table of assumptions: `levers.decree-159.takeUp`, `world.population.growth`, `trend.hi.ceiling`. */
  readonly key: string;
  readonly section: "levers" | "world" | "trend";
  /** The lever, base or scheme. */
  readonly subject: string;
  /** The rest of the key: `takeUp`, `ramp.over`, `growth`, `ceiling`. */
  readonly name: string;
  readonly unit: SweepUnit;
  readonly title: LocalText;
  /** Values of a grid, or of one number at a time; empty for a Latin hypercube. */
  readonly values: readonly number[];
  /** What a Latin hypercube draws from; null for the others. */
  readonly spread: Distribution | null;
  readonly limits: { readonly min: number; readonly max: number };
}

export type SweepMethod = "grid" | "one-per-lever" | "latin-hypercube";

/** One scenario with some of its numbers moved, point by point. */
export interface Sweep {
  readonly id: string;
  readonly title: LocalText;
  readonly scenario: string;
  readonly method: SweepMethod;
  readonly variables: readonly SweepVariable[];
  /** Points moved, the scenario as it stands not counted. */
  readonly points: number;
  /** Goals judged at each point, by id; null: those of the suite. */
  readonly goals: readonly string[] | null;
}

/** A question that takes many runs: scenarios side by side, and sweeps. */
export interface Suite {
  readonly id: string;
  readonly file: string;
  readonly title: LocalText;
  readonly question: LocalText | null;
  /** Scenarios run as they stand. */
  readonly scenarios: readonly string[];
  /** The scenario that all others are compared with. */
  readonly compareWith: string;
  /** Simulated futures of each point. */
  readonly draws: number;
  /** Goals judged, by id; null: the workspace's headline goals that are still open. */
  readonly goals: readonly string[] | null;
  readonly sweeps: readonly Sweep[];
}

// -------------------------------------------------------------------------------------------------------- history

/** How a point of a history was made. */
export type Derivation =
  | "published" // the rate as published on today's base
  | "participants/base" // a count divided by the base series
  | "linked" // the same, with the base of an older definition linked to today's
  | "total-parts" // a part from its total and the other parts
  | "sum-of-parts"
  | "share-of-parent";

/** One year-end of one scheme on one consistent base. */
export interface HistoryPoint {
  readonly year: number;
  /** Share of the base, on today's definition. */
  readonly coverage: number;
  readonly participants: number;
  /** The base that makes coverage x base = participants. */
  readonly base: number;
  /** The rate as printed, where it was; differs from `coverage` on an older base. */
  readonly published: number | null;
  /** Half-width that rounding leaves on `coverage`. */
  readonly rounding: number;
  readonly status: Status;
  readonly derivation: Derivation;
  /** Date the figure was published, or was assumed to be. */
  readonly publishedOn: string;
  readonly sources: readonly string[];
  readonly note: string;
  /** Indices into Data.observations: the figures used, and their rivals that lost. */
  readonly used: readonly number[];
  readonly rivals: readonly number[];
}

export interface History {
  readonly scheme: string;
  /** Years ascending; a gap is a gap. */
  readonly points: readonly HistoryPoint[];
}

/** A base on one definition, with a value for every year of the histories and its way ahead. */
export interface BaseSeries {
  readonly base: string;
  readonly years: readonly number[];
  readonly persons: readonly number[];
  /** Where each value comes from; `between` and `held` are bridges, never data. */
  readonly how: readonly ("reading" | "linked" | "between" | "held")[];
  /** What readings of an older definition were multiplied with, by regime. */
  readonly links: readonly { readonly regime: string; readonly factor: number; readonly date: string }[];
  /** Log growth of each year after the last of `years`, with the sd of a lasting deviation a year. */
  readonly growth: { readonly years: readonly number[]; readonly mean: readonly number[]; readonly sd: number };
  readonly levelSd: number;
}

/** A finding of the audit: something in the data that a reader must know of. */
export interface Finding {
  readonly code: string;
  readonly severity: "error" | "warning" | "note";
  readonly message: LocalText;
  readonly place: Place | null;
  readonly scheme: string | null;
  readonly date: string | null;
}

// ---------------------------------------------------------------------------------------------------------- trend

/** One curve fitted to one history; plain JSON, so that the page can draw from it. */
export interface FittedCurve {
  readonly curve: string;
  /** A workspace's own curve carries its formula, so that it can be drawn from this alone; absent for the others. */
  readonly definition?: CurveDefinition;
  /** `ok`, or why it carries no weight. */
  readonly status: "ok" | "failed" | "not-applicable";
  readonly reason: string;
  readonly parameters: readonly { readonly name: string; readonly estimate: number; readonly standardError: number }[];
  /** Lower Cholesky factor of the covariance of the parameters, row by row, k x k. */
  readonly covarianceRoot: readonly number[];
  readonly degreesOfFreedom: number;
  /** Residual process on z: e(t) = rho e(t-1) + sigma u. A forecast keeps rho^h of the last reading's distance. */
  readonly rho: number;
  readonly sigma: number;
  /** Value of the curve on z at the origin; the path starts from the reading, not from here. */
  readonly atOrigin: number;
  /** Share of the combined forecast. */
  readonly weight: number;
  /** Small-sample Akaike criterion of one-step predictions on z; null if undefined. */
  readonly aicc: number | null;
  /** Why the weight: mean absolute error of rolling forecasts, on the angle arcsin(sqrt(share)); null if none. */
  readonly rollingError: number | null;
  readonly residuals: readonly number[];
}

/** The combined forecast of one scheme. z = ln(p / (K - p)) with K = `ceiling`, p the share that is modelled. */
export interface FittedTrend {
  readonly scheme: string;
  /** Upper limit K of the scale; the curves' own ceilings lie below it. */
  readonly ceiling: number;
  /**
   * Years and shares that were fitted: of the base, of the parent for a scheme `within` another, or of the people whom
   * earlier parts of the same total leave.
   */
  readonly years: readonly number[];
  readonly shares: readonly number[];
  readonly origin: number;
  readonly originShare: number;
  readonly curves: readonly FittedCurve[];
  /** Factor on the spread of an ordinary history, from the errors of this one's own past forecasts; below 1 if it is calm. */
  readonly calibration: number;
  /** How many rolling forecasts the calibration rests on. */
  readonly calibrationForecasts: number;
  /** Plain words a reader must see: "five points: the interval is mostly prior". */
  readonly warnings: readonly LocalText[];
}

// ----------------------------------------------------------------------------------------------------- projection

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

/** Which number of which lever is to be found, for which goal to be met with which probability. */
export interface SolveQuestion {
  readonly goal: string;
  readonly probability: number;
  readonly lever: string;
  readonly parameter: string;
  /** Where to look, in the parameter's unit; absent: the lever's slider, or all that the parameter may be. */
  readonly min?: number;
  readonly max?: number;
}

/** What one number of a lever must be for a goal to be met with a probability. */
export interface LeverSolution extends SolveQuestion {
  readonly unit: string;
  readonly min: number;
  readonly max: number;
  /** `already`: the weakest value does it; `beyond`: the strongest does not. */
  readonly status: "solved" | "already" | "beyond";
  /** The weakest value that does it; the strongest where none does. */
  readonly value: number;
  /** Probability of the goal at this value. */
  readonly reached: number;
  /** What binds where none does: no people left to enrol, what the number can be at all, or the range asked for. */
  readonly limit: "pool" | "nature" | "range" | null;
  /** Probability by value from the weakest to the strongest; inner points on fewer draws. */
  readonly frontier: readonly { readonly value: number; readonly probability: number }[];
}

/** Which numbers of which levers may be weighed against each other, for which goal to be met with which probability. */
export interface MixQuestion {
  readonly goal: string;
  readonly probability: number;
  readonly numbers: readonly Pick<SolveQuestion, "lever" | "parameter" | "min" | "max">[];
}

/** Strengths of some levers and what they cost up to the goal's year. */
export interface CostedMix {
  readonly levers: readonly {
    readonly lever: string;
    readonly parameter: string;
    readonly value: number;
    readonly cost: number;
  }[];
  readonly cost: number;
}

/** The cheapest mix of levers at which a goal is met with a probability. */
export interface MixSolution extends CostedMix {
  readonly goal: string;
  readonly probability: number;
  readonly currency: string;
  /** `already`: all at their weakest do it; `beyond`: all at their strongest do not; the mix is then that. */
  readonly status: "solved" | "already" | "beyond";
  /** Probability of the goal under this mix. */
  readonly reached: number;
  /** The cheapest mix for rising probabilities, as far as they can be reached; on fewer draws. */
  readonly frontier: readonly (CostedMix & { readonly probability: number })[];
}

/** Answers to what a scenario asks of itself. */
export interface Solutions {
  readonly levers: readonly LeverSolution[];
  readonly mixes: readonly MixSolution[];
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

// ------------------------------------------------------------------------------------------------------- backtest

/** A forecast that the method would have made in the past, beside what came. Fractions of the base. */
export interface PastForecast {
  readonly scheme: string;
  /** Last year known, and the year foretold. */
  readonly origin: number;
  readonly year: number;
  readonly outcome: number;
  /** By Backtest.levels. */
  readonly quantiles: readonly number[];
  /** Share of draws below the outcome: spread evenly over 0..1 if forecasts are what they say. */
  readonly pit: number;
  /** Continuous ranked probability score of the draws, and weighted interval score of the quantiles. */
  readonly crps: number;
  readonly wis: number;
  /** Mean error of last pace, one reading ahead, within what was known: the unit of MASE. Null for two readings. */
  readonly scale: number | null;
  /** The same forecast by each naive reference: its median and its weighted interval score. */
  readonly references: readonly { readonly curve: string; readonly median: number; readonly wis: number }[];
}

/** The probability that the method would have given to a goal whose outcome is known. */
export interface PastGoal {
  readonly goal: string;
  readonly scheme: string;
  readonly origin: number;
  readonly year: number;
  readonly probability: number;
  readonly met: boolean;
}

/** How good some past forecasts were; errors in fractions of the base. */
export interface Score {
  readonly forecasts: number;
  /** Pairs of scheme and origin: forecasts from one origin err together. */
  readonly origins: number;
  readonly mae: number;
  /** Mean of median less outcome: above zero, forecasts were too high. */
  readonly bias: number;
  readonly mase: number | null;
  readonly wis: number;
  readonly crps: number;
  readonly intervals: readonly {
    readonly level: number;
    readonly held: number;
    /** 95 % Wilson interval of the share held, each origin counted once: what chance leaves open. */
    readonly low: number;
    readonly high: number;
    readonly width: number;
    readonly intervalScore: number;
  }[];
  /** 1 - score / score of the reference: above zero, the method was better. Null where the reference made no error. */
  readonly skill: readonly { readonly curve: string; readonly mae: number | null; readonly wis: number | null }[];
}

/** How good the method would have been at past origins of the same schemes. */
export interface Backtest {
  /** `history`: today's readings cut by year. `vintage`: only what had been published by each day. */
  readonly kind: "history" | "vintage";
  /** Years or days at which it was cut. */
  readonly cuts: readonly string[];
  readonly draws: number;
  /** Fewest readings before an origin, and furthest forecast in years. */
  readonly readings: number;
  readonly furthest: number;
  readonly levels: readonly number[];
  readonly forecasts: readonly PastForecast[];
  readonly goals: readonly PastGoal[];
  /** Null where no forecast could be judged. */
  readonly all: Score | null;
  readonly byScheme: readonly { readonly scheme: string; readonly score: Score }[];
  readonly byYearsAhead: readonly { readonly years: number; readonly score: Score }[];
  /** Forecasts by their PIT in equal cells from 0 to 1; null for fewer forecasts than could show a shape. */
  readonly pit: readonly number[] | null;
  /** Mean squared error of the goals' probabilities (Brier 1950); null without goals. */
  readonly brier: number | null;
}

// -------------------------------------------------------------------------------------------------------- nowcast

/** A coming year end foretold from a reading within its year. Shares are of the base of that year end. */
export interface Nowcast {
  readonly scheme: string;
  /** The 31 December of this year is foretold. */
  readonly year: number;
  /** The latest year end that was known. */
  readonly lastYearEnd: number;
  /** The latest reading after it. `coverage` is what its people are of the coming year end's base. */
  readonly reading: {
    readonly date: string;
    readonly participants: number;
    readonly coverage: number;
    readonly status: Status;
    readonly published: string | null;
    /** The day of publication is not shown by the source but assumed. */
    readonly assumed: boolean;
    readonly sources: readonly string[];
  };
  /** Years from the reading to the year end. */
  readonly toGo: number;
  /** Persons in the coming year end's base, in the middle. */
  readonly base: number;
  /** Reading and typical change alone; `own` and `all` count the past readings behind it, by nearness in the year. */
  readonly seasonal: { readonly coverage: number; readonly own: number; readonly all: number };
  /** The trend alone; null where too little was known for one. */
  readonly trend: number | null;
  /** Part of the reading and its typical change in the combination; the rest is the trend's. */
  readonly weight: number;
  /** By Nowcasts.levels. */
  readonly quantiles: readonly number[];
  readonly goals: readonly { readonly goal: string; readonly probability: number }[];
}

/** A nowcast as it would have been made on a past day, beside what came. */
export interface PastNowcast
  extends Pick<Nowcast, "scheme" | "year" | "toGo" | "quantiles" | "trend">,
    Pick<PastForecast, "outcome" | "wis"> {
  /** The day on which the reading was published; nothing later was used. */
  readonly asOf: string;
  readonly date: string;
  /** The reading itself: that nothing changes. */
  readonly noChange: number;
  readonly seasonal: number;
}

/** How good past nowcasts were; errors in fractions of the base, on those that had a trend to be held against. */
export interface NowcastScore {
  readonly nowcasts: number;
  readonly mae: number;
  readonly bias: number;
  readonly wis: number;
  /** Mean absolute errors of the other ways on the same cases. */
  readonly trend: number;
  readonly seasonal: number;
  readonly noChange: number;
  readonly intervals: readonly { readonly level: number; readonly held: number }[];
}

/** A past reading against the straight line between the year ends around it. */
export interface SeasonalPoint {
  readonly scheme: string;
  readonly date: string;
  /** Months of the year passed: 1 to 11. */
  readonly month: number;
  /** Part of the people on the line by which it lies above. */
  readonly offLine: number;
}

/** Coming year ends foretold from readings within their years, and how good that was before. */
export interface Nowcasts {
  readonly asOf: string | null;
  readonly levels: readonly number[];
  readonly nowcasts: readonly Nowcast[];
  /** Schemes without a reading after their last year end. */
  readonly without: readonly {
    readonly scheme: string;
    readonly lastYearEnd: number | null;
    readonly lastReading: string | null;
  }[];
  readonly profile: readonly SeasonalPoint[];
  readonly past: readonly PastNowcast[];
  readonly all: NowcastScore | null;
  readonly byScheme: readonly { readonly scheme: string; readonly score: NowcastScore }[];
  /** By months to go, from `from` to below `to`. */
  readonly byMonthsToGo: readonly { readonly from: number; readonly to: number; readonly score: NowcastScore }[];
}

// --------------------------------------------------------------------------------------------------------- ledger

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

// ------------------------------------------------------------------------------------------------------------ run

/** What makes a run repeatable. It holds no clock, so that the same input gives the same bytes. */
export interface Manifest {
  readonly tool: "covercast";
  readonly version: string;
  /** What to type to get the same files again. */
  readonly command: string;
  readonly seed: number;
  readonly draws: number;
  readonly horizon: number;
  readonly asOf: string | null;
  readonly inputs: readonly { readonly file: string; readonly sha256: string; readonly bytes: number }[];
}

/** One run over one or many scenarios, with all that a report shows. */
export interface Run {
  readonly schema: "covercast/run/1";
  readonly title: LocalText;
  readonly manifest: Manifest;
  /** Scenario id that the others are compared with. */
  readonly reference: string;
  readonly headlineGoals: readonly string[];
  readonly projections: readonly Projection[];
  /** Full histories, later readings included, for showing what happened beside a replay. */
  readonly histories: readonly History[];
  readonly bases: readonly BaseDefinition[];
  readonly data: Data;
  readonly findings: readonly Finding[];
  /** How the same method would have done before; null where nobody asked. */
  readonly backtest: Backtest | null;
  /** Coming year ends foretold from readings within their years; absent where nobody asked. */
  readonly nowcasts?: Nowcasts;
  /** Archived forecasts held against what came; absent where there is no ledger. */
  readonly ledger?: LedgerScores;
}
