import type { Scenario } from "../../core/domain.ts";
import { leverKind } from "../../core/levers/index.ts";
import type { Placed } from "../check-shape.ts";
import { leverShape } from "../schema/lever-shape.ts";
import { toJsonSchema } from "../schema/shape.ts";
import { type Path, valueAtPath } from "../yaml-tree.ts";
import { words } from "./compare-scenarios.ts";

/** One key of an effective scenario that is no assumption of its own: words, a list, a part of a number. */
export interface ExplainedKey {
  readonly key: string;
  /** Null where the key is left out. */
  readonly value: string | null;
  readonly file: string;
  readonly line: number;
  readonly inherited: boolean;
  /** What the key means; null where no lever's key is asked for. */
  readonly meaning: string | null;
}

/**
 * Finds any key of an effective scenario: `title`, `levers.drive.note`, `levers.drive.ramp.over`, `expect[0]`, `drive.lag`.
 * A key that a lever may have and has not is told as left out, with what it means; null for all else.
 */
export function explainKey(scenario: Scenario, placed: Placed, asked: string): ExplainedKey | null {
  const steps = asked.split(/[.[\]]+/).filter((step) => step !== "");
  const path: Path = steps.map((step) => (/^\d{1,3}$/.test(step) ? Number(step) : step));
  for (const at of [path, ["levers", ...path]]) {
    const value = valueAtPath(placed.value, at);
    const lever = at[0] === "levers" && at.length === 3 ? scenario.levers.find(({ id }) => id === at[1]) : undefined;
    const meaning = lever ? meaningOf(lever.kind, String(at[2])) : null;
    if (value === undefined && meaning === null) continue;
    const { file, line } = placed.keyAt(value === undefined ? at.slice(0, 2) : at);
    const key = at.map((step, i) => (typeof step === "number" ? `[${step}]` : `${i > 0 ? "." : ""}${step}`)).join("");
    const told = value === undefined ? null : words(value);
    return { key, value: told, file, line, inherited: file !== scenario.file, meaning };
  }
  return null;
}

/** What a key of a lever means, and what holds where it is left out; null for a key that the kind does not have. */
function meaningOf(id: string, key: string): string | null {
  const kind = leverKind(id);
  if (!kind) return null;
  const names = { schemes: null, bases: null, curves: null, goals: null, sources: null };
  // The names of schemes and bases do not bear on what keys mean.
  const schema = toJsonSchema(leverShape(kind, names as never), {}) as { properties: Record<string, unknown> };
  const about = (Object.hasOwn(schema.properties, key) ? schema.properties[key] : null) as {
    description?: string;
    default?: unknown;
  } | null;
  if (!about?.description) return null;
  return `${about.description}${about.default === undefined ? "" : ` Left out: ${about.default}.`}`;
}
