/**
 * The nouns of the field. No code stands here: every floor meets in these types.
 *
 * Units, everywhere inside: coverage is a fraction in 0..1, people are persons, money is in the unit named, time is a
 * year fraction (31 December 2024 = 2025.0) or a plain `year` that means its 31 December. Everything below is plain
 * JSON, so that a run can be written to a file and read back in a page.
 */

export type * from "./domain/backtest.ts";
export type * from "./domain/explanation.ts";
export type * from "./domain/history.ts";
export type * from "./domain/ledger.ts";
export type * from "./domain/nowcast.ts";
export type * from "./domain/projection.ts";
export type * from "./domain/published.ts";
export type * from "./domain/run.ts";
export type * from "./domain/scenario.ts";
export type * from "./domain/solution.ts";
export type * from "./domain/suite.ts";
export type * from "./domain/text.ts";
export type * from "./domain/trend.ts";
export type * from "./domain/workspace.ts";
