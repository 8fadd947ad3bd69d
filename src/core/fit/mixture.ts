import type { Curve } from "../curves/curve.ts";
import { curveById } from "../curves/index.ts";
import { gatheredVariance } from "../curves/residual-process.ts";
import type { FittedTrend } from "../domain.ts";
import { invariant } from "../errors.ts";
import { studentCdf } from "../numeric/student-t.ts";
import { expit, logit } from "../units.ts";

/** One curve's forecast of z in one year: location + scale x t(degreesOfFreedom). */
export interface Component {
  readonly location: number;
  readonly scale: number;
  readonly degreesOfFreedom: number;
}

/** What of a fit a forecast needs. */
interface Forecaster {
  readonly parameters: readonly number[];
  readonly covarianceRoot: readonly number[];
  readonly degreesOfFreedom: number;
  readonly rho: number;
  readonly sigma: number;
}

/**
 * Foretells z `h` years (0 or more) after the last reading `last`: location value(h) + rho^h (last - value(0)); variance
 * g'Cg + sigma^2 (1 + rho^2 + ... + rho^(2h - 2)), with g the derivatives of the location (delta method).
 */
export function forecast(curve: Curve, fit: Forecaster, last: number, h: number, ceiling: number): Component {
  const k = fit.parameters.length;
  const left = fit.rho ** h;
  const now = new Float64Array(k);
  const start = new Float64Array(k);
  curve.gradient(fit.parameters, h, ceiling, now);
  curve.gradient(fit.parameters, 0, ceiling, start);
  const value = curve.value(fit.parameters, h, ceiling);
  const location = value + left * (last - curve.value(fit.parameters, 0, ceiling));
  let variance = fit.sigma * fit.sigma * gatheredVariance(fit.rho, h);
  for (let j = 0; j < k; j++) {
    let sum = 0;
    for (let i = j; i < k; i++) sum += (now[i] - left * start[i]) * fit.covarianceRoot[i * k + j];
    variance += sum * sum;
  }
  return { location, scale: Math.sqrt(variance), degreesOfFreedom: fit.degreesOfFreedom };
}

/** Returns the probability that the mixture, with every component's spread times `widening`, lies below z. */
export function mixtureCdf(
  components: readonly Component[],
  weights: readonly number[],
  widening: number,
  z: number,
): number {
  let sum = 0;
  for (let i = 0; i < components.length; i++) {
    const { location, scale, degreesOfFreedom } = components[i];
    const spread = scale * widening;
    const off = z - location;
    if (spread > 0) sum += weights[i] * studentCdf(off / spread, degreesOfFreedom);
    else if (off >= 0) sum += weights[i];
  }
  return sum;
}

/**
 * Returns the share below which the projected share lies with probability `level` (0 < level < 1), `h` years after the
 * last reading: the quantile of the linear pool of the curves' t distributions on z, mapped back. The same as what
 * simulated draws tend to, but for curves that bend within their own uncertainty (delta method).
 */
export function mixtureQuantile(trend: FittedTrend, h: number, level: number): number {
  return mixtureQuantiles(trend, h, [level])[0];
}

/** Returns `mixtureQuantile` at several levels, for less work. */
export function mixtureQuantiles(trend: FittedTrend, h: number, levels: readonly number[]): number[] {
  const members = trend.curves.filter((c) => c.status === "ok" && c.weight > 0);
  invariant(members.length > 0, `the trend of ${trend.scheme} has no curve`);
  const last = logit(trend.originShare, trend.ceiling);
  const components = members.map((c) =>
    forecast(curveById(c.curve), { ...c, parameters: c.parameters.map((p) => p.estimate) }, last, h, trend.ceiling),
  );
  const weights = members.map((c) => c.weight);
  return levels.map((level) => expit(quantile(components, weights, trend.calibration, level), trend.ceiling));
}

/** Inverts `mixtureCdf` by a bracket and the Illinois variant of false position (Dowell and Jarratt 1971). */
function quantile(
  components: readonly Component[],
  weights: readonly number[],
  widening: number,
  level: number,
): number {
  let low = Number.POSITIVE_INFINITY;
  let high = Number.NEGATIVE_INFINITY;
  for (const { location, scale } of components) {
    low = Math.min(low, location - 3 * widening * scale);
    high = Math.max(high, location + 3 * widening * scale);
  }
  const width = Math.max(high - low, 1e-12);
  const off = (z: number) => mixtureCdf(components, weights, widening, z) - level;
  let below = off(low);
  let above = off(high);
  for (let reach = width; below > 0; reach *= 2) {
    low -= reach;
    below = off(low);
  }
  for (let reach = width; above < 0; reach *= 2) {
    high += reach;
    above = off(high);
  }
  let side = 0;
  for (let i = 0; i < 200 && high - low > 1e-11 * width; i++) {
    let z = below === above ? 0.5 * (low + high) : (low * above - high * below) / (above - below);
    // False position stalls on flat stretches between curves that lie far apart: every third step halves.
    if (i % 3 === 2 || !(z > low && z < high)) z = 0.5 * (low + high);
    const here = off(z);
    if (here === 0) return z;
    if (here < 0) {
      low = z;
      below = here;
      if (side === -1) above /= 2;
      side = -1;
    } else {
      high = z;
      above = here;
      if (side === 1) below /= 2;
      side = 1;
    }
  }
  return 0.5 * (low + high);
}
