import type { Problems } from "../problems.ts";
import { idPattern } from "../schema/shape.ts";
import type { SourceText } from "../source-text.ts";
import { parseYaml } from "../yaml.ts";
import { isMap, type YamlTree } from "../yaml-tree.ts";

/** One scenario file as parsed: enough to be merged with others, not yet checked. */
export interface ScenarioTree {
  /** Null where the file's id cannot be used. */
  readonly id: string | null;
  readonly parents: readonly string[];
  readonly tree: YamlTree;
  readonly root: Readonly<Record<string, unknown>>;
}

/** Parses a scenario file; undefined, with the problems told, if it holds no map. */
export function readScenarioTree(source: SourceText, problems: Problems): ScenarioTree | undefined {
  const tree = problems.take(parseYaml(source));
  if (!tree) return undefined;
  const root = tree.value;
  if (!isMap(root)) {
    problems.error("scenario/wrong-type", tree.valueAt([]), "the file is not a map of keys", {
      hint: "begin with  schema: 1",
    });
    return undefined;
  }
  const own = (key: string) => (Object.hasOwn(root, key) ? root[key] : undefined);
  const [id, parents] = [own("id"), own("extends")];
  return {
    id: typeof id === "string" && idPattern.test(id) ? id : null,
    parents: [parents].flat().filter((parent): parent is string => typeof parent === "string"),
    tree,
    root,
  };
}
