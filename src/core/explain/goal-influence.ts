import type { Goal, GoalInfluence, History, ProjectionInput, ReadingEffect } from "../domain.ts";
import { LayeredCache } from "../simulate/layered-cache.ts";
import type { PathCache } from "../simulate/path-cache.ts";
import { chanceOf, forGoals, goalValues, medianOf } from "./goal-values.ts";

/** Fits the trends of a projection again to other histories; null where these are too short. */
export type Refit = (histories: readonly History[]) => ProjectionInput | null;

/** Readings told of for each goal. */
const MOST = 5;

/**
 * Leaves out each year-end reading that a trend was fitted to, one at a time, fits and simulates again, and tells by how
 * much every goal's probability and median change. A goal gets the five readings that move its median most.
 *
 * Only readings of schemes that a goal hangs on are tried for it. A reading that several trends rest on (a part that
 * others are shares of) is left out of all of them.
 */
export function goalInfluence(
  input: ProjectionInput,
  goals: readonly Goal[],
  histories: readonly History[],
  refit: Refit,
  draws: number,
  cache: PathCache,
): GoalInfluence[] {
  if (goals.length === 0) return [];
  const cut = forGoals(input, goals, draws);
  const shared: PathCache = new LayeredCache(cache);
  const judge = (variant: ProjectionInput, kept: PathCache) =>
    goalValues(variant, goals, kept).map((values, g) => ({
      probability: chanceOf(goals[g], values),
      median: medianOf(values),
    }));
  const all = judge(input, cache);
  const whole = judge(cut, shared);
  const tried = cut.schemes.flatMap(({ id, trend, history }) =>
    (trend?.years ?? []).flatMap((year) => {
      const point = history.points.find((p) => p.year === year);
      const without = refit(
        histories.map((h) => (h.scheme === id ? { ...h, points: h.points.filter((p) => p.year !== year) } : h)),
      );
      if (!point || !without) return [];
      const found = judge(forGoals(without, goals, draws), new LayeredCache(shared));
      const { coverage, sources } = point;
      return [{ scheme: id, year, coverage, sources, found }];
    }),
  );
  return goals.map((goal, g): GoalInfluence => {
    const effects = tried
      .map(
        ({ found, ...reading }): ReadingEffect => ({
          ...reading,
          probability: found[g].probability - whole[g].probability,
          median: found[g].median - whole[g].median,
        }),
      )
      .filter(({ median, probability }) => median !== 0 || probability !== 0);
    return {
      goal: goal.id,
      draws: cut.run.draws,
      ...all[g],
      tried: effects.length,
      readings: effects.sort((a, b) => Math.abs(b.median) - Math.abs(a.median)).slice(0, MOST),
    };
  });
}
