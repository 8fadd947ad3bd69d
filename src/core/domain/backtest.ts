/** The method held against the past. */

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
