import type { ProjectionInput } from "../domain.ts";

/** Far from any seed that a person writes down, and still a whole number. */
const ELSEWHERE = 2 ** 40;

/**
 * Returns the seed of a source of chance, by the name of its stream. A source that is drawn anew, or lies below one that
 * is (`lever/drive/takeUp` below `lever/drive`), has another seed than the run, and so other random numbers.
 */
export function streamSeed({ run, redrawn = [] }: Pick<ProjectionInput, "run" | "redrawn">, name: string): number {
  const anew = redrawn.some((source) => `${name}/`.startsWith(`${source}/`));
  return anew ? (run.seed + ELSEWHERE) % Number.MAX_SAFE_INTEGER : run.seed;
}
