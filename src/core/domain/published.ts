/** What was published, as it stands in the tables. */
import type { Place } from "../errors.ts";
import type { LocalText } from "./text.ts";

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
  /** Its name in other languages than English, by subtag; absent: none is given. */
  readonly instrumentIn?: Readonly<Record<string, string>>;
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
