import type { CurveDefinition } from "../core/domain.ts";
import { compileExpression } from "../core/numeric/expression.ts";
import type { Problems } from "./problems.ts";
import type { WorkspaceFile } from "./schema/workspace-shape.ts";
import type { YamlTree } from "./yaml-tree.ts";

type CurveFiles = NonNullable<WorkspaceFile["curves"]>;

/** Parameters of one curve at most: no history here tells more of them apart. */
const mostParameters = 8;

/** Turns the curves of a file into those of the domain. */
export function buildCurves(curves: CurveFiles): CurveDefinition[] {
  return Object.entries(curves).map(([id, { title, expression, gives = "share", parameters }]) => ({
    id,
    title,
    expression,
    gives,
    parameters: Object.entries(parameters).map(([name, { start, min, max, prior }]) => ({
      name,
      start,
      min,
      max,
      prior: prior ?? null,
    })),
  }));
}

/** Checks what the shape cannot: ids that are taken, formulas, starts outside their bounds. */
export function checkCurves(curves: CurveFiles, taken: readonly string[], tree: YamlTree, problems: Problems): void {
  for (const [id, { expression, parameters }] of Object.entries(curves)) {
    const path = `curves.${id}`;
    if (taken.includes(id))
      problems.error("workspace/curve-id", tree.keyAt(["curves", id]), `${id} is the id of a curve that comes along`, {
        path,
        hint: "give yours another id",
      });
    const names = Object.keys(parameters);
    if (names.length === 0 || names.length > mostParameters)
      problems.error(
        "workspace/curve-parameters",
        tree.valueAt(["curves", id, "parameters"]),
        `the curve has ${names.length} parameters, expected 1 to ${mostParameters}`,
        { path: `${path}.parameters`, hint: "a history of a dozen readings tells two or three apart" },
      );
    checkFormula(id, expression, names, tree, problems);
    for (const [name, { start, min, max, prior }] of Object.entries(parameters)) {
      const at = ["curves", id, "parameters", name];
      const refuse = (message: string, hint: string) =>
        problems.error("workspace/curve-parameter", tree.keyAt(at), message, { path: at.join("."), hint });
      if (name === "t") refuse("t is the time, not a parameter", "call the parameter something else");
      if (!(min < max)) refuse(`min is ${min} and max ${max}`, "let min be less than max");
      else if (start < min || start > max)
        refuse(`start is ${start}, expected ${min} to ${max}`, "begin within the bounds");
      if (prior && !(prior.sd > 0)) refuse(`prior.sd is ${prior.sd}, expected more than 0`, "say how sure you are");
    }
  }
}

function checkFormula(id: string, text: string, names: readonly string[], tree: YamlTree, problems: Problems): void {
  const place = tree.valueAt(["curves", id, "expression"]);
  const path = `curves.${id}.expression`;
  const refuse = (message: string, hint: string) =>
    problems.error("workspace/curve-formula", place, message, { path, hint });
  const compiled = compileExpression(text, names, ["t"]);
  if (!compiled.ok) {
    refuse(`the formula is refused: ${compiled.reason}`, "use the parameters, t, numbers, + - * / ^ and functions");
    return;
  }
  const idle = names.filter((name) => !compiled.expression.used.has(name));
  if (idle.length > 0) refuse(`the formula does not use ${idle.join(", ")}`, "use every parameter, or take it out");
}
