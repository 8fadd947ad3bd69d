import type { Assumption, Scenario } from "../core/domain.ts";
import { layOutTable } from "./table.ts";
import type { Terminal } from "./terminal.ts";

/** Prints what a scenario assumes, what differs from the reference in bold, each with the line that sets it. */
export function showAssumptions(
  scenario: Scenario,
  shown: readonly Assumption[],
  reference: string,
  { paint, print, width }: Terminal,
): void {
  print(paint.bold(`${scenario.title.en} (${scenario.id}, ${scenario.file})`));
  print(scenario.question.en);
  print("");
  if (shown.length === 0) {
    print("It sets nothing of its own: the trends and the workspace's settings alone.");
    return;
  }
  const rows = shown.map((a) => [
    a.differs ? paint.bold(a.key) : a.key,
    a.value,
    a.differs ? (a.reference ?? "not there") : "the same",
    `${a.file}:${a.line}${a.inherited ? " (inherited)" : ""}`,
  ]);
  print(layOutTable(["Key", "Value", `In ${reference}`, "Set by"], rows, [], width));
}
