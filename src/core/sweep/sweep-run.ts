import type { BaseDefinition, Goal, LocalText, Manifest, SchemeInput, Suite, Sweep } from "../domain.ts";
import { goalAt, goalNumbers, type RecordShape, recordLength } from "./point-record.ts";

/** A sweep that was run, or the suite's scenarios side by side. */
export interface SweepPart {
  /** The sweep's id, or `scenarios`. */
  readonly id: string;
  /** Null for the scenarios. */
  readonly sweep: Sweep | null;
  readonly shape: RecordShape;
  readonly count: number;
  /** `count x variables`; NaN where a number stands as the scenario has it. */
  readonly values: Float64Array;
  /** `count x recordLength(shape)`. */
  readonly records: Float64Array;
  /** Of each point. */
  readonly scenarios: readonly { readonly id: string; readonly title: LocalText }[];
}

/** A suite that was run, with all that tables and page show. */
export interface SweepRun {
  readonly title: LocalText;
  readonly suite: Suite;
  readonly manifest: Manifest;
  readonly goals: readonly Goal[];
  readonly schemes: readonly Pick<SchemeInput, "id" | "title" | "short" | "base">[];
  readonly bases: readonly BaseDefinition[];
  /** The scenarios first, of which the first is the one compared with; then the sweeps. */
  readonly parts: readonly SweepPart[];
}

/** What one point says of a goal. */
export interface PointChance {
  readonly probability: number;
  readonly error: number;
  readonly p10: number;
  readonly p50: number;
  readonly p90: number;
}

/** Reads what a point says of a goal; null for a goal that the part does not judge. */
export function chanceAt({ shape, records }: SweepPart, point: number, goal: string): PointChance | null {
  const g = shape.goals.indexOf(goal);
  if (g < 0) return null;
  const from = point * recordLength(shape) + goalAt(shape, g);
  const [probability, error, p10, p50, p90] = records.subarray(from, from + goalNumbers.length);
  return { probability, error, p10, p50, p90 };
}
