import type { Curve, CurveData, CurveFit } from "../curves/curve.ts";
import { expit } from "../units.ts";
import { dataUntil } from "./curve-data.ts";

/** Most origins that are tried, counted from the latest: older ones say less of today. */
const ORIGINS = 7;
/** Fewest readings before an origin. */
const READINGS = 3;
/** Furthest forecast scored, in years. */
const HORIZON = 6;

/** What each curve foretold of one reading, from readings up to an earlier one. */
export interface RollingForecast {
  /** Position of the origin, and of the reading foretold. */
  readonly origin: number;
  readonly target: number;
  readonly years: number;
  /** Shares of the scale's limit, by curve; null where the curve could not be fitted at that origin. */
  readonly shares: readonly (number | null)[];
}

/**
 * Makes the forecasts that each curve would have made at past origins (rolling origin; Tashman 2000): the latest seven
 * that have three readings or more before them, each up to six years ahead. Origins ascend.
 */
export function rollingForecasts(curves: readonly Curve[], data: CurveData): RollingForecast[] {
  const n = data.t.length;
  const forecasts: RollingForecast[] = [];
  for (let origin = Math.max(READINGS - 1, n - 1 - ORIGINS); origin < n - 1; origin++) {
    const known = dataUntil(data, origin);
    const fits = curves.map((curve): CurveFit | null => (curve.minimumPoints > origin + 1 ? null : curve.fit(known)));
    for (let target = origin + 1; target < n; target++) {
      const years = data.t[target] - data.t[origin];
      if (years > HORIZON) break;
      forecasts.push({
        origin,
        target,
        years,
        shares: fits.map((fit, c) => {
          if (fit?.status !== "ok") return null;
          const start = data.z[origin] - curves[c].value(fit.parameters, 0, data.ceiling);
          return expit(curves[c].value(fit.parameters, years, data.ceiling) + fit.rho ** years * start);
        }),
      });
    }
  }
  return forecasts;
}
