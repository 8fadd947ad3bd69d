import type { Assumption, Scenario } from "../../core/domain.ts";
import type { ExplainedKey } from "../../input/scenario/explain-key.ts";
import { layOutTable } from "./table.ts";
import type { Terminal } from "./terminal.ts";

/** Parts of the table, in the order in which they are shown. */
const parts: readonly (readonly [Assumption["group"], string])[] = [
  ["world", "What nobody decides: the world, drawn anew in every simulated future"],
  ["decision", "What somebody decides: set, though what it brings may be uncertain"],
  ["trend", "How the trend is read from the past"],
];

/**
 * Prints what a scenario assumes: what nobody decides apart from what somebody does. What differs from the reference is
 * bold; each value has the line that sets it.
 */
export function showAssumptions(
  scenario: Scenario,
  shown: readonly Assumption[],
  reference: string,
  { paint, print, width }: Terminal,
): void {
  print(paint.bold(`${scenario.title.en} (${scenario.id}, ${scenario.file})`));
  print(scenario.question.en);
  if (shown.length === 0) {
    print("");
    print("It sets nothing of its own: the trends and the workspace's settings alone.");
  }
  for (const [group, title] of parts) {
    const rows = shown
      .filter((a) => a.group === group)
      .map((a) => [
        a.differs ? paint.bold(a.key) : a.key,
        isHeld(a) ? `${a.value} (held fixed)` : a.value,
        a.differs ? (a.reference ?? "not there") : "the same",
        `${a.file}:${a.line}${a.inherited ? " (inherited)" : ""}`,
      ]);
    if (rows.length === 0) continue;
    print("");
    print(paint.bold(title));
    print(layOutTable(["Key", "Value", `In ${reference}`, "Set by"], rows, [], width));
  }
}

/** Prints one key that is no assumption of its own, such as a title, a note or a part of a ramp. */
export function showKey(
  scenario: Scenario,
  { key, value, file, line, inherited, meaning }: ExplainedKey,
  { paint, print }: Terminal,
): void {
  print(paint.bold(`${scenario.title.en} (${scenario.id}, ${scenario.file})`));
  print("");
  print(`${paint.bold(key)}: ${value ?? "left out"}`);
  if (meaning !== null) print(`  ${meaning}`);
  print(`  ${value === null ? "It would stand under" : "Set by"} ${file}:${line}${inherited ? " (inherited)" : ""}`);
}

/** A number of the world that is certain: a what-if. */
function isHeld({ group, key, drawn }: Assumption): boolean {
  return group === "world" && !drawn && /^world\.|\.exitRate$/.test(key);
}
