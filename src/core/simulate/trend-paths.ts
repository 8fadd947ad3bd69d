import { curveById } from "../curves/index.ts";
import type { FittedTrend } from "../domain.ts";
import { invariant } from "../errors.ts";
import { Stream } from "../numeric/stream.ts";
import { expit, insideCeiling, logit } from "../units.ts";

/** Redraws of parameters that fall outside their bounds, before they are put onto the bound. */
const ATTEMPTS = 8;
/** Random numbers set aside for the parameters of one attempt. */
const PARAMETERS = 16;

/**
 * Simulates the share of one scheme under its own trend: `years x draws`, one year after the other.
 *
 * Each draw picks one curve of the mixture by weight (a linear pool, never an average of quantiles), draws the curve's
 * parameters from t(df) around the fit, and follows z(h) = f(h) + e(h), e(0) = z(last reading) - f(0),
 * e(h) = rho e(h-1) + sigma u. Sigma and the parameters share one chi-square, as they do in the regression they come
 * from; both are widened by the calibration factor. Years up to the origin hold the last reading of that year or before.
 */
export function trendPaths(trend: FittedTrend, seed: number, draws: number, years: readonly number[]): Float64Array {
  const members = trend.curves.filter((c) => c.status === "ok" && c.weight > 0);
  invariant(members.length > 0, `the trend of ${trend.scheme} has no curve`);
  const limits = cumulative(members.map((m) => m.weight));
  const curves = members.map((m) => curveById(m.curve));
  const choice = new Stream(seed, `trend/${trend.scheme}/curve`);
  const spread = new Stream(seed, `trend/${trend.scheme}/spread`);
  const parameters = new Stream(seed, `trend/${trend.scheme}/parameters`);
  const noise = new Stream(seed, `trend/${trend.scheme}/noise`);

  const paths = new Float64Array(years.length * draws);
  const ceiling = trend.ceiling;
  const last = logit(insideCeiling(trend.originShare, ceiling), ceiling);
  const theta = new Float64Array(PARAMETERS);
  const past = years.filter((y) => y <= trend.origin).length;
  for (let y = 0; y < past; y++) paths.fill(readingUpTo(trend, years[y]), y * draws, (y + 1) * draws);

  for (let draw = 0; draw < draws; draw++) {
    const m = pick(limits, choice.uniform(draw, 0));
    const member = members[m];
    const curve = curves[m];
    const df = Math.max(1, Math.round(member.degreesOfFreedom));
    const widen = trend.calibration * Math.sqrt(df / spread.chiSquare(draw, 0, df));
    drawParameters(member, curve.parameters, widen, parameters, draw, theta);
    let e = last - curve.value(theta, 0, ceiling);
    const sigma = member.sigma * widen;
    for (let y = past; y < years.length; y++) {
      const h = years[y] - trend.origin;
      e = member.rho * e + sigma * noise.normal(draw, h);
      paths[y * draws + draw] = expit(curve.value(theta, h, ceiling) + e, ceiling);
    }
  }
  return paths;
}

function drawParameters(
  member: FittedTrend["curves"][number],
  bounds: readonly { low: number; high: number }[],
  widen: number,
  stream: Stream,
  draw: number,
  theta: Float64Array,
): void {
  const k = member.parameters.length;
  const root = member.covarianceRoot;
  for (let attempt = 0; attempt < ATTEMPTS; attempt++) {
    let inside = true;
    for (let i = 0; i < k; i++) {
      let value = member.parameters[i].estimate;
      for (let j = 0; j <= i; j++) {
        const r = root[i * k + j];
        if (r !== 0) value += widen * r * stream.normal(draw, attempt * PARAMETERS + j);
      }
      theta[i] = value;
      if (value < bounds[i].low || value > bounds[i].high) inside = false;
    }
    if (inside) return;
  }
  for (let i = 0; i < k; i++) theta[i] = Math.min(bounds[i].high, Math.max(bounds[i].low, theta[i]));
}

function readingUpTo(trend: FittedTrend, year: number): number {
  let share = trend.shares[0];
  for (let i = 0; i < trend.years.length && trend.years[i] <= year; i++) share = trend.shares[i];
  return share;
}

function cumulative(weights: readonly number[]): number[] {
  const total = weights.reduce((sum, w) => sum + w, 0);
  let sum = 0;
  return weights.map((w) => {
    sum += w;
    return sum / total;
  });
}

function pick(limits: readonly number[], u: number): number {
  let i = 0;
  while (i < limits.length - 1 && u > limits[i]) i++;
  return i;
}
