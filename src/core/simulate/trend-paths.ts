import { OUTLOOK_FREEDOM, outlook, outlookShare } from "../curves/outlook.ts";
import type { FittedTrend, SchemeInput } from "../domain.ts";
import { Stream } from "../numeric/stream.ts";
import { expit, insideCeiling, logit } from "../units.ts";

/** A ceiling keeps this share of the way to the scale's limit above the highest reading. */
const HEADROOM = 0.01;

/**
 * Simulates the share of one scheme under its own trend: `years x draws`, one year after the other.
 *
 * Every year's shares are spread around the combined forecast as the outlook says: share(h) = outlookShare(x(h)), where
 * x(h) = W(h) / sqrt(h) sqrt(df / chi2(df)) with W a random walk. So x is t(df) in
 * every year, and a draw that is ahead in one year is likely to be ahead in the next. Where a person states a ceiling,
 * growth beyond the last reading is bent below a ceiling of the draw's own. Years up to the origin hold the last reading
 * of that year or before. The ceilings may be drawn from another seed than the rest.
 */
export function trendPaths(
  trend: FittedTrend,
  ceilingPrior: SchemeInput["ceilingPrior"],
  seed: number,
  draws: number,
  years: readonly number[],
  ceilingSeed = seed,
): Float64Array {
  const spread = new Stream(seed, `trend/${trend.scheme}/spread`);
  const noise = new Stream(seed, `trend/${trend.scheme}/noise`);
  const paths = new Float64Array(years.length * draws);
  const ceiling = trend.ceiling;
  const lastShare = insideCeiling(trend.originShare, ceiling);
  const bends =
    ceilingPrior === null
      ? null
      : bendsBelow(trendCeilings(trend, ceilingPrior, ceilingSeed, draws), lastShare, ceiling);
  const past = years.filter((y) => y <= trend.origin).length;
  for (let y = 0; y < past; y++) paths.fill(readingUpTo(trend, years[y]), y * draws, (y + 1) * draws);

  const walk = new Float64Array(draws);
  const widen = Float64Array.from({ length: draws }, (_, draw) =>
    Math.sqrt(OUTLOOK_FREEDOM / spread.chiSquare(draw, 0, OUTLOOK_FREEDOM)),
  );
  let before = 0;
  for (let y = past; y < years.length; y++) {
    const h = years[y] - trend.origin;
    const foreseen = outlook(trend, h);
    const step = Math.sqrt(h - before);
    const perWalk = 1 / Math.sqrt(h);
    before = h;
    for (let draw = 0; draw < draws; draw++) {
      walk[draw] += step * noise.normal(draw, h);
      const share = insideCeiling(outlookShare(foreseen, walk[draw] * perWalk * widen[draw]), ceiling);
      paths[y * draws + draw] =
        bends === null || share <= lastShare
          ? share
          : bends.k[draw] / (1 + Math.exp(bends.start[draw] - bends.pace[draw] * Math.log(share / (ceiling - share))));
    }
  }
  return paths;
}

/** What of a path's bend below its own ceiling k does not change from year to year. */
interface Bends {
  readonly k: Float64Array;
  readonly start: Float64Array;
  readonly pace: Float64Array;
}

/**
 * Prepares growth above the last reading to be followed on the logit that ends at k, the pace matched at the reading:
 * share = k expit(logit_k(last) + pace (logit_K(share) - logit_K(last))), `start` being what stands in it once for all.
 */
function bendsBelow(k: Float64Array, lastShare: number, ceiling: number): Bends {
  const last = logit(lastShare, ceiling);
  const pace = k.map((limit) => (limit * (ceiling - lastShare)) / (ceiling * (limit - lastShare)));
  return { k, pace, start: k.map((limit, draw) => pace[draw] * last - logit(lastShare, limit)) };
}

/**
 * Draws each path's own ceiling k between the highest reading and the scale's limit: k = low + (K - low) expit(normal),
 * whose median is the prior's mean and whose spread there is the prior's standard deviation.
 *
 * Growth data say little about a ceiling before the inflection (Debecker and Modis 1994), so most curves have none of
 * their own. Above the last reading p(T) a path is therefore followed on the logit that ends at k, its pace matched so
 * that it leaves p(T) with the slope that was fitted; below, nothing is bent. A prior whose mean the readings have
 * all but reached is contradicted by them: its median is then moved to one standard deviation above the highest. Where
 * nobody states one, it is the scale's limit.
 */
export function trendCeilings(
  trend: FittedTrend,
  prior: SchemeInput["ceilingPrior"],
  seed: number,
  draws: number,
): Float64Array {
  if (prior === null) return new Float64Array(draws).fill(trend.ceiling);
  const stream = new Stream(seed, `trend/${trend.scheme}/ceiling`);
  const highest = insideCeiling(Math.max(...trend.shares), trend.ceiling);
  const low = highest + HEADROOM * (trend.ceiling - highest);
  const room = trend.ceiling - low;
  const mean = Math.max(prior.mean, highest + prior.sd);
  const middle = Math.min(0.95, Math.max(0.01, (mean - low) / room));
  const mu = logit(middle);
  const sd = Math.min(1.5, prior.sd / (room * middle * (1 - middle)));
  return Float64Array.from({ length: draws }, (_, draw) => low + room * expit(mu + sd * stream.normal(draw, 0)));
}

function readingUpTo(trend: FittedTrend, year: number): number {
  let share = trend.shares[0];
  for (let i = 0; i < trend.years.length && trend.years[i] <= year; i++) share = trend.shares[i];
  return share;
}
