import { OUTLOOK_FREEDOM, outlook, toShares } from "../curves/outlook.ts";
import type { FittedTrend, SchemeInput } from "../domain.ts";
import { Stream } from "../numeric/stream.ts";
import { normalOfWord, uniformOfWord } from "../numeric/word-numbers.ts";
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
  const paths = new Float64Array(years.length * draws);
  const { ceiling, origin } = trend;
  const lastShare = insideCeiling(trend.originShare, ceiling);
  const bends =
    ceilingPrior === null
      ? null
      : bendsBelow(trendCeilings(trend, ceilingPrior, ceilingSeed, draws), lastShare, ceiling);
  const past = years.filter((y) => y <= origin).length;
  for (let y = 0; y < past; y++) paths.fill(readingUpTo(trend, years[y]), y * draws, (y + 1) * draws);

  const noise = new Stream(seed, `trend/${trend.scheme}/noise`);
  const words = [new Int32Array(draws), new Int32Array(draws)] as const;
  const walk = new Float64Array(draws);
  const widen = widths(new Stream(seed, `trend/${trend.scheme}/spread`), ...words);
  let before = 0;
  let pair = -1;
  for (let y = past; y < years.length; y++) {
    const h = years[y] - origin;
    // A word of the cipher for every year: years 1 and 2 are one block, 3 and 4 the next.
    if (pair !== (h - 1) >> 1) {
      pair = (h - 1) >> 1;
      noise.words(pair, ...words);
    }
    const row = paths.subarray(y * draws, (y + 1) * draws);
    walkOn(walk, Math.sqrt(h - before), words[(h - 1) & 1], 1 / Math.sqrt(h), widen, row);
    toShares(outlook(trend, h), row);
    if (bends !== null) bend(row, bends, lastShare, ceiling);
    before = h;
  }
  return paths;
}

/** Draws what a draw's path is wider than a normal one in all its years: sqrt(df / chi2(df)), df = 3. */
function widths(stream: Stream, forExponential: Int32Array, forNormal: Int32Array): Float64Array {
  stream.words(0, forExponential, forNormal);
  const widen = new Float64Array(forNormal.length);
  for (let i = 0; i < widen.length; i++) {
    // A chi-square number of 3 degrees: twice an exponential one, and a squared normal one.
    const z = normalOfWord(forNormal[i]);
    widen[i] = Math.sqrt(OUTLOOK_FREEDOM / (z * z - 2 * Math.log(uniformOfWord(forExponential[i]))));
  }
  return widen;
}

/** Takes every draw's walk a step further and writes how many widths from the forecast that leads. */
function walkOn(
  walk: Float64Array,
  step: number,
  words: Int32Array,
  perWalk: number,
  widen: Float64Array,
  row: Float64Array,
): void {
  for (let i = 0; i < walk.length; i++) {
    walk[i] += step * normalOfWord(words[i]);
    row[i] = walk[i] * perWalk * widen[i];
  }
}

/** Bends a year's shares below the draws' own ceilings. */
function bend(row: Float64Array, { k, start, pace }: Bends, lastShare: number, ceiling: number): void {
  for (let i = 0; i < row.length; i++) {
    const share = row[i];
    if (share > lastShare) row[i] = k[i] / (1 + Math.exp(start[i] - pace[i] * Math.log(share / (ceiling - share))));
  }
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
  const pace = new Float64Array(k.length);
  const start = new Float64Array(k.length);
  for (let i = 0; i < k.length; i++) {
    pace[i] = (k[i] * (ceiling - lastShare)) / (ceiling * (k[i] - lastShare));
    start[i] = pace[i] * last - logit(lastShare, k[i]);
  }
  return { k, pace, start };
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
  const { low, room, mu, sd } = ceilingScale(trend, prior);
  const words = new Int32Array(draws);
  new Stream(seed, `trend/${trend.scheme}/ceiling`).words(0, words, new Int32Array(draws));
  const ceilings = new Float64Array(draws);
  for (let i = 0; i < draws; i++) ceilings[i] = low + room * expit(mu + sd * normalOfWord(words[i]));
  return ceilings;
}

/** Returns the ceiling that a draw has whose normal number is `z`: with the same z in all draws it is certain. */
export function ceilingQuantile(
  trend: FittedTrend,
  prior: NonNullable<SchemeInput["ceilingPrior"]>,
  z: number,
): number {
  const { low, room, mu, sd } = ceilingScale(trend, prior);
  return low + room * expit(mu + sd * z);
}

/** A ceiling that is given for certain may lie nearer to the ends than the middle of a range. */
function ceilingScale(trend: FittedTrend, prior: NonNullable<SchemeInput["ceilingPrior"]>) {
  const highest = insideCeiling(Math.max(...trend.shares), trend.ceiling);
  const low = highest + HEADROOM * (trend.ceiling - highest);
  const room = trend.ceiling - low;
  const mean = Math.max(prior.mean, highest + prior.sd);
  const [least, most] = prior.sd > 0 ? [0.01, 0.95] : [1e-6, 1 - 1e-6];
  const middle = Math.min(most, Math.max(least, (mean - low) / room));
  return { low, room, mu: logit(middle), sd: Math.min(1.5, prior.sd / (room * middle * (1 - middle))) };
}

function readingUpTo(trend: FittedTrend, year: number): number {
  let share = trend.shares[0];
  for (let i = 0; i < trend.years.length && trend.years[i] <= year; i++) share = trend.shares[i];
  return share;
}
