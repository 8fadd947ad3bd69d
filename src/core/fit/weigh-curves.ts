import type { CurveData } from "../curves/curve.ts";
import { expit } from "../units.ts";
import type { RollingForecast } from "./rolling-forecasts.ts";

/** How fast an older origin loses its say, for each origin it lies back. */
const RECENCY = 0.75;
/** Share of the curves' mean error that is added to each: a few lucky forecasts must not decide alone. */
const HUMILITY = 0.3;
/** Origins that the mean of all curves is worth beside a curve's own errors. */
const SHARED_ORIGINS = 1;
/** Power of the error by which curves are told apart, unless another is asked for. */
const POWER = 3;

/**
 * Scores curves by the mean absolute error of their rolling forecasts, later origins counting more, on the angle
 * arcsin(sqrt(share)), where a point near the limits counts more than one in the middle. Null for a curve never tried.
 */
export function rollingErrors(
  data: CurveData,
  forecasts: readonly RollingForecast[],
  count: number,
): (number | null)[] {
  const latest = forecasts.reduce((most, f) => Math.max(most, f.origin), 0);
  const sums = new Float64Array(count);
  const weights = new Float64Array(count);
  for (const { origin, target, shares } of forecasts) {
    const weight = RECENCY ** (latest - origin);
    const outcome = angle(expit(data.z[target]));
    shares.forEach((share, c) => {
      if (share === null) return;
      sums[c] += weight * Math.abs(outcome - angle(share));
      weights[c] += weight;
    });
  }
  return Array.from(sums, (sum, c) => (weights[c] > 0 ? sum / weights[c] : null));
}

function angle(share: number): number {
  return Math.asin(Math.sqrt(share));
}

/**
 * Shares out the combination among the curves that could be fitted: (rolling error + 0.3 of the mean error)^-3 (or
 * another `power`), the error drawn towards the mean with the weight of one origin. A curve that was never tried counts as the mean.
 */
export function weighCurves(errors: readonly (number | null)[], origins: number, power: number = POWER): number[] {
  const known = errors.filter((error) => error !== null);
  const mean = known.reduce((sum, error) => sum + error, 0) / Math.max(1, known.length);
  const own = origins / (origins + SHARED_ORIGINS);
  // A history without any movement gives every curve the error 0: then all are alike.
  const says = errors.map((e) => (e === null || mean === 0 ? 1 : (own * e) / mean + 1 - own));
  const raw = says.map((say) => (say + HUMILITY) ** -power);
  const all = raw.reduce((sum, w) => sum + w, 0);
  return raw.map((w) => w / all);
}
