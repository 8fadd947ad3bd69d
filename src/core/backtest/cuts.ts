import type { BaseSeries, Data, Goal, History, Workspace } from "../domain.ts";
import { buildHistories } from "../history/build-history.ts";
import { goalsKnownBy } from "../history/known-goals.ts";

/** What was known at a moment of the past. */
export interface Cut {
  /** A year, or a day for a vintage. */
  readonly label: string;
  readonly histories: readonly History[];
  readonly bases: readonly BaseSeries[];
  /** Goals that had been set. */
  readonly goals: readonly Goal[];
}

/** Cuts today's histories after each of their years. Figures are today's, later corrections among them. */
export function yearCuts(histories: readonly History[], bases: readonly BaseSeries[], data: Data): Cut[] {
  return yearsOf(histories).map((year) => ({
    label: String(year),
    histories: histories.map(({ scheme, points }) => ({ scheme, points: points.filter((p) => p.year <= year) })),
    bases,
    goals: goalsKnownBy(data, `${year}-12-31`),
  }));
}

/** By when figures of a year end are out, as a rule. */
const PUBLISHED_BY = "03-31";

/** Builds what had been published by 31 March after each year of the histories. */
export function vintageCuts(workspace: Workspace, data: Data, histories: readonly History[]): Cut[] {
  return yearsOf(histories).map((year) => dayCut(workspace, data, `${year + 1}-${PUBLISHED_BY}`));
}

/** Builds what had been published by a day. */
export function dayCut(workspace: Workspace, data: Data, day: string): Cut {
  const { histories, bases } = buildHistories({ workspace, data, asOf: day });
  return { label: day, histories, bases, goals: goalsKnownBy(data, day) };
}

/** Years with a reading, but for the last, after which nothing is known. */
function yearsOf(histories: readonly History[]): number[] {
  const years = new Set(histories.flatMap(({ points }) => points.map(({ year }) => year)));
  return [...years].sort((a, b) => a - b).slice(0, -1);
}
