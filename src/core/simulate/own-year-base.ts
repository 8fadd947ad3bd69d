import type { ProjectionInput } from "../domain.ts";
import { leverKind } from "../levers/index.ts";
import { drawsOfGoal } from "./draws-of-goal.ts";
import { type PathCache, remember } from "./path-cache.ts";
import { schemesBehind } from "./schemes-behind.ts";
import { simulate } from "./simulate.ts";

/**
 * Simulates a scheme's base in a year without the lag that officials divide with: a number for each draw, the same draws
 * as in `simulate`. Null for a scheme without a lag, which has that base already, and for a year that is not simulated.
 */
export function ownYearBase(
  input: ProjectionInput,
  scheme: string,
  year: number,
  cache: PathCache,
): Float64Array | null {
  const lagged = input.schemes.find((s) => s.id === scheme);
  if (!lagged || lagged.baseLagYears === 0 || year < input.firstYear || year > input.run.horizon) return null;
  // Who takes part changes no base, so levers on schemes are left out.
  const levers = input.scenario.levers.filter(({ kind }) => leverKind(kind)?.target === "base");
  const schemes = schemesBehind(scheme, input.schemes).map((s) => (s.id === scheme ? { ...s, baseLagYears: 0 } : s));
  const alone = { ...input, schemes, scenario: { ...input.scenario, levers } };
  const growth = input.scenario.world[lagged.base] ?? null;
  const series = input.bases.find((b) => b.base === lagged.base);
  const key = JSON.stringify(["own-year base", scheme, levers, growth, series, input.run, input.redrawn]);
  const simulation = remember(cache, key, () => simulate(alone, cache));
  return drawsOfGoal(simulation, alone, { scheme, year }).base;
}
