/** Published figures made into one series. */
import type { Place } from "../errors.ts";
import type { Status } from "./published.ts";
import type { LocalText } from "./text.ts";

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
