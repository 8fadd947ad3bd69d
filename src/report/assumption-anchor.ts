import type { Projection } from "../core/domain.ts";
import { scenarioHref } from "./html/report-names.ts";
import type { Subject } from "./subject.ts";

/** Returns the element id of an assumption's row in the table of all; null where the scenario sets no such thing. */
export function assumptionAnchor({ input }: Projection, key: string): string | null {
  const i = input.scenario.assumptions.findIndex((a) => a.key === key);
  return i < 0 ? null : `a${i + 1}`;
}

/** Leads to that row: on the same page, or from the comparing report on the page of the scenario shown; null: nowhere. */
export function assumptionHref({ comparing, projection }: Subject, key: string): string | null {
  const anchor = assumptionAnchor(projection, key);
  return anchor && `${comparing ? scenarioHref(projection.input.scenario.id) : ""}#${anchor}`;
}
