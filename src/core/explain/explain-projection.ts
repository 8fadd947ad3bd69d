import type { Analysis, Goal, GoalAt, History, Observation, ProjectionInput, Tornado } from "../domain.ts";
import type { PathCache } from "../simulate/path-cache.ts";
import { schemesBehind } from "../simulate/schemes-behind.ts";
import { chanceMap, type LeverPair, strongestNumbers } from "./chance-map.ts";
import { goalInfluence, type Refit } from "./goal-influence.ts";
import { distinctGoals } from "./goal-values.ts";
import { redrawReadings } from "./redraw-readings.ts";
import { spreadSplits } from "./spread.ts";
import { tornados } from "./tornado.ts";
import { trendParts } from "./trend-parts.ts";

/** What is to be explained, and what it takes beside the projection's own input. */
export interface ExplainRequest {
  /** Ids of the goals that lead the report. */
  readonly goals: readonly string[];
  /**
   * Whether to explain every goal, on more draws, to ask what each reading does, and to draw a map. In brief
   * only the first goal is explained that the scenario touches.
   */
  readonly thorough: boolean;
  /** Whether somebody asked for the first goal: then it is explained in brief too, touched or not. */
  readonly asked?: boolean;
  /** The two numbers of levers that the map is drawn of; absent: the two that move a goal most. */
  readonly pair?: LeverPair;
  /** What the trends were fitted to. */
  readonly histories: readonly History[];
  readonly observations: readonly Observation[];
  readonly refit: Refit;
}

/** Common draws, and how often the readings are drawn anew: thoroughly, and in brief. */
const DRAWS = { thorough: 2000, brief: 500 } as const;
/** Common draws of assumptions moved one at a time: enough, where it is thorough, to tell chances to the point. */
const SWING_DRAWS = { thorough: 5000, brief: 500 } as const;
const REDRAWS = { thorough: 24, brief: 8 } as const;
/** Digits kept of a figure: far finer than its Monte Carlo error. */
const DIGITS = 7;

/**
 * Explains a projection: where the spread of each leading goal comes from, which assumptions move it, and, where asked,
 * which readings do, and how two numbers of levers work together. docs/explanation.md has the methods. Random numbers are
 * those of the projection and of streams of its seed, so that the same input explains itself the same way.
 */
export function explainProjection(
  input: ProjectionInput,
  { goals: ids, thorough, asked = false, pair, histories, observations, refit }: ExplainRequest,
  cache: PathCache = new Map(),
): Analysis {
  const how = thorough ? "thorough" : "brief";
  const all = distinctGoals(input, ids);
  const goals = thorough ? all : all.filter((goal) => asked || touches(input, goal)).slice(0, 1);
  if (goals.length === 0) return { spread: [], tornados: [], influence: [], map: null };
  const redraws = Array.from({ length: REDRAWS[how] }, (_, i) =>
    refit(redrawReadings(histories, observations, input.run.seed, i)),
  ).filter((variant) => variant !== null);
  const moved = tornados(input, goals, SWING_DRAWS[how], cache);
  const map = thorough
    ? goals
        .map((goal, g) => ({ goal, numbers: pair ?? strongestNumbers(moved[g]) }))
        .find((one): one is typeof one & { numbers: LeverPair } => one.numbers !== null)
    : undefined;
  return rounded({
    spread: spreadSplits(input, goals, trendParts(input, goals, redraws, cache), DRAWS[how], cache),
    tornados: moved,
    influence: thorough ? goalInfluence(input, goals, histories, refit, DRAWS[how], cache) : [],
    map: map ? chanceMap(input, map.goal, map.numbers, cache) : null,
  });
}

/** Tells whether a scenario does or sets anything that a goal hangs on; where not, the reference explains it. */
function touches({ scenario, schemes }: ProjectionInput, goal: Goal): boolean {
  const behind = schemesBehind(goal.scheme, schemes);
  const acts = scenario.levers.some(({ target }) => behind.some((s) => s.id === target || s.base === target));
  return acts || behind.some((s) => s.id in scenario.trend || s.base in scenario.world);
}

/** Rounds what is only shown; shares stay as they are, since they must sum to 1. */
function rounded(analysis: Analysis): Analysis {
  const number = (value: number) => Number(value.toPrecision(DIGITS));
  const at = <At extends GoalAt>(one: At): At => ({
    ...one,
    mean: number(one.mean),
    probability: number(one.probability),
  });
  const tornado = (one: Tornado): Tornado => ({
    ...one,
    drawn: at(one.drawn),
    swings: one.swings.map(({ low, high, ...swing }) => ({
      ...swing,
      low: { ...at(low), value: number(low.value) },
      high: { ...at(high), value: number(high.value) },
    })),
  });
  return { ...analysis, tornados: analysis.tornados.map(tornado) };
}
