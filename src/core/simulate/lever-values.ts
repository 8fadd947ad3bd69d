import type { Lever } from "../domain.ts";
import { invariant } from "../errors.ts";
import { leverKind } from "../levers/index.ts";
import type { LeverKind, LeverParameter } from "../levers/lever.ts";
import { distributionQuantile } from "../numeric/distribution.ts";
import { Stream } from "../numeric/stream.ts";
import { type PathCache, remember } from "./path-cache.ts";

/** A lever ready to act: its kind, and its numbers drawn once for every draw. */
export interface ReadyLever {
  readonly lever: Lever;
  readonly kind: LeverKind;
  /** values[draw * count + parameter], parameters in the order of the kind. */
  readonly values: Float64Array;
  readonly count: number;
  /** By parameter: the seed that it was drawn from. */
  readonly seeds: readonly number[];
}

/**
 * Draws every number of the levers, keyed by lever and parameter (`lever/drive/takeUp`), so that no lever moves the
 * numbers of another.
 * Levers come back in the order of their ids: sums of floating-point numbers then never depend on the file's order.
 */
export function leverValues(
  levers: readonly Lever[],
  seedOf: (stream: string) => number,
  draws: number,
  cache: PathCache,
): ReadyLever[] {
  return [...levers]
    .sort((a, b) => (a.id < b.id ? -1 : 1))
    .map((lever) => {
      const kind = leverKind(lever.kind);
      invariant(kind, `lever kind ${lever.kind} is registered`);
      const names = Object.keys(kind.parameters);
      const seeds = names.map((name) => seedOf(`lever/${lever.id}/${name}`));
      const key = JSON.stringify(["lever", lever.id, kind.id, lever.parameters, seeds, draws]);
      const values = remember(cache, key, () => drawValues(lever, kind, seeds, draws));
      return { lever, kind, values, count: names.length, seeds };
    });
}

function drawValues(lever: Lever, kind: LeverKind, seeds: readonly number[], draws: number): Float64Array {
  const names = Object.keys(kind.parameters);
  const values = new Float64Array(draws * names.length);
  names.forEach((name, p) => {
    const parameter = kind.parameters[name];
    const given = lever.parameters[name];
    if (given === undefined || given.kind === "fixed") {
      const value = given === undefined ? defaultOf(parameter, lever.id, name) : given.value;
      for (let draw = 0; draw < draws; draw++) values[draw * names.length + p] = value;
      return;
    }
    const stream = new Stream(seeds[p], `lever/${lever.id}/${name}`);
    for (let draw = 0; draw < draws; draw++) {
      const value = distributionQuantile(given, stream.uniform(draw, 0));
      // The tails of a normal range may leave what the number can mean; they are held at the border.
      values[draw * names.length + p] = Math.min(parameter.max, Math.max(parameter.min, value));
    }
  });
  return values;
}

function defaultOf(parameter: LeverParameter, id: string, name: string): number {
  invariant(parameter.default !== null, `lever ${id} has a value for ${name}`);
  return parameter.default;
}
