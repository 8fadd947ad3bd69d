import type { Distribution, Draws, ProjectionInput, SchemeInput } from "../domain.ts";
import { invariant } from "../errors.ts";
import { emptyStep } from "../levers/lever.ts";
import { leverClock } from "../levers/ramp.ts";
import { distributionQuantile } from "../numeric/distribution.ts";
import { Stream } from "../numeric/stream.ts";
import { applyLevers, type LeverScene } from "./apply-levers.ts";
import { basePaths } from "./base-paths.ts";
import { leverValues, type ReadyLever } from "./lever-values.ts";
import { nameOf, nameOfObject, type PathCache, remember } from "./path-cache.ts";
import { streamSeed } from "./stream-seed.ts";
import { trendCeilings, trendPaths } from "./trend-paths.ts";

/** The least share of the people that the parts before a scheme leave it: less than one of any country's. */
const TRACE = 1e-12;

/** Simulated futures, and what each scheme's came from. */
export interface Simulation {
  /** All schemes' draws in one place; they are laid together when somebody first asks for them. */
  readonly draws: Draws;
  /** By scheme, people and base: `years x draws` each. */
  readonly schemes: ReadonlyMap<string, SchemeDraws>;
  /** By scheme: the share of draws in which a lever found nobody left to enrol. */
  readonly cut: ReadonlyMap<string, number>;
  /** By lever with a formula: the share of draws in which its value had to be held. */
  readonly held: ReadonlyMap<string, number>;
  /** By scheme: all that its draws depend on; the same key means the same draws. */
  readonly keys: ReadonlyMap<string, string>;
}

/** One scheme's simulated people and the base that they are counted on: `years x draws`. */
export interface SchemeDraws {
  readonly participants: Float64Array;
  readonly base: Float64Array;
}

/** One scheme's people, as the schemes within it need them. */
interface Simulated extends SchemeDraws {
  /** Participants without those whom levers bring that do not pass on. */
  readonly pool: Float64Array;
  /** Participants before levers add people to the base: they are the ones who cannot be in another part. */
  readonly held: Float64Array;
  readonly cut: number | null;
  readonly formulasHeld?: ReadonlyMap<string, number>;
}

/**
 * Simulates every scheme of a projection: trend, base, levers, parts before totals, parents before the schemes within
 * them. Draw i depends on seed, names and i alone: 1,000 draws are the first 1,000 of 10,000.
 */
export function simulate(input: ProjectionInput, cache: PathCache = new Map()): Simulation {
  const years = yearsOf(input);
  const { draws: n } = input.run;
  const seedOf = (stream: string) => streamSeed(input, stream);
  const levers = leverValues(input.scenario.levers, seedOf, n, cache);
  const done = new Map<string, Simulated>();
  const keys = new Map<string, string>();

  const keyOf = (scheme: SchemeInput) => {
    const { history: _, title: __, short: ___, trend, exitRate, ...mattering } = scheme;
    const series = input.bases.find((b) => b.base === scheme.base);
    const acting = levers.filter(({ lever }) => lever.target === scheme.id || lever.target === scheme.base);
    const speaking = levers.some(({ lever }) => lever.target === scheme.id && lever.formulas);
    const others = [...scheme.sumOf, ...scheme.outside, ...(scheme.within === null ? [] : [scheme.within])];
    const all = JSON.stringify([
      mattering,
      // Who leaves matters to levers alone.
      acting.length > 0 ? [exitRate, seedOf(`exit/${scheme.id}`)] : null,
      trend && nameOfObject(cache, trend),
      speaking ? readingAt(scheme) : null,
      input.schemes.some((s) => s.within === scheme.id),
      series && nameOfObject(cache, series),
      input.scenario.world[scheme.base] ?? null,
      acting.map((l) => [nameOfObject(cache, l.lever), l.seeds]),
      [`base/${scheme.base}`, `trend/${scheme.id}/path`, `trend/${scheme.id}/ceiling`].map(seedOf),
      [n, years],
      others.map((id) => keys.get(id)),
    ]);
    return `scheme ${nameOf(cache, all)}`;
  };

  const baseOf = (scheme: SchemeInput) => {
    const lagged = years.map((year) => year - scheme.baseLagYears);
    const series = input.bases.find((b) => b.base === scheme.base);
    invariant(series, `base ${scheme.base} of ${scheme.id} is known`);
    const growth = input.scenario.world[scheme.base] ?? null;
    const seed = seedOf(`base/${scheme.base}`);
    const key = JSON.stringify(["base", nameOfObject(cache, series), growth, seed, n, lagged]);
    const persons = remember(cache, key, () => basePaths(series, growth, seed, n, lagged));
    const acting = levers.filter((l) => l.kind.target === "base" && l.lever.target === scheme.base);
    if (acting.length === 0) return { persons, factors: null };
    const first = input.firstYear - scheme.baseLagYears;
    const names = acting.map((l) => [nameOfObject(cache, l.lever), l.seeds]);
    const factors = remember(cache, JSON.stringify(["factors", names, first, n, lagged]), () =>
      baseFactors(acting, lagged, first, n),
    );
    return { persons, factors };
  };

  const simulateScheme = (scheme: SchemeInput): Simulated => {
    const { persons, factors } = baseOf(scheme);
    const base = factors === null ? persons : times(persons, factors.base);
    if (scheme.sumOf.length > 0) {
      const parts = scheme.sumOf.map((id) => done.get(id) as Simulated);
      const summed = (key: "participants" | "pool" | "held") => sum(parts.map((p) => p[key]));
      return { base, participants: summed("participants"), pool: summed("pool"), held: summed("held"), cut: null };
    }
    const { trend, ceilingPrior } = scheme;
    invariant(trend, `${scheme.id} has a trend`);
    const seed = seedOf(`trend/${scheme.id}/path`);
    const ceilingSeed = seedOf(`trend/${scheme.id}/ceiling`);
    const exitSeed = seedOf(`exit/${scheme.id}`);
    const fitted = nameOfObject(cache, trend);
    const share = remember(cache, JSON.stringify(["trend", fitted, ceilingPrior, seed, ceilingSeed, n, years]), () =>
      trendPaths(trend, ceilingPrior, seed, n, years, ceilingSeed),
    );
    const parent = scheme.within === null ? null : (done.get(scheme.within) as Simulated);
    const pool =
      parent === null
        ? without(
            persons,
            scheme.outside.map((id) => (done.get(id) as Simulated).held),
          )
        : parent.pool;
    // A parent's people already carry the factor of added people on the base.
    const grown = (held: Float64Array) =>
      parent === null && factors !== null ? times(held, factors.participants) : held;
    const acting = levers.filter((l) => l.kind.target === "scheme" && l.lever.target === scheme.id);
    if (acting.length === 0) {
      const held = times(share, pool);
      const participants = grown(held);
      return { base, participants, pool: participants, held, cut: null };
    }
    const scene: LeverScene = {
      years,
      draws: n,
      share,
      shareBefore: trend.originShare,
      origin: trend.origin,
      ceiling: trend.ceiling,
      ownCeilings: remember(cache, JSON.stringify(["ceiling", fitted, ceilingPrior, ceilingSeed, n]), () =>
        trendCeilings(trend, ceilingPrior, ceilingSeed, n),
      ),
      exitRate: remember(cache, JSON.stringify(["exit", scheme.id, scheme.exitRate, exitSeed, n]), () =>
        exitRates(scheme.id, scheme.exitRate, exitSeed, n),
      ),
      pool,
      base: persons,
      reading: readingAt(scheme),
    };
    const all = applyLevers(scene, acting);
    const held = times(all.share, pool);
    const participants = grown(held);
    const passing = acting.filter((l) => l.lever.passesOn);
    const hasChildren = input.schemes.some((s) => s.within === scheme.id);
    const poolOn =
      !hasChildren || passing.length === acting.length
        ? participants
        : // Whom a lever takes out of a scheme it takes out of those within, whoever else passes on.
          least(participants, grown(times(passing.length === 0 ? share : applyLevers(scene, passing).share, pool)));
    return { base, participants, pool: poolOn, held, cut: all.cut, formulasHeld: all.held };
  };

  for (const scheme of inOrder(input.schemes)) {
    const key = keyOf(scheme);
    keys.set(scheme.id, key);
    done.set(
      scheme.id,
      remember(cache, key, () => simulateScheme(scheme)),
    );
  }

  const results = input.schemes.map((scheme) => done.get(scheme.id) as Simulated);
  const ids = input.schemes.map((s) => s.id);
  let together: Draws | null = null;
  const cut = new Map([...done].flatMap(([id, result]) => (result.cut === null ? [] : [[id, result.cut] as const])));
  const held = new Map([...done.values()].flatMap(({ formulasHeld }) => [...(formulasHeld ?? [])]));
  return {
    get draws() {
      together ??= {
        schemes: ids,
        years,
        draws: n,
        participants: joined(results.map((result) => result.participants)),
        base: joined(results.map((result) => result.base)),
      };
      return together;
    },
    schemes: new Map(ids.map((id, s) => [id, results[s]])),
    cut,
    held,
    keys,
  };
}

/** The state at a scheme's last reading, which its trend starts from. */
function readingAt({ history, trend }: SchemeInput): { readonly coverage: number; readonly base: number } {
  const point = history.points.find(({ year }) => year === trend?.origin);
  invariant(point, "a trend starts from a reading of its history");
  return { coverage: point.coverage, base: point.base };
}

/** Returns the simulated years, from the first to the horizon. */
export function yearsOf(input: ProjectionInput): number[] {
  return Array.from({ length: input.run.horizon - input.firstYear + 1 }, (_, i) => input.firstYear + i);
}

/** Sorts schemes so that each comes after its parts, its parent and the parts it shares a base with. */
function inOrder(schemes: readonly SchemeInput[]): SchemeInput[] {
  const sorted: SchemeInput[] = [];
  const visit = (scheme: SchemeInput) => {
    if (sorted.includes(scheme)) return;
    for (const id of [...scheme.sumOf, ...scheme.outside, ...(scheme.within === null ? [] : [scheme.within])]) {
      const before = schemes.find((s) => s.id === id);
      invariant(before, `${scheme.id} needs ${id}`);
      visit(before);
    }
    sorted.push(scheme);
  };
  schemes.forEach(visit);
  return sorted;
}

/** Compounds base levers from the first simulated year on: factors on the base and on its participants. */
function baseFactors(levers: readonly ReadyLever[], years: readonly number[], firstYear: number, draws: number) {
  const base = new Float64Array(years.length * draws);
  const participants = new Float64Array(years.length * draws);
  const clocks = levers.map(({ lever }) => years.map((year) => leverClock(lever, year)));
  const step = emptyStep();
  const values = levers.map(({ count }) => new Float64Array(count));
  for (let draw = 0; draw < draws; draw++) {
    levers.forEach((l, i) => {
      for (let p = 0; p < l.count; p++) values[i][p] = l.values[draw * l.count + p];
    });
    step.base = 1;
    step.participants = 1;
    for (let y = 0; y < years.length; y++) {
      // A step multiplies what stands in it, so that the factors of the years compound.
      if (years[y] >= firstYear)
        for (let i = 0; i < levers.length; i++) levers[i].kind.apply(values[i], clocks[i][y], step);
      base[y * draws + draw] = step.base;
      participants[y * draws + draw] = step.participants;
    }
  }
  return { base, participants };
}

/** Draws exit rates, held between 0 and 95 % a year. */
function exitRates(scheme: string, rate: Distribution, seed: number, draws: number): Float64Array {
  const stream = new Stream(seed, `exit/${scheme}`);
  return Float64Array.from({ length: draws }, (_, draw) =>
    Math.min(0.95, Math.max(0, distributionQuantile(rate, stream.uniform(draw, 0)))),
  );
}

/** Returns one array after the other; of one alone, that array. */
function joined(arrays: readonly Float64Array[]): Float64Array {
  if (arrays.length === 1) return arrays[0];
  const all = new Float64Array(arrays.reduce((length, array) => length + array.length, 0));
  let from = 0;
  for (const array of arrays) {
    all.set(array, from);
    from += array.length;
  }
  return all;
}

function times(a: Float64Array, b: Float64Array): Float64Array {
  const out = new Float64Array(a.length);
  for (let i = 0; i < a.length; i++) out[i] = a[i] * b[i];
  return out;
}

function least(a: Float64Array, b: Float64Array): Float64Array {
  return a.map((value, i) => Math.min(value, b[i]));
}

/** What is left of the people when others hold some; a trace stays, so that a share of nobody is never asked for. */
function without(persons: Float64Array, others: readonly Float64Array[]): Float64Array {
  if (others.length === 0) return persons;
  const held = sum(others);
  return persons.map((all, i) => Math.max(TRACE * all, all - held[i]));
}

function sum(arrays: readonly Float64Array[]): Float64Array {
  const out = new Float64Array(arrays[0].length);
  for (const array of arrays) for (let i = 0; i < out.length; i++) out[i] += array[i];
  return out;
}
