import { leverKinds } from "../../core/levers/index.ts";
import { numberDefinitions } from "./numbers.ts";
import { scenarioFileShape } from "./scenario-shape.ts";
import { toJsonSchema } from "./shape.ts";
import { suiteShape } from "./suite-shape.ts";
import { wordDefinitions } from "./words.ts";
import { workspaceShape } from "./workspace-shape.ts";

/**
 * Writes the JSON Schemas of all files that a user writes, for editors: `workspace`, `scenario` and `suite`.
 *
 * They say which keys there are and how numbers are written; what only the whole workspace can tell (ids, limits of
 * single numbers) is checked when files are read.
 */
export function jsonSchemas(): Readonly<Record<"workspace" | "scenario" | "suite", object>> {
  const nothing = { schemes: null, bases: null, curves: null, goals: null, sources: null };
  const definitions = { ...wordDefinitions, ...numberDefinitions };
  return {
    workspace: toJsonSchema(workspaceShape(nothing), definitions),
    scenario: toJsonSchema(scenarioFileShape(nothing, leverKinds), definitions),
    suite: toJsonSchema(suiteShape({ scenarios: null, goals: null }, null), wordDefinitions),
  };
}
