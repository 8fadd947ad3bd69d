import type { LocalText } from "../domain.ts";

/** One free parameter of a curve, on the scale it is estimated and drawn on. */
export interface CurveParameter {
  readonly name: string;
  /** What it means, with its unit. */
  readonly describe: string;
  /** Draws outside [low, high] are rejected. */
  readonly low: number;
  readonly high: number;
}

/** What a curve is fitted to: dated readings on the scaled logit, the last one at time 0. */
export interface CurveData {
  /** Years since the last reading, ascending, ending in 0; steps may be unequal, since histories have holes. */
  readonly t: Float64Array;
  /** z = ln(p / (K - p)). */
  readonly z: Float64Array;
  /** Standard deviation of each z that rounding leaves, by the delta method. */
  readonly sd: Float64Array;
  /** K, the upper limit of the scale. */
  readonly ceiling: number;
  /** Prior on the curve's own ceiling, for curves that have one. */
  readonly ceilingPrior: { readonly mean: number; readonly sd: number };
  /** How regressions weigh readings; local methods follow the latest ones anyway. Absent: squares, all alike. */
  readonly regression?: { readonly huber: boolean; readonly halfLife: number | null };
}

/** What a fit hands back; a failed fit is a value with a reason, never an exception and never NaN. */
export type CurveFit =
  | {
      readonly status: "ok";
      readonly parameters: readonly number[];
      /** Lower Cholesky factor of the covariance of the parameters, row by row, k x k. */
      readonly covarianceRoot: readonly number[];
      readonly degreesOfFreedom: number;
      readonly rho: number;
      readonly sigma: number;
      readonly residuals: readonly number[];
      /** Small-sample Akaike criterion of one-step predictions of z, comparable across curves; null if undefined. */
      readonly aicc: number | null;
    }
  | { readonly status: "failed" | "not-applicable"; readonly reason: string };

/**
 * A growth curve: one self-describing file each, registered by one line in `index.ts`.
 *
 * `value` gives the curve on the scaled logit at `t` years after the origin; a forecast starts from the last reading:
 * z(h) = value(theta, h) + rho^h (z(last reading) - value(theta, 0)).
 */
export interface Curve {
  readonly id: string;
  readonly label: LocalText;
  /** One sentence a minister understands. */
  readonly describe: LocalText;
  /** Author, year, title of where the formula comes from. */
  readonly reference: string;
  readonly parameters: readonly CurveParameter[];
  /**
   * True for a curve that is fitted only where a workspace asks for it by name: over many histories it does not make
   * the combination better.
   */
  readonly optional: boolean;
  /** Fewest readings it can be fitted to. */
  readonly minimumPoints: number;
  value(parameters: ArrayLike<number>, t: number, ceiling: number): number;
  /** Writes the derivatives of `value` by each parameter into `out`. */
  gradient(parameters: ArrayLike<number>, t: number, ceiling: number, out: Float64Array): void;
  fit(data: CurveData): CurveFit;
  /** A worked example that the contract test checks: `value` of `parameters` at `t` is `z` (to 1e-9). */
  readonly example: {
    readonly parameters: readonly number[];
    readonly t: number;
    readonly ceiling: number;
    readonly z: number;
  };
}
