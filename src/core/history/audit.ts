import type { Finding } from "../domain.ts";
import { baseJump } from "./audit/base-jump.ts";
import { goals } from "./audit/goals.ts";
import { identity } from "./audit/identity.ts";
import { jump } from "./audit/jump.ts";
import { measureMismatch } from "./audit/measure-mismatch.ts";
import { mixedMonths } from "./audit/mixed-months.ts";
import { parts } from "./audit/parts.ts";
import { printedAhead } from "./audit/printed-ahead.ts";
import { rivalFigures } from "./audit/rival-figures.ts";
import type { AuditRule } from "./audit/rule.ts";
import { sources } from "./audit/sources.ts";
import { unusedPins } from "./audit/unused-pins.ts";
import { type BuildRequest, build } from "./build-history.ts";
import { leftOut } from "./left-out.ts";

/** Every rule; a new one is a file of its own and a line here. */
const rules: readonly AuditRule[] = [
  identity,
  parts,
  baseJump,
  rivalFigures,
  printedAhead,
  ({ workspace, built }) => leftOut(workspace, built),
  goals,
  unusedPins,
  sources,
  measureMismatch,
  mixedMonths,
  jump,
];

const severities: readonly Finding["severity"][] = ["error", "warning", "note"];

/**
 * Audits published figures by rule: what contradicts itself, what is doubtful and what a reader must know, gravest
 * first. It includes the findings of `buildHistories` on the same request. Errors are for the caller to refuse.
 */
export function audit(request: BuildRequest): Finding[] {
  const context = { workspace: request.workspace, data: request.data, built: build(request) };
  return rules
    .flatMap((rule) => rule(context))
    .sort((a, b) => severities.indexOf(a.severity) - severities.indexOf(b.severity));
}
