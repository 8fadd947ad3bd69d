/** The running year. */
import type { PastForecast } from "./backtest.ts";
import type { Status } from "./published.ts";

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
