import type { Expectation } from "../../core/domain.ts";
import type { Placed } from "../check-shape.ts";
import type { Problems } from "../problems.ts";
import type { ScenarioFile } from "../schema/scenario-shape.ts";

/** Turns the expectations of a file into those of the domain, telling the ones that are neither of the two kinds. */
export function buildExpectations(file: ScenarioFile, placed: Placed, problems: Problems): Expectation[] {
  return (file.expect ?? []).map((item, i) => {
    const { scheme = null, year = null, between, goal = null, probabilityAtLeast = null, level = "error" } = item;
    const place = placed.valueAt(["expect", i]);
    const path = `expect[${i}]`;
    const ofCoverage = [scheme, year, between].filter((v) => v !== null && v !== undefined).length;
    const ofGoal = [goal, probabilityAtLeast].filter((v) => v !== null).length;
    if (!(ofCoverage === 3 && ofGoal === 0) && !(ofCoverage === 0 && ofGoal === 2))
      problems.error("scenario/expectation", place, `${path} is neither of the two kinds of expectation`, {
        path,
        hint: "write {scheme, year, between: [42%, 47%]} or {goal, probabilityAtLeast: 20%}",
      });
    if (between && (between.length !== 2 || between[0] > between[1]))
      problems.error(
        "scenario/expectation",
        placed.valueAt(["expect", i, "between"]),
        `${path}.between is not two rising shares`,
        { path: `${path}.between`, hint: "write between: [42%, 47%]" },
      );
    return { scheme, year, between: between ? [between[0], between[1]] : null, goal, probabilityAtLeast, level, place };
  });
}
