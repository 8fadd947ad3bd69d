import type { Placed } from "../check-shape.ts";
import { didYouMean } from "../nearest.ts";
import type { Problems } from "../problems.ts";
import { isMap, valueAtPath } from "../yaml-tree.ts";
import type { Totals } from "./check-lever.ts";

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

/** A window of history ends after it begins; on raw values, so that it speaks even where other things are wrong. */
export function checkWindows(placed: Placed, problems: Problems): void {
  const trends = valueAtPath(placed.value, ["trend"]);
  for (const id of Object.keys(isMap(trends) ? trends : {})) {
    const [from, to] = ["from", "to"].map((key) => valueAtPath(trends, [id, "window", key]));
    if (typeof from === "number" && typeof to === "number" && from > to)
      problems.error("scenario/window", placed.valueAt(["trend", id, "window"]), "the window ends before it begins", {
        path: `trend.${id}.window`,
        hint: `write the earlier year first: {from: ${to}, to: ${from}}`,
      });
  }
}
