import { leverKinds } from "../../core/levers/index.ts";
import type { Placed } from "../check-shape.ts";
import { didYouMean } from "../nearest.ts";
import type { Problems } from "../problems.ts";
import { isMap, valueAtPath } from "../yaml-tree.ts";
import type { Totals } from "./check-lever.ts";
import type { Inheritance } from "./extend.ts";
import type { ScenarioTree } from "./scenario-tree.ts";

/** Schemes and bases that settings are keyed by must be there. */
export function checkSubjects(
  section: "trend" | "world",
  what: string,
  known: readonly string[],
  placed: Placed,
  problems: Problems,
): void {
  const map = valueAtPath(placed.value, [section]);
  for (const id of isMap(map) ? Object.keys(map).filter((key) => !known.includes(key)) : [])
    problems.error(
      `scenario/unknown-${what}`,
      placed.keyAt([section, id]),
      `${section}.${id}: there is no ${what} ${JSON.stringify(id)}`,
      { path: `${section}.${id}`, hint: didYouMean(id, known) },
    );
}

/** A total has no trend that could be changed. */
export function checkTotals(totals: Totals, placed: Placed, problems: Problems): void {
  for (const [id, parts] of totals)
    if (valueAtPath(placed.value, ["trend", id]) !== undefined)
      problems.error(
        "scenario/trend-of-total",
        placed.keyAt(["trend", id]),
        `${id} is the sum of ${parts.join(" and ")}; it has no trend of its own`,
        { path: `trend.${id}`, hint: "set the trend of the parts" },
      );
}

/** Takes out levers that change one which no parent has, telling of each; the same value if there is none. */
export function withoutOrphans(
  tree: ScenarioTree,
  { inherited }: Inheritance,
  placed: Placed,
  problems: Problems,
): Placed {
  const value = placed.value as Record<string, unknown>;
  const levers = isMap(value.levers) ? value.levers : {};
  const orphans = Object.keys(levers).filter((id) => isMap(levers[id]) && !Object.hasOwn(levers[id] as object, "kind"));
  if (orphans.length === 0) return placed;
  const known = [
    ...new Set([...inherited.values()].filter(({ path }) => path[0] === "levers").map(({ path }) => String(path[1]))),
  ].filter((id) => !orphans.includes(id));
  for (const id of orphans.filter((lever) => isMap(tree.root.levers) && Object.hasOwn(tree.root.levers, lever)))
    problems.error(
      "scenario/lever-without-kind",
      placed.keyAt(["levers", id]),
      `levers.${id} has no kind, and no scenario that this one extends has a lever ${id}`,
      {
        path: `levers.${id}`,
        hint:
          known.length > 0
            ? `${didYouMean(id, known)}; a new lever needs a kind: ${leverKinds.map((k) => k.id).join(", ")}`
            : `add kind: ${leverKinds.map((k) => k.id).join(" or ")}`,
      },
    );
  return {
    ...placed,
    value: { ...value, levers: Object.fromEntries(Object.entries(levers).filter(([id]) => !orphans.includes(id))) },
  };
}
