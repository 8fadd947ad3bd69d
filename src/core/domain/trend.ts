/** Curves fitted to a history. */
import type { LocalText } from "./text.ts";
import type { CurveDefinition } from "./workspace.ts";

/** One curve fitted to one history; plain JSON, so that the page can draw from it. */
export interface FittedCurve {
  readonly curve: string;
  /** A workspace's own curve carries its formula, so that it can be drawn from this alone; absent for the others. */
  readonly definition?: CurveDefinition;
  /** `ok`, or why it carries no weight. */
  readonly status: "ok" | "failed" | "not-applicable";
  readonly reason: string;
  readonly parameters: readonly { readonly name: string; readonly estimate: number; readonly standardError: number }[];
  /** Lower Cholesky factor of the covariance of the parameters, row by row, k x k. */
  readonly covarianceRoot: readonly number[];
  readonly degreesOfFreedom: number;
  /** Residual process on z: e(t) = rho e(t-1) + sigma u. A forecast keeps rho^h of the last reading's distance. */
  readonly rho: number;
  readonly sigma: number;
  /** Value of the curve on z at the origin; the path starts from the reading, not from here. */
  readonly atOrigin: number;
  /** Share of the combined forecast. */
  readonly weight: number;
  /** Small-sample Akaike criterion of one-step predictions on z; null if undefined. */
  readonly aicc: number | null;
  /** Why the weight: mean absolute error of rolling forecasts, on the angle arcsin(sqrt(share)); null if none. */
  readonly rollingError: number | null;
  readonly residuals: readonly number[];
}

/** The combined forecast of one scheme. z = ln(p / (K - p)) with K = `ceiling`, p the share that is modelled. */
export interface FittedTrend {
  readonly scheme: string;
  /** Upper limit K of the scale; the curves' own ceilings lie below it. */
  readonly ceiling: number;
  /**
   * Years and shares that were fitted: of the base, of the parent for a scheme `within` another, or of the people whom
   * earlier parts of the same total leave.
   */
  readonly years: readonly number[];
  readonly shares: readonly number[];
  readonly origin: number;
  readonly originShare: number;
  readonly curves: readonly FittedCurve[];
  /** Factor on the spread of an ordinary history, from the errors of this one's own past forecasts; below 1 if it is calm. */
  readonly calibration: number;
  /** How many rolling forecasts the calibration rests on. */
  readonly calibrationForecasts: number;
  /** Plain words a reader must see: "five points: the interval is mostly prior". */
  readonly warnings: readonly LocalText[];
}
