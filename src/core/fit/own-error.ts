import { combine } from "../curves/combine.ts";
import type { CurveData } from "../curves/curve.ts";
import { expit } from "../units.ts";
import type { RollingForecast } from "./rolling-forecasts.ts";

/**
 * What is believed before any forecast is seen, with the weight of one forecast of the year ahead: three quarters of the mean
 * step, as a share of the scale, and three tenths of a point besides.
 */
const PRIOR = { weight: 1, ofStep: 0.75, least: 0.003 } as const;
/** How errors grow with the years ahead, and how fast an older origin loses its say. */
const GROWTH = 0.6;
const RECENCY = 0.8;

/**
 * Returns by how much the combined forecast has erred in this history, as a share of the scale: the mean of absolute
 * errors over years ahead^0.6, where later origins and nearer years count more. Curves not yet fitted at an origin are
 * left out there.
 */
export function ownError(data: CurveData, forecasts: readonly RollingForecast[], weights: readonly number[]): number {
  let sum = PRIOR.weight * (PRIOR.least + PRIOR.ofStep * meanStep(data));
  let total: number = PRIOR.weight;
  for (const { origin, target, years, shares } of forecasts) {
    const known = shares.flatMap((share, c) => (share === null || weights[c] === 0 ? [] : [c]));
    const all = known.reduce((w, c) => w + weights[c], 0);
    if (!(all > 0)) continue;
    const foretold = combine(
      known.map((c) => shares[c]!),
      known.map((c) => weights[c] / all),
    );
    const say = RECENCY ** (data.t.length - 1 - origin) / Math.sqrt(years);
    sum += (say * Math.abs(expit(data.z[target]) - foretold)) / years ** GROWTH;
    total += say;
  }
  return sum / total;
}

/** Mean change of the share, up or down, a year. */
function meanStep(data: CurveData): number {
  const n = data.t.length;
  let sum = 0;
  for (let i = 1; i < n; i++) sum += Math.abs(expit(data.z[i]) - expit(data.z[i - 1]));
  return sum / (data.t[n - 1] - data.t[0]);
}
