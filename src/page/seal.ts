import type { Projection } from "../core/domain.ts";
import type { Seal } from "../report/subject.ts";

/** Two figures this close, absolutely below 1 and relatively above, count as equal. */
export const tolerance = 1e-9;

/** Holds what a page has computed against what came with it: every summary, every judgement of a goal, every share. */
export function compareProjections(own: Projection, printed: Projection): Seal {
  const found = { figures: 0, by: 0 };
  for (const part of ["summary", "assessments", "attributions"] as const) compare(own[part], printed[part], found);
  return found.by <= tolerance
    ? { state: "equal", figures: found.figures, tolerance }
    : { state: "differs", by: found.by };
}

function compare(own: unknown, printed: unknown, found: { figures: number; by: number }): void {
  if (typeof own === "number" && typeof printed === "number") {
    found.figures++;
    found.by = Math.max(found.by, Math.abs(own - printed) / Math.max(1, Math.abs(printed)));
  } else if (typeof own === "object" && own !== null && typeof printed === "object" && printed !== null) {
    const keys = new Set([...Object.keys(own), ...Object.keys(printed)]);
    for (const key of keys) compare(own[key as never], printed[key as never], found);
  } else if (own !== printed) found.by = Number.POSITIVE_INFINITY;
}
