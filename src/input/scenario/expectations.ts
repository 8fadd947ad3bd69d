import type { Expectation } from "../../core/domain.ts";
import type { Placed } from "../check-shape.ts";
import type { Problems } from "../problems.ts";
import type { ScenarioFile } from "../schema/scenario-shape.ts";
import { readTypedNumber } from "../typed-number.ts";
import { isMap, valueAtPath } from "../yaml-tree.ts";

/** The two kinds of expectation, by the keys that each must have. */
const kinds = [
  ["scheme", "year", "between"],
  ["goal", "probabilityAtLeast"],
] as const;

/** Checks that each expectation is of one of the two kinds, and that its ends rise; on raw values. */
export function checkExpectations(placed: Placed, problems: Problems): void {
  const items = valueAtPath(placed.value, ["expect"]);
  (Array.isArray(items) ? items : []).forEach((item, i) => {
    if (!isMap(item)) return;
    const path = `expect[${i}]`;
    const [coverage, goal] = kinds.map((keys) => keys.filter((key) => Object.hasOwn(item, key)));
    const [begun, whole] = coverage.length > 0 ? [coverage, kinds[0]] : [goal, kinds[1]];
    const missing = whole.filter((key) => !begun.includes(key as never));
    const both = coverage.length > 0 && goal.length > 0;
    if (both || missing.length > 0)
      problems.error(
        "scenario/expectation",
        placed.valueAt(["expect", i]),
        both
          ? `${path} mixes ${coverage[0]} of an expected coverage with ${goal[0]} of an expected chance`
          : begun.length === 0
            ? `${path} expects nothing`
            : `${path} has ${begun.join(" and ")}, but not ${missing.join(" and ")}`,
        { path, hint: "write {scheme, year, between: [42%, 47%]} or {goal, probabilityAtLeast: 20%}" },
      );
    const { between } = item;
    if (!Array.isArray(between)) return;
    const ends = between.map((end) => readTypedNumber("share", end, { min: 0, max: 1 }));
    const values = ends.flatMap((end) => ("value" in end ? [end.value] : []));
    if (values.length === between.length && between.length > 1 && (values.length !== 2 || values[0] > values[1]))
      problems.error(
        "scenario/expectation",
        placed.valueAt(["expect", i, "between"]),
        `${path}.between is not two rising shares`,
        {
          path: `${path}.between`,
          hint:
            values.length === 2 ? `write between: [${between[1]}, ${between[0]}]` : "write the least and the greatest",
        },
      );
  });
}

/** Turns the expectations of a file into those of the domain. */
export function buildExpectations(file: ScenarioFile, placed: Placed): Expectation[] {
  return (file.expect ?? []).map((item, i) => {
    const { scheme = null, year = null, between, goal = null, probabilityAtLeast = null, level = "error" } = item;
    const ends = between ? ([between[0], between[1]] as const) : null;
    return { scheme, year, between: ends, goal, probabilityAtLeast, level, place: placed.valueAt(["expect", i]) };
  });
}
