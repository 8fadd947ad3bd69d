import { findCycle } from "../find-cycle.ts";
import { didYouMean } from "../nearest.ts";
import type { Problems } from "../problems.ts";
import { dotted, isMap, pathKey, type YamlTree } from "../yaml-tree.ts";
import type { ScenarioTree } from "./scenario-tree.ts";
import { type Setting, type Settings, settingsOf } from "./settings.ts";

/** What a scenario inherits. */
export interface Inheritance {
  /** What its parents set, merged; without its own settings. */
  readonly inherited: Settings;
  /** What holds for it: inherited settings, its own in their stead. */
  readonly effective: Settings;
  /** All that it extends, directly or not, each once, the farthest first. */
  readonly ancestors: readonly ScenarioTree[];
}

/** Where to tell what is wrong with a scenario. */
export type ProblemsOf = (scenario: ScenarioTree) => Problems;

/**
 * Works out what every scenario inherits; `byId` has those that can be extended.
 *
 * Parents are taken left to right. A parent that itself extends another comes before it. Where two parents that do not
 * extend each other set the same key to their own ends, neither wins: that is an error, unless the child sets the key.
 */
export function inheritAll(
  scenarios: readonly ScenarioTree[],
  byId: ReadonlyMap<string, ScenarioTree>,
  problemsOf: ProblemsOf,
): ReadonlyMap<ScenarioTree, Inheritance> {
  checkParents(scenarios, byId, problemsOf);
  const done = new Map<ScenarioTree, Inheritance>();
  const open = new Set<ScenarioTree>();
  const inherit = (scenario: ScenarioTree): Inheritance => {
    const known = done.get(scenario);
    if (known) return known;
    open.add(scenario);
    const parents = [...new Set(scenario.parents)].flatMap((id) => byId.get(id) ?? []).filter((p) => !open.has(p));
    const from = parents.map((parent) => [parent, inherit(parent)] as const);
    const own = settingsOf(scenario);
    const inherited = merge(
      scenario,
      own,
      from.map(([, { effective }]) => effective),
      (s) => done.get(s)?.ancestors ?? [],
      problemsOf(scenario),
    );
    const ancestors = [...new Set(from.flatMap(([parent, { ancestors: farther }]) => [...farther, parent]))];
    const result = { inherited, effective: new Map([...inherited, ...own]), ancestors };
    open.delete(scenario);
    done.set(scenario, result);
    return result;
  };
  for (const scenario of scenarios) inherit(scenario);
  return done;
}

function checkParents(
  scenarios: readonly ScenarioTree[],
  byId: ReadonlyMap<string, ScenarioTree>,
  problemsOf: ProblemsOf,
): void {
  const told = new Set<string>();
  for (const scenario of scenarios) {
    const { id, parents, tree } = scenario;
    const problems = problemsOf(scenario);
    const place = (parent: string) =>
      tree.valueAt(Array.isArray(extendsOf(tree)) ? ["extends", parents.indexOf(parent)] : ["extends"]);
    for (const parent of parents.filter((p) => !byId.has(p)))
      problems.error(
        "scenario/unknown-parent",
        place(parent),
        `extends names the scenario ${JSON.stringify(parent)}, which is not there`,
        {
          path: "extends",
          hint: didYouMean(
            parent,
            [...byId.keys()].filter((known) => known !== id),
          ),
        },
      );
    const cycle = id === null || byId.get(id) !== scenario ? null : findCycle(id, (s) => byId.get(s)?.parents ?? []);
    if (!cycle || told.has(id as string)) continue;
    for (const member of cycle) told.add(member);
    problems.error(
      "scenario/circular-extends",
      place(cycle[1]),
      cycle.length === 2
        ? `${cycle[0]} extends itself`
        : `scenarios extend each other in a circle: ${cycle.join(" → ")}`,
      {
        path: "extends",
        hint: cycle.length === 2 ? "name the scenario that it starts from" : "take one of them out of an extends",
      },
    );
  }
}

const extendsOf = ({ value }: YamlTree) => (isMap(value) ? value.extends : undefined);

/** How many keys of a conflict are listed. */
const listed = 4;

type AncestorsOf = (scenario: ScenarioTree) => readonly ScenarioTree[];

function merge(
  child: ScenarioTree,
  own: Settings,
  parents: readonly Settings[],
  ancestorsOf: AncestorsOf,
  problems: Problems,
): Settings {
  const merged = new Map<string, Setting>();
  /** What a setting has taken the place of. */
  const beneath = new Map<Setting, Setting>();
  const conflicts = new Map<string, { b: Setting; pairs: (readonly [Setting, Setting])[] }>();
  for (const parent of parents)
    for (const [key, b] of parent) {
      const a = merged.get(key);
      if (a === undefined || ancestorsOf(b.from).includes(a.from)) {
        if (a !== undefined) beneath.set(b, a);
        merged.set(key, b);
      } else if (a.from !== b.from && !ancestorsOf(a.from).includes(b.from) && !own.has(key)) {
        const group = pathKey([...b.path.slice(0, 2), a.from.tree.source.file, b.from.tree.source.file]);
        const conflict = conflicts.get(group) ?? { b, pairs: [] };
        conflicts.set(group, { ...conflict, pairs: [...conflict.pairs, [a, b]] });
      }
    }
  for (const { b, pairs } of conflicts.values()) {
    // What only the second set goes too, so that half a lever of each raises no further alarms.
    for (const [key, setting] of merged) {
      const { path, from } = setting;
      if (from !== b.from || path[0] !== b.path[0] || path[1] !== b.path[1]) continue;
      const under = beneath.get(setting);
      if (under) merged.set(key, under);
      else merged.delete(key);
    }
    const place = ({ from, path }: Setting) => {
      const { file, line } = from.tree.keyAt(path);
      return `${file}:${line}`;
    };
    const name = dotted(b.path.slice(0, 2));
    const keys = pairs.map(([, { path }]) => String(path[path.length - 1]));
    const told = pairs.slice(0, listed).map(([a, other], i) => `${keys[i]} in ${place(a)} and ${place(other)}`);
    const more = pairs.length > listed ? `, and ${pairs.length - listed} keys more` : "";
    problems.error(
      "scenario/conflict",
      child.tree.valueAt(["extends"]),
      `${name} is set by two parents: ${told.join(", ")}${more}`,
      {
        path: "extends",
        hint: keys.includes("kind")
          ? "give one of the levers another id, or set these keys here"
          : `set ${keys
              .slice(0, listed)
              .map((key) => `${name}.${key}`)
              .join(" and ")} here, or extend only one of the two`,
      },
    );
  }
  return merged;
}
