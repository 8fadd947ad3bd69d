import { findCycle } from "./find-cycle.ts";
import type { Problems } from "./problems.ts";
import { isMap, type YamlTree } from "./yaml-tree.ts";

/** Schemes of one workspace; a country has a dozen. */
const mostSchemes = 200;

/** Checks how schemes hang together; on raw values, so that it speaks even where other things are wrong. */
export function checkSchemes(tree: YamlTree, problems: Problems): void {
  const schemes = isMap(tree.value) && isMap(tree.value.schemes) ? tree.value.schemes : {};
  if (Object.keys(schemes).length > mostSchemes) {
    problems.error(
      "workspace/too-many-schemes",
      tree.keyAt(["schemes"]),
      `there are more than ${mostSchemes} schemes`,
      {
        path: "schemes",
        hint: "split the workspace",
      },
    );
    return;
  }
  const texts = (value: unknown) => (Array.isArray(value) ? value : [value]).filter((v) => typeof v === "string");
  const link = (id: string, key: "sumOf" | "within"): string[] => {
    const scheme = Object.hasOwn(schemes, id) ? schemes[id] : null;
    return isMap(scheme) ? texts(scheme[key]) : [];
  };
  for (const id of Object.keys(schemes)) {
    const error = (key: string, code: string, message: string, hint: string) =>
      problems.error(`workspace/${code}`, tree.valueAt(["schemes", id, key]), message, {
        path: `schemes.${id}.${key}`,
        hint,
      });
    const parts = link(id, "sumOf");
    const cycle = findCycle(id, (scheme) => [...link(scheme, "sumOf"), ...link(scheme, "within")]);
    if (cycle)
      error(
        parts.length > 0 ? "sumOf" : "within",
        "circular-schemes",
        `schemes depend on each other in a circle: ${cycle.join(" → ")}`,
        "take one of the links out",
      );
    if (parts.length > 0 && link(id, "within").length > 0)
      error(
        "within",
        "total-within",
        `${id} is a total and lies within another scheme`,
        "a total is the sum of its parts; put the parts within",
      );
    const base = (scheme: string) =>
      isMap(schemes[scheme]) ? (schemes[scheme] as Record<string, unknown>).base : undefined;
    for (const part of parts.filter((p) => Object.hasOwn(schemes, p) && base(p) !== base(id)))
      error(
        "sumOf",
        "bases-differ",
        `${id} and its part ${part} have different bases`,
        "the parts of a total share its base",
      );
    for (const part of parts.filter((p, i) => parts.indexOf(p) !== i))
      error("sumOf", "duplicate-part", `${part} is a part of ${id} twice`, "name each part once");
    if (parts.length > 0 && isMap(schemes[id]) && (schemes[id] as Record<string, unknown>).trend !== undefined)
      error(
        "trend",
        "trend-of-total",
        `${id} is the sum of ${parts.join(" and ")}; it has no trend of its own`,
        "set the trend of the parts",
      );
  }
}
