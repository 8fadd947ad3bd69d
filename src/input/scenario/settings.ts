import { isMap, type Path, pathKey } from "../yaml-tree.ts";
import type { ScenarioTree } from "./scenario-tree.ts";

/** One inheritable key, its value, and the file that set it. */
export interface Setting {
  /** `["levers", "drive", "compliance"]`; shorter where a file has something else than a map. */
  readonly path: Path;
  readonly value: unknown;
  readonly from: ScenarioTree;
}

/** Settings by `pathKey`, in the order in which they were first set. */
export type Settings = ReadonlyMap<string, Setting>;

/** The parts of a scenario that are inherited key by key; all others are a scenario's own. */
export const inheritedSections = ["world", "trend", "levers"] as const;

/** Lists the inheritable keys that one file sets: each key of each scheme, base and lever. */
export function settingsOf(from: ScenarioTree): Settings {
  const settings = new Map<string, Setting>();
  const walk = (value: unknown, path: Path) => {
    if (path.length < 3 && isMap(value) && Object.keys(value).length > 0)
      for (const [key, inner] of Object.entries(value)) walk(inner, [...path, key]);
    else settings.set(pathKey(path), { path, value, from });
  };
  for (const section of inheritedSections) if (Object.hasOwn(from.root, section)) walk(from.root[section], [section]);
  return settings;
}

/** Puts settings back together to maps of maps. */
export function assemble(settings: Iterable<Setting>): Record<string, unknown> {
  const root: Record<string, unknown> = {};
  for (const { path, value } of settings) {
    let at = root;
    for (const step of path.slice(0, -1)) {
      const inner = Object.hasOwn(at, step) ? at[step] : undefined;
      const map = isMap(inner) ? inner : {};
      at[step] = map;
      at = map;
    }
    const last = path[path.length - 1];
    // An empty map says that something is there; it takes nothing away from what a parent has set in it.
    const emptied = path.length < 3 && isMap(value) && isMap(at[last]) && Object.keys(value).length === 0;
    if (!emptied) at[last] = isMap(value) && path.length < 3 ? { ...value } : value;
  }
  return root;
}
