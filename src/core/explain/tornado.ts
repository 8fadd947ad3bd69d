import type { Goal, GoalAt, ProjectionInput, Tornado } from "../domain.ts";
import { LayeredCache } from "../simulate/layered-cache.ts";
import type { PathCache } from "../simulate/path-cache.ts";
import { chanceOf, forGoals, goalValues, meanOf } from "./goal-values.ts";
import { uncertainInputs } from "./uncertain-inputs.ts";

/** Percentiles at which each assumption is held. */
const [LOW, HIGH] = [0.1, 0.9];
/** Part of a mean that rounding alone may move it by. */
const HAIR = 1e-9;

/**
 * Holds every uncertain assumption at its 10th and then at its 90th percentile, one at a time, with the others drawn, and
 * tells what each goal's mean value and probability then are. The strongest on the mean stand first; an assumption that
 * moves neither is left out. All on the same draws, so that a thousand or two are enough.
 */
export function tornados(input: ProjectionInput, goals: readonly Goal[], draws: number, cache: PathCache): Tornado[] {
  if (goals.length === 0) return [];
  const cut = forGoals(input, goals, draws);
  const shared: PathCache = new LayeredCache(cache);
  // What each variant makes alone is let go.
  const judge = (variant: ProjectionInput, kept: PathCache): GoalAt[] =>
    goalValues(variant, goals, kept).map((values, g) => ({
      mean: meanOf(values),
      probability: chanceOf(goals[g], values),
    }));
  const drawn = judge(input, cache);
  const common = judge(cut, shared);
  const held = uncertainInputs(cut).map((assumption) => {
    const [low, high] = [LOW, HIGH].map((probability) => ({
      value: assumption.at(probability),
      goals: judge(assumption.held(cut, probability), new LayeredCache(shared)).map((at, g) =>
        moved(drawn[g], common[g], at),
      ),
    }));
    return { assumption, low, high };
  });
  return goals.map((goal, g) => ({
    goal: goal.id,
    draws: cut.run.draws,
    drawn: drawn[g],
    swings: held
      .map(({ assumption: { key, unit }, low, high }) => ({
        key,
        unit,
        low: { value: low.value, ...low.goals[g] },
        high: { value: high.value, ...high.goals[g] },
      }))
      .filter(
        ({ low, high }) =>
          low.probability !== high.probability || Math.abs(high.mean - low.mean) > HAIR * Math.abs(drawn[g].mean),
      )
      .sort((a, b) => Math.abs(b.high.mean - b.low.mean) - Math.abs(a.high.mean - a.low.mean)),
  }));
}

/** What all draws would tell of a variant: their own values, and what the variant changes on common draws. */
function moved(all: GoalAt, common: GoalAt, variant: GoalAt): GoalAt {
  return {
    mean: all.mean + variant.mean - common.mean,
    probability: Math.min(1, Math.max(0, all.probability + variant.probability - common.probability)),
  };
}
