import type { Goal, ProjectionInput, SpreadSource, SpreadSplit } from "../domain.ts";
import { quantiles } from "../numeric/quantiles.ts";
import { LayeredCache } from "../simulate/layered-cache.ts";
import type { PathCache } from "../simulate/path-cache.ts";
import { forGoals, goalValues } from "./goal-values.ts";
import { shapley } from "./shapley.ts";
import type { TrendParts } from "./trend-parts.ts";

/** Equal parts of the draws from which errors are taken. */
const BATCHES = 10;

/** Streams of chance that are drawn anew together. */
const groups = ["course", "ceiling", "base", "levers"] as const;

/**
 * Splits the variance of what each goal reaches by source.
 *
 * The sources course of the trends, ceilings, bases and levers have streams of their own and are independent. What a set
 * of them does together is E[Var(value | the others)], estimated as half the mean squared difference between two samples
 * that differ in that set alone (Jansen 1999); Shapley values over the sources share out what they do together (Owen 2014;
 * Song, Nelson and Staum 2016), so that the shares are never below zero but for noise, which is taken off, and sum to 1.
 * A source that moves nothing gets exactly nothing. The course is then split by `trend`: data, curve and parameters are
 * the variances found there, the residual is the rest; where the three pass the whole they are scaled to it. Ceilings
 * count as parameters.
 */
export function spreadSplits(
  input: ProjectionInput,
  goals: readonly Goal[],
  trend: readonly TrendParts[],
  draws: number,
  cache: PathCache,
): SpreadSplit[] {
  if (goals.length === 0) return [];
  const cut = forGoals(input, goals, draws);
  const shared: PathCache = new LayeredCache(cache, true);
  const streams = streamsOf(cut);
  const acting = groups.filter((group) => streams[group].length > 0);
  const drawn = goalValues(cut, goals, shared);
  const apart = Array.from({ length: 2 ** acting.length }, (_, subset) => {
    if (subset === 0) return null;
    const redrawn = acting.flatMap((group, i) => ((subset >> i) & 1 ? streams[group] : []));
    return goalValues({ ...cut, redrawn }, goals, shared);
  });
  return goals.map((goal, g) => {
    const n = drawn[g].length;
    const split = (from: number, to: number) => {
      const worth = (subset: number) => [halfSquares(drawn[g], apart[subset]?.[g] ?? drawn[g], from, to)];
      const found = shapley(acting.length, 1, worth, 0).values[0].map((value) => Math.max(0, value));
      const whole = found.reduce((sum, value) => sum + value, 0);
      return {
        whole,
        share: (group: (typeof groups)[number]) => (whole > 0 ? (found[acting.indexOf(group)] ?? 0) / whole : 0),
      };
    };
    const { whole, share } = split(0, n);
    const batches = Array.from({ length: BATCHES }, (_, b) =>
      split(Math.floor((b * n) / BATCHES), Math.floor(((b + 1) * n) / BATCHES)),
    );
    const errorOf = (group: (typeof groups)[number]) => errorOfMean(batches.map((batch) => batch.share(group)));

    const course = share("course") * whole;
    const { data, curve, parameters } = trend[g];
    const known = data + curve + parameters;
    const scaled = known > course ? (known > 0 ? course / known : 1) : 1;
    const part = (variance: number) => (whole > 0 ? (variance * scaled) / whole : 0);
    const parts: Record<SpreadSource, { share: number; error: number }> = {
      data: { share: part(data), error: errorOf("course") * ratio(part(data), share("course")) },
      parameters: {
        share: part(parameters) + share("ceiling"),
        error: Math.hypot(errorOf("course") * ratio(part(parameters), share("course")), errorOf("ceiling")),
      },
      curve: { share: part(curve), error: errorOf("course") * ratio(part(curve), share("course")) },
      residual: { share: Math.max(0, share("course") - part(known)), error: errorOf("course") },
      base: { share: share("base"), error: errorOf("base") },
      levers: { share: share("levers"), error: errorOf("levers") },
    };
    const [low, high] = quantiles(drawn[g], 0, n, [0.1, 0.9]);
    return {
      goal: goal.id,
      draws: n,
      width: high - low,
      sd: Math.sqrt(whole),
      parts: (Object.keys(parts) as SpreadSource[]).map((source) => ({ source, ...parts[source] })),
      scaled,
    };
  });
}

/** The streams of each source; levers act on exits, whose rates belong to them. */
function streamsOf({ schemes, scenario }: ProjectionInput): Record<(typeof groups)[number], readonly string[]> {
  const own = schemes.filter((s) => s.trend !== null);
  const { levers } = scenario;
  return {
    course: own.map((s) => `trend/${s.id}/path`),
    ceiling: own.filter((s) => s.ceilingPrior !== null).map((s) => `trend/${s.id}/ceiling`),
    base: [...new Set(schemes.map((s) => `base/${s.base}`))],
    levers: levers.length === 0 ? [] : [...levers.map((l) => `lever/${l.id}`), ...own.map((s) => `exit/${s.id}`)],
  };
}

function halfSquares(a: Float64Array, b: Float64Array, from: number, to: number): number {
  let sum = 0;
  for (let i = from; i < to; i++) sum += (a[i] - b[i]) ** 2;
  return sum / (2 * Math.max(1, to - from));
}

function errorOfMean(values: readonly number[]): number {
  const mean = values.reduce((sum, v) => sum + v, 0) / values.length;
  const variance = values.reduce((sum, v) => sum + (v - mean) ** 2, 0) / (values.length - 1);
  return Math.sqrt(variance / values.length);
}

function ratio(part: number, whole: number): number {
  return whole > 0 ? Math.min(1, part / whole) : 0;
}
