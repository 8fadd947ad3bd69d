import { curveById } from "../curves/index.ts";
import type { FittedTrend, SchemeInput } from "../domain.ts";
import { invariant } from "../errors.ts";
import { Stream } from "../numeric/stream.ts";
import { expit, insideCeiling, logit } from "../units.ts";

/** Redraws of parameters that fall outside their bounds, before they are put onto the bound. */
const ATTEMPTS = 8;
/** A ceiling keeps this share of the way to the scale's limit above the highest reading. */
const HEADROOM = 0.01;
/** Random numbers set aside for the parameters of one attempt. */
const PARAMETERS = 16;

/**
 * Simulates the share of one scheme under its own trend: `years x draws`, one year after the other.
 *
 * Each draw picks one curve of the mixture by weight (a linear pool, never an average of quantiles), draws the curve's
 * parameters from t(df) around the fit, and follows z(h) = f(h) + e(h), e(0) = z(last reading) - f(0),
 * e(h) = rho e(h-1) + sigma u. Sigma and the parameters share one chi-square, as they do in the regression they come
 * from; both are widened by the calibration factor. Where a person states a ceiling, growth beyond the last reading is
 * bent below a ceiling of the draw's own. Years up to the origin hold the last reading of that year or before.
 */
export function trendPaths(
  trend: FittedTrend,
  ceilingPrior: SchemeInput["ceilingPrior"],
  seed: number,
  draws: number,
  years: readonly number[],
): Float64Array {
  const members = trend.curves.filter((c) => c.status === "ok" && c.weight > 0);
  invariant(members.length > 0, `the trend of ${trend.scheme} has no curve`);
  const limits = cumulative(members.map((m) => m.weight));
  const curves = members.map((m) => curveById(m.curve));
  const choice = new Stream(seed, `trend/${trend.scheme}/curve`);
  const spread = new Stream(seed, `trend/${trend.scheme}/spread`);
  const parameters = new Stream(seed, `trend/${trend.scheme}/parameters`);
  const noise = new Stream(seed, `trend/${trend.scheme}/noise`);
  const ceilings =
    ceilingPrior === null
      ? null
      : ceilingDraws(trend, ceilingPrior, new Stream(seed, `trend/${trend.scheme}/ceiling`), draws);

  const paths = new Float64Array(years.length * draws);
  const ceiling = trend.ceiling;
  const lastShare = insideCeiling(trend.originShare, ceiling);
  const last = logit(lastShare, ceiling);
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
    // With k at the scale's own limit the bend changes nothing.
    const k = ceilings === null ? ceiling : ceilings[draw];
    const start = logit(lastShare, k);
    const pace = (k * (ceiling - lastShare)) / (ceiling * (k - lastShare));
    for (let y = past; y < years.length; y++) {
      const h = years[y] - trend.origin;
      e = member.rho * e + sigma * noise.normal(draw, h);
      const z = curve.value(theta, h, ceiling) + e;
      paths[y * draws + draw] =
        ceilings === null || z <= last ? expit(z, ceiling) : expit(start + pace * (z - last), k);
    }
  }
  return paths;
}

/**
 * Draws each path's own ceiling k between the highest reading and the scale's limit: k = low + (K - low) expit(normal),
 * whose median is the prior's mean and whose spread there is the prior's standard deviation.
 *
 * Growth data say little about a ceiling before the inflection (Debecker and Modis 1994), so most curves have none of
 * their own. Above the last reading p(T) a path is therefore followed on the logit that ends at k, its pace matched so
 * that it leaves p(T) with the slope that was fitted; below, nothing is bent. A prior whose mean the readings have
 * all but reached is contradicted by them: its median is then moved to one standard deviation above the highest.
 */
function ceilingDraws(
  trend: FittedTrend,
  prior: { readonly mean: number; readonly sd: number },
  stream: Stream,
  draws: number,
): Float64Array {
  const highest = insideCeiling(Math.max(...trend.shares), trend.ceiling);
  const low = highest + HEADROOM * (trend.ceiling - highest);
  const room = trend.ceiling - low;
  const mean = Math.max(prior.mean, highest + prior.sd);
  const middle = Math.min(0.95, Math.max(0.01, (mean - low) / room));
  const mu = logit(middle);
  const sd = Math.min(1.5, prior.sd / (room * middle * (1 - middle)));
  return Float64Array.from({ length: draws }, (_, draw) => low + room * expit(mu + sd * stream.normal(draw, 0)));
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
