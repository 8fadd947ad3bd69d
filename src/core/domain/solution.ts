/** What it would take. */
import type { Place } from "../errors.ts";

/** A number of a lever that may be set, with where to look if not everywhere. */
export type LeverNumber = Pick<SolveQuestion, "lever" | "parameter" | "min" | "max">;

/** A question that a scenario asks of itself: what must be, for a goal to be met with a probability. */
export interface SolveTask {
  readonly goal: string;
  readonly probability: number;
  /** One number to be found, or those that are weighed against each other by their costs. */
  readonly numbers: readonly LeverNumber[];
  readonly mix: boolean;
  readonly place: Place;
}

/** Which number of which lever is to be found, for which goal to be met with which probability. */
export interface SolveQuestion {
  readonly goal: string;
  readonly probability: number;
  readonly lever: string;
  readonly parameter: string;
  /** Where to look, in the parameter's unit; absent: the lever's slider, or all that the parameter may be. */
  readonly min?: number;
  readonly max?: number;
}

/** What one number of a lever must be for a goal to be met with a probability. */
export interface LeverSolution extends SolveQuestion {
  readonly unit: string;
  readonly min: number;
  readonly max: number;
  /** `already`: the weakest value does it; `beyond`: the strongest does not. */
  readonly status: "solved" | "already" | "beyond";
  /** The weakest value that does it; the strongest where none does. */
  readonly value: number;
  /** Probability of the goal at this value. */
  readonly reached: number;
  /** What binds where none does: no people left to enrol, what the number can be at all, or the range asked for. */
  readonly limit: "pool" | "nature" | "range" | null;
  /** Probability by value from the weakest to the strongest; inner points on fewer draws. */
  readonly frontier: readonly { readonly value: number; readonly probability: number }[];
}

/** Which numbers of which levers may be weighed against each other, for which goal to be met with which probability. */
export interface MixQuestion {
  readonly goal: string;
  readonly probability: number;
  readonly numbers: readonly Pick<SolveQuestion, "lever" | "parameter" | "min" | "max">[];
}

/** Strengths of some levers and what they cost up to the goal's year. */
export interface CostedMix {
  readonly levers: readonly {
    readonly lever: string;
    readonly parameter: string;
    readonly value: number;
    readonly cost: number;
  }[];
  readonly cost: number;
}

/** The cheapest mix of levers at which a goal is met with a probability. */
export interface MixSolution extends CostedMix {
  readonly goal: string;
  readonly probability: number;
  readonly currency: string;
  /** `already`: all at their weakest do it; `beyond`: all at their strongest do not; the mix is then that. */
  readonly status: "solved" | "already" | "beyond";
  /** Probability of the goal under this mix. */
  readonly reached: number;
  /** The cheapest mix for rising probabilities, as far as they can be reached; on fewer draws. */
  readonly frontier: readonly (CostedMix & { readonly probability: number })[];
}

/** Answers to what a scenario asks of itself. */
export interface Solutions {
  readonly levers: readonly LeverSolution[];
  readonly mixes: readonly MixSolution[];
}
