import type { Run } from "../../core/domain.ts";
import type { Language } from "../language.ts";

/** A value of a tidy table: plain numbers, never printed ones. */
export type Cell = string | number | boolean | null;

/** A column: what it holds and in which unit. */
export interface TableColumn {
  readonly key: string;
  readonly type: "string" | "integer" | "number" | "boolean" | "date";
  /** One sentence, with the unit. */
  readonly describe: string;
}

/** One tidy table: a row an observation, a column a variable. */
export interface Table {
  /** File name without ending. */
  readonly id: string;
  readonly title: string;
  readonly columns: readonly TableColumn[];
  readonly rows: readonly Readonly<Record<string, Cell>>[];
}

/** Makes one table of a run; `language` picks among a user's titles only. */
export type TableMaker = (run: Run, language: Language) => Table;

/** Rounds a share to percent with four decimals, ten times finer than any published figure. */
export function percentValue(share: number | null): number | null {
  return share === null || !Number.isFinite(share) ? null : Math.round(share * 1e6) / 1e4;
}

/** Rounds persons to whole ones. */
export function personsValue(persons: number | null): number | null {
  return persons === null || !Number.isFinite(persons) ? null : Math.round(persons);
}
