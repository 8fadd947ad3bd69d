import type { Goal, Lever, ProjectionInput, UnitCost } from "../domain.ts";
import { leverKind } from "../levers/index.ts";
import { leverClock } from "../levers/ramp.ts";
import { distributionQuantile } from "../numeric/distribution.ts";
import { Stream } from "../numeric/stream.ts";
import { leverCosts } from "../simulate/lever-costs.ts";
import type { PathCache } from "../simulate/path-cache.ts";
import { simulate } from "../simulate/simulate.ts";
import { forGoal } from "./solve.ts";

/**
 * Returns what a lever costs in all years up to a goal's, in the money and prices of its unit cost: the mean of the draws.
 *
 * A cost for a `year` is paid for the time that the lever is at work, times its strength. A cost for a `person-year` is
 * paid for everybody whom a subsidy reaches, or else for those people whom the lever alone holds in its scheme beyond
 * the trend, year by year; a cost for a `person` once for each of them. Two levers that win the same person are each
 * counted as if they came alone, so that a sum over levers is never too low. Null where nobody can be counted: the lever has
 * no unit cost, or acts on a base and is paid by the head.
 */
export function leverBill(
  input: ProjectionInput,
  lever: Lever,
  goal: Goal,
  draws: number,
  cache: PathCache,
): number | null {
  const { unitCost } = lever;
  const kind = leverKind(lever.kind);
  if (unitCost === undefined || kind === undefined) return null;
  const narrow = forGoal(input, goal, draws);
  const with_ = { ...narrow, scenario: { ...narrow.scenario, levers: [lever] } };
  if (kind.unitsPerParticipant && unitCost.per === "person-year") {
    const [cost] = leverCosts(with_, simulate(with_, cache).draws, cache);
    return cost === undefined ? null : cost.mean.reduce((sum, year) => sum + year, 0);
  }
  const price = meanPrice(unitCost, lever.id, input.run.seed, draws);
  if (unitCost.per === "year") {
    let time = 0;
    for (let year = input.firstYear; year <= goal.year; year++) time += leverClock(lever, year).strength;
    return price * time;
  }
  if (kind.target === "base") return null;
  const without = { ...narrow, scenario: { ...narrow.scenario, levers: [] } };
  const after = meanParticipants(with_, lever.target, cache);
  const before = meanParticipants(without, lever.target, cache);
  const brought = after.map((persons, y) => Math.max(0, persons - (before[y] ?? 0)));
  const counted =
    unitCost.per === "person-year"
      ? brought
      : brought.map((persons, y) => Math.max(0, persons - (brought[y - 1] ?? 0)));
  return price * counted.reduce((sum, persons) => sum + persons, 0);
}

function meanPrice({ value }: UnitCost, lever: string, seed: number, draws: number): number {
  const stream = new Stream(seed, `lever/${lever}/unitCost`);
  let sum = 0;
  for (let draw = 0; draw < draws; draw++) sum += Math.max(0, distributionQuantile(value, stream.uniform(draw, 0)));
  return sum / draws;
}

/** Mean participants of a scheme by simulated year; empty for a scheme that is not simulated. */
function meanParticipants(input: ProjectionInput, scheme: string, cache: PathCache): number[] {
  const { draws } = simulate(input, cache);
  const s = draws.schemes.indexOf(scheme);
  if (s < 0) return [];
  return draws.years.map((_, y) => {
    const from = (s * draws.years.length + y) * draws.draws;
    let sum = 0;
    for (let i = from; i < from + draws.draws; i++) sum += draws.participants[i];
    return sum / draws.draws;
  });
}
