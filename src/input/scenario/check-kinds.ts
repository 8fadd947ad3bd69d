import { leverKinds } from "../../core/levers/index.ts";
import type { Placed } from "../check-shape.ts";
import { didYouMean } from "../nearest.ts";
import type { Problems } from "../problems.ts";
import { isMap, pathKey } from "../yaml-tree.ts";
import type { Inheritance } from "./extend.ts";
import type { ScenarioTree } from "./scenario-tree.ts";

/** Keys of a lever that may hold any word, also one that is a kind's. */
const worded = new Set(["title", "note", "scheme", "base"]);

/**
 * Takes out the levers whose kind is not settled, telling of each; hands back the same value if there is none.
 *
 * These are changes of a lever that no parent has, and inherited levers to which the scenario gives another kind: their
 * other keys belong to nothing that they could be checked against.
 */
export function withoutUnsettledKinds(
  tree: ScenarioTree,
  inheritance: Inheritance,
  placed: Placed,
  problems: Problems,
): Placed {
  const value = placed.value as Record<string, unknown>;
  const levers = isMap(value.levers) ? value.levers : {};
  const own = isMap(tree.root.levers) ? tree.root.levers : {};
  const kinds = leverKinds.map(({ id }) => id);
  if (typeof own.kind === "string" && kinds.includes(own.kind)) {
    problems.error(
      "scenario/lever-without-id",
      placed.keyAt(["levers", "kind"]),
      "levers holds the keys of a lever where ids of levers belong",
      { path: "levers", hint: "write an id of your own above them, as  my-lever:  and indent them by two spaces more" },
    );
    return { ...placed, value: { ...value, levers: {} } };
  }
  // A kind under another key: told of, and then read as what it is, so that the rest of the lever is checked too.
  const mended = new Map<string, Record<string, unknown>>();
  const known = Object.keys(levers).filter((id) => inheritance.inherited.has(pathKey(["levers", id, "kind"])));
  const unsettled = Object.entries(levers).flatMap(([id, lever]) => {
    if (!isMap(lever)) return [];
    const error = (key: string, code: string, message: string, hint: string) =>
      problems.error(`scenario/${code}`, placed.keyAt(["levers", id, key]), message, { path: `levers.${id}`, hint });
    const before = inheritance.inherited.get(pathKey(["levers", id, "kind"]));
    if (lever.kind === undefined) {
      const slip = Object.entries(lever).find(([key, word]) => !worded.has(key) && kinds.some((kind) => kind === word));
      if (Object.hasOwn(own, id) && slip) {
        const [key, kind] = slip;
        const message = `levers.${id}.${key} is not a key that a lever may have`;
        error(key, "unknown-key", message, `write kind: ${String(kind)}`);
        const { [key]: _, ...rest } = lever;
        mended.set(id, { kind, ...rest });
        return [];
      }
      if (Object.hasOwn(own, id) && lever.enabled === false) {
        error(
          "",
          "unknown-lever",
          `levers.${id} is switched off, but no scenario that this one extends has a lever ${id}`,
          known.length > 0 ? didYouMean(id, known) : "take it out, or extend the scenario that has it",
        );
        return [id];
      }
      const guess = known.length > 0 ? `${didYouMean(id, known)}; a` : "a";
      if (Object.hasOwn(own, id))
        error(
          "",
          "lever-without-kind",
          `levers.${id} has no kind, and no scenario that this one extends has a lever ${id}`,
          `${guess} new lever needs a kind: ${kinds.join(", ")}`,
        );
      return [id];
    }
    if (before === undefined || before.value === lever.kind) return [];
    const { file, line } = before.from.tree.keyAt(before.path);
    error(
      "kind",
      "kind-changed",
      `levers.${id} is of kind ${String(before.value)} in ${file}:${line} and cannot become another`,
      "switch it off with enabled: false, and give the new lever an id of its own",
    );
    return [id];
  });
  if (unsettled.length === 0 && mended.size === 0) return placed;
  const settled = Object.entries(levers)
    .filter(([id]) => !unsettled.includes(id))
    .map(([id, lever]) => [id, mended.get(id) ?? lever]);
  return { ...placed, value: { ...value, levers: Object.fromEntries(settled) } };
}
