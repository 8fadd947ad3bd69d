import type { Analysis, Projection, Run } from "../../core/domain.ts";
import type { FitCache } from "../../core/prepare.ts";
import type { DrawingMemory } from "../../report/html/drawing.ts";
import { RecentMap } from "./recent-map.ts";

type Forgetting<M> = M extends Map<string, infer V> ? RecentMap<V> : never;

/** What the reference alone tells of the past and the running year. */
export type Past = Pick<Run, "backtest" | "nowcasts">;

/** Work that a run leaves for the next one. Keys are all that a piece depends on, so that nothing in it changes a figure. */
export interface KeptWork {
  readonly fits: Forgetting<FitCache>;
  readonly paths: RecentMap<unknown>;
  /** Projections, with what they asked of `paths`. */
  readonly projections: RecentMap<{ readonly result: Projection; readonly keys: readonly string[] }>;
  /** What explains projections, likewise. */
  readonly analyses: RecentMap<{ readonly result: Analysis; readonly keys: readonly string[] }>;
  readonly past: RecentMap<Past>;
  readonly drawings: {
    readonly [Part in keyof DrawingMemory]: Forgetting<DrawingMemory[Part]>;
  };
  /** Texts as they were packed for pages. */
  readonly packed: RecentMap<string>;
}

/** Starts with nothing kept. */
export function keptWork(): KeptWork {
  return {
    fits: new RecentMap(),
    paths: new RecentMap(),
    projections: new RecentMap(),
    analyses: new RecentMap(),
    past: new RecentMap(),
    drawings: { compiled: new RecentMap(), views: new RecentMap(), stills: new RecentMap() },
    packed: new RecentMap(),
  };
}

/** Drops what the last runs had no use for, so that a long watch does not grow. */
export function forgetUnused(kept: KeptWork): void {
  const { drawings, ...others } = kept;
  for (const map of [...Object.values(others), ...Object.values(drawings)]) map.forget();
}
