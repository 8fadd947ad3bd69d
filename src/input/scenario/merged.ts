import type { Placed } from "../check-shape.ts";
import { type Path, pathKey, placeWithin, writtenNumber } from "../yaml-tree.ts";
import type { Inheritance } from "./extend.ts";
import type { ScenarioTree } from "./scenario-tree.ts";
import { assemble, inheritedSections, type Setting } from "./settings.ts";

/** Puts a scenario's own keys and its effective settings into one value whose parts know their files. */
export function mergeScenario(scenario: ScenarioTree, { effective }: Inheritance): Placed {
  const own = Object.entries(scenario.root).filter(([key]) => !(inheritedSections as readonly string[]).includes(key));
  const settingAt = (path: Path): Setting | undefined => {
    for (let length = Math.min(3, path.length); length > 0; length--) {
      const setting = effective.get(pathKey(path.slice(0, length)));
      if (setting) return setting;
    }
    return undefined;
  };
  /** The file that a place is in: that of the setting, else the scenario's own if it speaks of this, else any. */
  const treeAt = (path: Path) => {
    const setting = settingAt(path);
    if (setting) return setting.from.tree;
    const under = [...effective.values()].filter((s) => path.every((step, i) => s.path[i] === step));
    return (under.find((s) => s.from === scenario) ?? under[0])?.from.tree ?? scenario.tree;
  };
  return {
    value: { ...Object.fromEntries(own), ...assemble(effective.values()) },
    valueAt: (path) => treeAt(path).valueAt(path),
    keyAt: (path) => treeAt(path).keyAt(path),
    within: (path, offset) => placeWithin(treeAt(path), path, offset),
    written: (path) => writtenNumber(treeAt(path), path),
  };
}
