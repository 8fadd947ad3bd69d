import type { Place } from "../core/errors.ts";
import type { Problems } from "./problems.ts";
import { oddSpace } from "./yaml-errors.ts";
import { deepest, tooDeep } from "./yaml-excess.ts";
import { isAlias, isMap, isScalar, isSeq, type Node } from "./yaml-package.ts";
import { dotted, type Offsets, type Path, pathKey } from "./yaml-tree.ts";

/** Values that a file may expand to through aliases. */
const mostValues = 50_000;

/** Keys that mean something to JavaScript rather than to this program. */
const forbidden = new Set(["__proto__", "constructor", "prototype"]);

/** Where faults and places go. */
export interface Walk {
  readonly problems: Problems;
  readonly place: (offset: number) => Place;
  readonly offsets: Map<string, Offsets>;
}

/**
 * Turns nodes into plain values, noting where each stands.
 *
 * Aliases are expanded within a budget; what they expand to stands where the alias does. Keys are unique, plain text, and
 * none that means something to JavaScript.
 */
export function plainValues(root: Node | null, { problems, place, offsets }: Walk): unknown {
  let values = 0;
  const open = new Set<Node>();
  const anchors = new Map<string, Node>();

  const walk = (node: Node | null, path: Path, key: number, used: number | null): unknown => {
    const offset = used ?? node?.range?.[0] ?? key;
    offsets.set(pathKey(path), { key, value: offset });
    if (node === null) return null;
    if (++values === mostValues + 1) {
      problems.error(
        "yaml/too-many-values",
        place(offset),
        `aliases make this file expand to more than ${mostValues} values`,
        {
          hint: "write the values out; a scenario has a few hundred",
        },
      );
    }
    if (values > mostValues) return null;
    if (path.length > deepest) return refuse(tooDeep.code, offset, tooDeep.message, tooDeep.hint);
    if (isAlias(node)) {
      const target = anchors.get(node.source);
      if (target === undefined)
        return refuse(
          "yaml/unknown-alias",
          offset,
          `*${node.source} refers to an anchor that is not there`,
          `put text that begins with * in quotes; to repeat a value, write &${node.source} before it`,
        );
      if (open.has(target))
        return refuse(
          "yaml/circular-alias",
          offset,
          `*${node.source} stands within the value that it repeats`,
          "write the value out",
        );
      return walk(target, path, key, offset);
    }
    if ("anchor" in node && typeof node.anchor === "string") anchors.set(node.anchor, node);
    if (isScalar(node)) return scalar(node.value, offset);
    open.add(node);
    const result = isSeq(node)
      ? node.items.map((item, i) =>
          walk(item as Node | null, [...path, i], (item as Node | null)?.range?.[0] ?? offset, used),
        )
      : isMap(node)
        ? map(node.items as { key: Node | null; value: Node | null }[], path, offset, used)
        : null;
    open.delete(node);
    return result;
  };

  const map = (
    items: readonly { key: Node | null; value: Node | null }[],
    path: Path,
    offset: number,
    used: number | null,
  ) => {
    const result: Record<string, unknown> = {};
    for (const item of items) {
      const at = used ?? item.key?.range?.[0] ?? offset;
      if (!isScalar(item.key) || item.key.value === null || typeof item.key.value === "object") {
        refuse("yaml/key", at, "a key must be plain text", "write  name: value");
        continue;
      }
      const name = String(item.key.value);
      if (/^[\u00a0\u1680\u2000-\u200b\u202f\u3000\ufeff]/.test(name)) {
        refuse("yaml/odd-space", at, oddSpace.message, oddSpace.hint);
        continue;
      }
      if (name === "<<") {
        refuse(
          "yaml/merge-key",
          at,
          "YAML 1.2 has no merge key <<",
          "write the keys out; scenarios take over whole levers from others by extends",
        );
        continue;
      }
      if (forbidden.has(name))
        refuse(
          "yaml/forbidden-key",
          at,
          `${dotted([...path, name])} is not a key that any file may have`,
          `take the line out`,
        );
      else if (Object.hasOwn(result, name)) {
        const { line } = place(offsets.get(pathKey([...path, name]))?.key ?? at);
        refuse(
          "yaml/duplicate-key",
          at,
          `${dotted([...path, name])} is set twice, first in line ${line}`,
          /^\d+\s*(%|pp|M|k|y|mo)?$/.test(name) ? "a decimal has a point: 10.5%, not 10,5%" : "keep one of them",
        );
      } else result[name] = walk(item.value, [...path, name], at, used);
    }
    return result;
  };

  const scalar = (value: unknown, offset: number): unknown => {
    if (value === null || ["string", "number", "boolean"].includes(typeof value)) return value;
    return refuse("yaml/value", offset, "this kind of value is not understood", "write text, a number, true or false");
  };

  const refuse = (code: string, offset: number, message: string, hint: string): null => {
    problems.error(code, place(offset), message, { hint });
    return null;
  };

  return walk(root, [], 0, null);
}
