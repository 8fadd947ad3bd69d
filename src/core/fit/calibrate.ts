import type { CurveData } from "../curves/curve.ts";
import { mixtureCdf } from "./mixture.ts";
import type { RollingForecast } from "./rolling-forecasts.ts";

/** What is believed of the factor before any forecast is seen, with the weight of so many origins. */
const PRIOR = { factor: 1, origins: 20 } as const;
const LARGEST = 4;
const HELD = 0.8;

/**
 * Finds the factor, 1 or more, by which spread on z must be widened so that 80 % intervals of the mixture hold 80 % of
 * the rolling forecasts. Forecasts from one origin overlap and err together, so that evidence counts by origins: the
 * logarithm of the factor is drawn towards its prior with the weight of twenty of them.
 */
export function calibrate(
  data: CurveData,
  forecasts: readonly RollingForecast[],
  weights: readonly number[],
): { readonly factor: number; readonly forecasts: number } {
  const usable = forecasts.flatMap(({ origin, target, components }) => {
    const known = components.flatMap((component, c) => (component !== null && weights[c] > 0 ? [c] : []));
    const total = known.reduce((sum, c) => sum + weights[c], 0);
    if (!(total > 0)) return [];
    return [
      {
        origin,
        z: data.z[target],
        components: known.map((c) => components[c]!),
        weights: known.map((c) => weights[c] / total),
      },
    ];
  });
  if (usable.length === 0) return { factor: PRIOR.factor, forecasts: 0 };
  // The factor at which each reading would just lie on the rim of its 80 % interval.
  const needed = usable.map((f) => rim((factor) => mixtureCdf(f.components, f.weights, factor, f.z)));
  needed.sort((a, b) => a - b);
  const rank = (needed.length - 1) * HELD;
  const below = Math.floor(rank);
  const above = Math.min(needed.length - 1, below + 1);
  const seen = Math.max(0.25, needed[below] + (rank - below) * (needed[above] - needed[below]));
  const origins = new Set(usable.map((f) => f.origin)).size;
  const log = (origins * Math.log(seen) + PRIOR.origins * Math.log(PRIOR.factor)) / (origins + PRIOR.origins);
  return { factor: Math.min(LARGEST, Math.max(1, Math.exp(log))), forecasts: usable.length };
}

/** Smallest factor at which the probability below a reading comes back between 10 and 90 %, by halving. */
function rim(probability: (factor: number) => number): number {
  const outside = (factor: number) => Math.abs(probability(factor) - 0.5) > HELD / 2;
  let low = 0;
  let high = LARGEST;
  if (outside(high)) return high;
  for (let i = 0; i < 10; i++) {
    const middle = 0.5 * (low + high);
    if (outside(middle)) low = middle;
    else high = middle;
  }
  return high;
}
