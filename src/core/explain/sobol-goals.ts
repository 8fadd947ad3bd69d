import type { Goal, ProjectionInput, SobolSplit } from "../domain.ts";
import { meets } from "../goals/assess.ts";
import { LayeredCache } from "../simulate/layered-cache.ts";
import type { PathCache } from "../simulate/path-cache.ts";
import { forGoals, goalValues } from "./goal-values.ts";
import { sobolIndices } from "./sobol.ts";
import { uncertainInputs } from "./uncertain-inputs.ts";

/** Rows of either sample. */
export const SOBOL_DRAWS = 4096;
/** A total below this is rounding of one and the same number. */
const NOTHING = 1e-9;

/**
 * Splits the variance of what each goal reaches, and of whether it is met (1 or 0), among the streams of chance: every
 * uncertain assumption, the two of a base together, and the course of each scheme's own trend. A second sample is the
 * same projection with the streams drawn anew; a factor is moved by drawing its stream alone anew. Factors that move
 * nothing are left out, the strongest total stands first.
 */
export function sobolGoals(
  input: ProjectionInput,
  goals: readonly Goal[],
  cache: PathCache,
  draws: number = SOBOL_DRAWS,
): SobolSplit[] {
  if (goals.length === 0) return [];
  // More rows than the run has draws are fine: they are the next of the same streams.
  const cut = { ...forGoals(input, goals, draws), run: { ...forGoals(input, goals, draws).run, draws } };
  const courses = cut.schemes.filter((s) => s.trend !== null).map((s) => `trend/${s.id}/path`);
  const streams = [...new Set([...uncertainInputs(cut).map(({ stream }) => stream), ...courses])];
  const shared: PathCache = new LayeredCache(cache);
  const values = (redrawn: readonly string[], kept: PathCache) => goalValues({ ...cut, redrawn }, goals, kept);
  const a = values([], shared);
  const b = values(streams, new LayeredCache(shared));
  const mixed = streams.map((stream) => values([stream], new LayeredCache(shared)));
  return goals.flatMap((goal, g) =>
    (["value", "met"] as const).map((of): SobolSplit => {
      const seen = (array: Float64Array) => (of === "value" ? array : array.map((value) => Number(meets(goal, value))));
      const sample = { a: seen(a[g]), b: seen(b[g]), mixed: mixed.map((one) => seen(one[g])) };
      const { variance, factors } = sobolIndices(sample, cut.run.seed);
      return {
        goal: goal.id,
        of,
        draws,
        variance,
        factors: factors
          .map((factor, f) => ({ factor: streams[f], ...factor }))
          .filter(({ total }) => total > NOTHING)
          .sort((one, other) => other.total - one.total),
      };
    }),
  );
}
