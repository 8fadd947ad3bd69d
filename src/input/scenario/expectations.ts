import type { Expectation } from "../../core/domain.ts";
import type { Placed } from "../check-shape.ts";
import type { Problems } from "../problems.ts";
import type { ScenarioFile } from "../schema/scenario-shape.ts";
import { isMap, valueAtPath } from "../yaml-tree.ts";

/** The two kinds of expectation, by the keys that each must have. */
const kinds = [
  ["scheme", "year", "between"],
  ["goal", "probabilityAtLeast"],
] as const;

/** Checks that each expectation is of one of the two kinds; on raw values. */
export function checkExpectations(placed: Placed, problems: Problems): void {
  const items = valueAtPath(placed.value, ["expect"]);
  (Array.isArray(items) ? items : []).forEach((item, i) => {
    if (!isMap(item)) return;
    const [coverage, goal] = kinds.map((keys) => keys.filter((key) => Object.hasOwn(item, key)).length);
    if (!(coverage === 3 && goal === 0) && !(coverage === 0 && goal === 2))
      problems.error(
        "scenario/expectation",
        placed.valueAt(["expect", i]),
        `expect[${i}] is of neither kind of expectation`,
        {
          path: `expect[${i}]`,
          hint: "write {scheme, year, between: [42%, 47%]} or {goal, probabilityAtLeast: 20%}",
        },
      );
  });
}

/** Turns the expectations of a file into those of the domain. */
export function buildExpectations(file: ScenarioFile, placed: Placed, problems: Problems): Expectation[] {
  return (file.expect ?? []).map((item, i) => {
    const { scheme = null, year = null, between, goal = null, probabilityAtLeast = null, level = "error" } = item;
    if (between && (between.length !== 2 || between[0] > between[1]))
      problems.error(
        "scenario/expectation",
        placed.valueAt(["expect", i, "between"]),
        `expect[${i}].between is not two rising shares`,
        {
          path: `expect[${i}].between`,
          hint: "write between: [42%, 47%]",
        },
      );
    const ends = between ? ([between[0], between[1]] as const) : null;
    return { scheme, year, between: ends, goal, probabilityAtLeast, level, place: placed.valueAt(["expect", i]) };
  });
}
