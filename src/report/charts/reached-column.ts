import type { Goal } from "../../core/domain.ts";
import { personsValue } from "../tables/table.ts";
import type { Row } from "./chart.ts";
import { percentOf } from "./percent-of.ts";

/** Names a value in a goal's measure with its unit: `median_pct` of a share, `median_people` of a count. */
export function reachedColumn(goal: Pick<Goal, "measure">, name: string, value: number): Row {
  return goal.measure === "coverage"
    ? { [`${name}_pct`]: percentOf(value) }
    : { [`${name}_people`]: personsValue(value) };
}
