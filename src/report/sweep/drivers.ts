import type { SweepVariable } from "../../core/domain.ts";
import { rankCorrelation } from "../../core/numeric/statistics.ts";
import { chanceAt, type SweepPart } from "../../core/sweep/sweep-run.ts";

/** How closely the chance of a goal follows one number over all points. */
export interface Driver {
  readonly variable: SweepVariable;
  /** Spearman's rank correlation, -1 to 1. */
  readonly correlation: number;
  /** Of each point, that of the scenario as it stands left out. */
  readonly values: readonly number[];
}

/** Ranks the numbers of a sweep by how closely a goal's chance follows them, the closest first. */
export function driversOf(part: SweepPart, goal: string): Driver[] {
  const variables = part.sweep?.variables ?? [];
  const points = Array.from({ length: part.count - 1 }, (_, i) => i + 1);
  const chances = points.map((point) => chanceAt(part, point, goal)?.probability ?? 0);
  return variables
    .map((variable, v): Driver => {
      const values = points.map((point) => part.values[point * variables.length + v]);
      return { variable, values, correlation: rankCorrelation(values, chances) };
    })
    .sort((a, b) => Math.abs(b.correlation) - Math.abs(a.correlation));
}
