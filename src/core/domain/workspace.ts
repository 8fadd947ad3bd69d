/** What a country's workspace states: bases, schemes, run settings. */
import type { Place } from "../errors.ts";
import type { LikelihoodScale } from "./projection.ts";
import type { Distribution } from "./scenario.ts";
import type { LocalText } from "./text.ts";

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
