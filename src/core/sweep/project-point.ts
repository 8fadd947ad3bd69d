import type { ProjectionInput, SweepVariable } from "../domain.ts";
import { assess } from "../goals/assess.ts";
import { type FitCache, type PrepareRequest, prepare } from "../prepare.ts";
import type { PathCache } from "../simulate/path-cache.ts";
import { remember } from "../simulate/path-cache.ts";
import { simulate, yearsOf } from "../simulate/simulate.ts";
import { summarize } from "../simulate/summarize.ts";
import { moveScenario } from "./move-scenario.ts";
import { goalAt, type RecordShape, recordLength, schemeAt } from "./point-record.ts";
import { RecentCache } from "./recent-cache.ts";

/** Central interval kept of every quantity: 8 in 10 futures. */
const BANDS = [0.8];
/** Digits kept of a number: far finer than any forecast, and the same in every table. */
const DIGITS = 9;

/** What points of one thread share: fits, and simulated paths. */
export interface SweepMemory {
  readonly fits: RecentCache<FitCache extends Map<string, infer Fit> ? Fit : never>;
  readonly paths: RecentCache & PathCache;
}

/** Starts the memory of a thread. */
export function sweepMemory(): SweepMemory {
  return { fits: new RecentCache(), paths: new RecentCache() };
}

/** Says what the numbers of a sweep's points are of. */
export function recordShape(input: ProjectionInput): RecordShape {
  return { schemes: input.schemes.map(({ id }) => id), years: yearsOf(input), goals: input.goals.map(({ id }) => id) };
}

/**
 * Projects one point of a sweep: moves the scenario's numbers, fits what they touch, simulates, and keeps the quantiles
 * of every scheme and the chance of every goal of the request. The numbers depend on request and values alone, never on
 * what the memory holds. NaN stands for a goal whose year is not simulated or known already.
 */
export function projectPoint(
  request: PrepareRequest,
  variables: readonly SweepVariable[],
  values: ArrayLike<number>,
  memory: SweepMemory,
): Float64Array {
  const scenario = moveScenario(request.scenario, request.workspace, variables, values);
  const input = prepare({ ...request, scenario }, memory.fits);
  const { draws, keys } = simulate(input, memory.paths);
  const shape = recordShape(input);
  const record = new Float64Array(recordLength(shape));
  const put = (at: number, numbers: readonly (number | null)[]) =>
    numbers.forEach((number, i) => {
      record[at + i] = number === null ? Number.NaN : Number(number.toPrecision(DIGITS));
    });
  const { schemes } = summarize(draws, BANDS, keys, memory.paths);
  schemes.forEach(({ coverage, participants }, s) => {
    shape.years.forEach((_, y) => {
      put(
        schemeAt(shape, s, y),
        [...coverage, ...participants].map((level) => level[y]),
      );
    });
  });
  input.goals.forEach((goal, g) => {
    const key = JSON.stringify(["chance", goal.id, keys.get(goal.scheme)]);
    const { probability, monteCarloError, reached } = remember(memory.paths, key, () => assess(goal, draws, input));
    put(goalAt(shape, g), [
      probability,
      monteCarloError,
      reached?.p10 ?? null,
      reached?.p50 ?? null,
      reached?.p90 ?? null,
    ]);
  });
  memory.fits.nextPoint();
  memory.paths.nextPoint();
  return record;
}
