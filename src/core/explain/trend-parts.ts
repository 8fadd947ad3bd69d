import { curveOf } from "../curves/index.ts";
import type { FittedCurve, FittedTrend, Goal, ProjectionInput } from "../domain.ts";
import { LayeredCache } from "../simulate/layered-cache.ts";
import { nameOfObject, type PathCache, remember } from "../simulate/path-cache.ts";
import { forGoals, goalValues, meanOf } from "./goal-values.ts";

/** Common draws on which a mean is compared with a mean: only what moves all of them matters. */
const DRAWS = 250;

/** Variances of the mean of what is reached, by source within the trend. */
export interface TrendParts {
  readonly data: number;
  readonly curve: number;
  readonly parameters: number;
}

/**
 * Estimates by how much a goal's expected value would vary if single things about the trends were otherwise:
 *
 * - curve: the variance of the mean over which one curve is followed, chosen by weight; trends of several schemes add up;
 * - parameters: the weighted mean over curves of the variance that the parameters' covariance leaves, to first order: for
 *   each column of its Cholesky factor, half the difference of the means one step up and one step down, squared;
 * - data: the variance of the mean over `redraws`, the same projection fitted to readings drawn anew.
 */
export function trendParts(
  input: ProjectionInput,
  goals: readonly Goal[],
  redraws: readonly ProjectionInput[],
  cache: PathCache,
): TrendParts[] {
  const cut = forGoals(input, goals, DRAWS);
  const shared: PathCache = new LayeredCache(cache, true);
  goalValues(cut, goals, shared);
  const means = (variant: ProjectionInput) => goalValues(variant, goals, new LayeredCache(shared, true)).map(meanOf);
  const parts = goals.map(() => ({ data: 0, curve: 0, parameters: 0 }));

  for (const { id, trend } of cut.schemes) {
    if (trend === null) continue;
    const key = `single curves ${nameOfObject(cache, trend)}`;
    const members = remember(cache, key, () => singleCurves(trend));
    const following = (single: FittedTrend) =>
      means({ ...cut, schemes: cut.schemes.map((s) => (s.id === id ? { ...s, trend: single } : s)) });
    const alone = members.map((m) => following(m.alone));
    goals.forEach((_, g) => {
      parts[g].curve += weightedVariance(
        alone.map((mean) => mean[g]),
        members.map((m) => m.weight),
      );
    });
    for (const { weight, steps } of members)
      for (const step of steps) {
        const [up, down] = step.map(following);
        goals.forEach((_, g) => {
          parts[g].parameters += weight * ((up[g] - down[g]) / 2) ** 2;
        });
      }
  }
  const redrawn = redraws.map((variant) => means(forGoals(variant, goals, DRAWS)));
  goals.forEach((_, g) => {
    if (redrawn.length > 1)
      parts[g].data =
        weightedVariance(
          redrawn.map((mean) => mean[g]),
          redrawn.map(() => 1 / redrawn.length),
        ) *
        (redrawn.length / (redrawn.length - 1));
  });
  return parts;
}

/** A trend that follows one of its curves alone, and those with its parameters one step up and one down. */
interface SingleCurve {
  readonly weight: number;
  readonly alone: FittedTrend;
  readonly steps: readonly (readonly [up: FittedTrend, down: FittedTrend])[];
}

/** Takes a trend apart; scenarios with the same trend share the parts, and so what is simulated of them. */
function singleCurves(trend: FittedTrend): SingleCurve[] {
  const following = (curve: FittedCurve): FittedTrend => ({ ...trend, curves: [{ ...curve, weight: 1 }] });
  return trend.curves
    .filter((c) => c.status === "ok" && c.weight > 0)
    .map((curve) => ({
      weight: curve.weight,
      alone: following(curve),
      steps: curve.parameters.map((_, column) => [
        following(stepped(curve, column, 1)),
        following(stepped(curve, column, -1)),
      ]),
    }));
}

/** Moves a curve's parameters along one column of the Cholesky factor of their covariance, within what they may be. */
function stepped(curve: FittedCurve, column: number, way: number): FittedCurve {
  const k = curve.parameters.length;
  const limits = curveOf(curve).parameters;
  return {
    ...curve,
    parameters: curve.parameters.map((parameter, i) => {
      const moved = parameter.estimate + way * (curve.covarianceRoot[i * k + column] ?? 0);
      const { low, high } = limits[i];
      return { ...parameter, estimate: Math.min(high, Math.max(low, moved)) };
    }),
  };
}

function weightedVariance(values: readonly number[], weights: readonly number[]): number {
  const total = weights.reduce((sum, w) => sum + w, 0);
  const mean = values.reduce((sum, v, i) => sum + v * weights[i], 0) / total;
  return values.reduce((sum, v, i) => sum + weights[i] * (v - mean) ** 2, 0) / total;
}
