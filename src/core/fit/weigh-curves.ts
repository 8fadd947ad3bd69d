import type { CurveData } from "../curves/curve.ts";
import type { RollingForecast } from "./rolling-forecasts.ts";

/** How fast an older origin loses its say, for each origin it lies back. */
const RECENCY = 0.8;
/** Share of the curves' mean error that is added to each: a few lucky forecasts must not decide alone. */
const HUMILITY = 0.3;
/** Origins that the mean of all curves is worth beside a curve's own errors. */
const SHARED_ORIGINS = 2;
/** Power of the error by which curves are told apart. */
const POWER = 3;
/** Say of each of the three voices. */
const VOICES = { equal: 1, akaike: 1, rolling: 2 } as const;

/**
 * Scores curves by the mean absolute error of their rolling forecasts on z, later origins counting more. Null for a
 * curve that was never tried.
 */
export function rollingErrors(
  data: CurveData,
  forecasts: readonly RollingForecast[],
  count: number,
): (number | null)[] {
  const latest = forecasts.reduce((most, f) => Math.max(most, f.origin), 0);
  const sums = new Float64Array(count);
  const weights = new Float64Array(count);
  for (const { origin, target, components } of forecasts) {
    const weight = RECENCY ** (latest - origin);
    components.forEach((component, c) => {
      if (component === null) return;
      sums[c] += weight * Math.abs(data.z[target] - component.location);
      weights[c] += weight;
    });
  }
  return Array.from(sums, (sum, c) => (weights[c] > 0 ? sum / weights[c] : null));
}

/**
 * Shares out the mixture among the curves that could be fitted: their priors times the mean of three voices. All alike;
 * Akaike weights exp(-AICc / 2) (Burnham and Anderson 2002), all AICc being on z; and, with twice the say, (rolling
 * error + 0.3 of the mean error)^-3, the error drawn towards the mean with the weight of two origins. A voice that has nothing to say of a curve gives it the mean of the others; one that knows no curve is silent.
 */
export function weighCurves(
  priors: readonly number[],
  aicc: readonly (number | null)[],
  errors: readonly (number | null)[],
  origins: number,
): number[] {
  const best = aicc.reduce<number>((least, value) => (value === null ? least : Math.min(least, value)), Infinity);
  const known = errors.filter((error) => error !== null);
  const mean = known.reduce((sum, error) => sum + error, 0) / Math.max(1, known.length);
  const own = origins / (origins + SHARED_ORIGINS);
  const voices = [
    { say: VOICES.equal, shares: shared(aicc.map(() => 1)) },
    { say: VOICES.akaike, shares: shared(aicc.map((value) => (value === null ? null : Math.exp((best - value) / 2)))) },
    {
      say: VOICES.rolling,
      // A history without any movement gives every curve the error 0: then all are alike.
      shares: shared(
        errors.map((e) => (e === null ? null : mean > 0 ? ((own * e) / mean + 1 - own + HUMILITY) ** -POWER : 1)),
      ),
    },
  ];
  const total = priors.map((prior, c) =>
    voices.reduce((sum, { say, shares }) => sum + prior * say * (shares?.[c] ?? 0), 0),
  );
  const all = total.reduce((sum, w) => sum + w, 0);
  return total.map((w) => w / all);
}

/** Scales what a voice says to sum to 1, unknowns taken as the mean; null if it knows nothing. */
function shared(scores: readonly (number | null)[]): number[] | null {
  const known = scores.filter((score) => score !== null);
  if (known.length === 0) return null;
  const mean = known.reduce((sum, score) => sum + score, 0) / known.length;
  return scores.map((score) => (score ?? mean) / (mean * scores.length));
}
