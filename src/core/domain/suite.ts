/** Scenarios side by side, and sweeps over their numbers. */
import type { Distribution } from "./scenario.ts";
import type { LocalText } from "./text.ts";

/** The unit of a number that a sweep moves: that of the lever's parameter, or of the setting. */
export type SweepUnit = "share" | "people" | "points-per-year" | "rate-per-year" | "years" | "number";

/** One number of a scenario that a sweep moves; at a point it stands for certain, whatever range the scenario gives it. */
export interface SweepVariable {
  /** As in the table of assumptions: `levers.decree-159.takeUp`, `world.population.growth`, `trend.hi.ceiling`. */
  readonly key: string;
  readonly section: "levers" | "world" | "trend";
  /** The lever, base or scheme. */
  readonly subject: string;
  /** The rest of the key: `takeUp`, `ramp.over`, `growth`, `ceiling`. */
  readonly name: string;
  readonly unit: SweepUnit;
  readonly title: LocalText;
  /** Values of a grid, or of one number at a time; empty for a Latin hypercube. */
  readonly values: readonly number[];
  /** What a Latin hypercube draws from; null for the others. */
  readonly spread: Distribution | null;
  readonly limits: { readonly min: number; readonly max: number };
}

export type SweepMethod = "grid" | "one-per-lever" | "latin-hypercube";

/** One scenario with some of its numbers moved, point by point. */
export interface Sweep {
  readonly id: string;
  readonly title: LocalText;
  readonly scenario: string;
  readonly method: SweepMethod;
  readonly variables: readonly SweepVariable[];
  /** Points moved, the scenario as it stands not counted. */
  readonly points: number;
  /** Goals judged at each point, by id; null: those of the suite. */
  readonly goals: readonly string[] | null;
}

/** A question that takes many runs: scenarios side by side, and sweeps. */
export interface Suite {
  readonly id: string;
  readonly file: string;
  readonly title: LocalText;
  readonly question: LocalText | null;
  /** Scenarios run as they stand. */
  readonly scenarios: readonly string[];
  /** The scenario that all others are compared with. */
  readonly compareWith: string;
  /** Simulated futures of each point. */
  readonly draws: number;
  /** Goals judged, by id; null: the workspace's headline goals that are still open. */
  readonly goals: readonly string[] | null;
  readonly sweeps: readonly Sweep[];
}
