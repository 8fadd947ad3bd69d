import type { Checked } from "../core/errors.ts";
import { Problems } from "./problems.ts";
import type { SourceText } from "./source-text.ts";
import { parseYaml } from "./yaml.ts";
import type { YamlTree } from "./yaml-tree.ts";

/**
 * Parses a JSON file into plain values with positions.
 *
 * JSON is YAML too, so the YAML parser knows the positions; it is asked only once something is wrong, since it takes a
 * hundred times as long as the engine's own parser.
 */
export function parseJson(source: SourceText): Checked<YamlTree> {
  let value: unknown;
  try {
    value = JSON.parse(source.text);
  } catch {
    return refuse(source);
  }
  let tree: YamlTree | null = null;
  const place = (which: "valueAt" | "keyAt"): YamlTree["valueAt"] => {
    return (path) => {
      if (tree === null) {
        const parsed = parseYaml(source);
        tree = parsed.ok ? parsed.value : nowhere(source);
      }
      return tree[which](path);
    };
  };
  return { ok: true, value: { source, value, valueAt: place("valueAt"), keyAt: place("keyAt") }, diagnostics: [] };
}

/** Says why text is not JSON, as far as the YAML parser sees it; what it lets pass breaks a rule of JSON alone. */
function refuse(source: SourceText): Checked<YamlTree> {
  const problems = new Problems();
  problems.take(parseYaml(source));
  // Where it stops being JSON differs between engines, so the place is the file as a whole.
  if (!problems.failed)
    problems.error("json/syntax", { file: source.file, line: 1, column: 1 }, "the file is not JSON", {
      hint: "use double quotes, no comments, and no comma before a closing bracket",
    });
  return problems.close(() => nowhere(source));
}

/** Stands for every part of a file by its first line, where the positions cannot be had. */
function nowhere(source: SourceText): YamlTree {
  const top = () => ({ file: source.file, line: 1, column: 1 });
  return { source, value: null, valueAt: top, keyAt: top };
}
