import type { ChanceMap, Goal, Lever, MapSide, ProjectionInput, SweepUnit, Tornado } from "../domain.ts";
import { leverKind } from "../levers/index.ts";
import type { LeverParameter } from "../levers/lever.ts";
import { distributionQuantile } from "../numeric/distribution.ts";
import { LayeredCache } from "../simulate/layered-cache.ts";
import type { PathCache } from "../simulate/path-cache.ts";
import { chanceOf, forGoals, goalValues } from "./goal-values.ts";
import { withNumber } from "./uncertain-inputs.ts";

/** Common draws of each cell. */
const DRAWS = 2000;
/** Values of either number. */
const STEPS = 9;
/** Percentiles between which a number is moved where nobody says how far it may go. */
const [LEAST, MOST] = [0.025, 0.975];

/** A number of a lever: `drive.takeUp`. */
export interface LeverName {
  readonly lever: string;
  readonly name: string;
}

/** The numbers across and up a map. */
export type LeverPair = readonly [LeverName, LeverName];

/**
 * Works out the chance of a goal at 9 x 9 pairs of values of two numbers of levers, each certain at its value, the rest
 * drawn, on the same draws throughout. Both must be numbers of levers of the scenario.
 */
export function chanceMap(input: ProjectionInput, goal: Goal, [x, y]: LeverPair, cache: PathCache): ChanceMap | null {
  const sides = [x, y].map((number) => sideOf(input, number));
  const [across, up] = sides;
  if (!across || !up) return null;
  const cut = forGoals(input, [goal], DRAWS);
  const shared: PathCache = new LayeredCache(cache);
  goalValues(cut, [goal], shared);
  return {
    goal: goal.id,
    draws: cut.run.draws,
    x: across,
    y: up,
    probability: up.values.map((high) =>
      across.values.map((wide) => {
        const set = withNumber(withNumber(cut, x.lever, x.name, wide), y.lever, y.name, high);
        return chanceOf(goal, goalValues(set, [goal], new LayeredCache(shared))[0]);
      }),
    ),
  };
}

/** Picks the two numbers of levers that move a goal most, of two levers if there are two; null where there are not two. */
export function strongestNumbers({ swings }: Tornado): LeverPair | null {
  const numbers = swings.flatMap(({ key }) => {
    const [section, lever, name] = key.split(".");
    return section === "levers" ? [{ lever, name }] : [];
  });
  const [first] = numbers;
  const second = numbers.find(({ lever }) => lever !== first?.lever) ?? numbers[1];
  return first && second ? [first, second] : null;
}

/** The values that a number is set to: over its slider, else over what the scenario holds possible (half to double where it is certain). */
function sideOf(input: ProjectionInput, { lever: id, name }: LeverName): MapSide | null {
  const lever = input.scenario.levers.find((l) => l.id === id);
  const parameter = lever && leverKind(lever.kind)?.parameters[name];
  if (!lever || !parameter) return null;
  const [low, high] = rangeOf(lever, name, parameter);
  const unit: SweepUnit = parameter.unit;
  return {
    key: `levers.${id}.${name}`,
    unit,
    values: Array.from({ length: STEPS }, (_, i) => Number((low + ((high - low) * i) / (STEPS - 1)).toPrecision(9))),
  };
}

function rangeOf(lever: Lever, name: string, { min, max }: LeverParameter): readonly [number, number] {
  if (lever.slider?.of === name) return [lever.slider.min, lever.slider.max];
  const given = lever.parameters[name];
  const inside = (value: number) => Math.min(max, Math.max(min, value));
  if (given === undefined || (given.kind === "fixed" && given.value === 0)) return [min, max];
  if (given.kind === "fixed") return [inside(given.value / 2), inside(given.value * 2)];
  return [inside(distributionQuantile(given, LEAST)), inside(distributionQuantile(given, MOST))];
}
