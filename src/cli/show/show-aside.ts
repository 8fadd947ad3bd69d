import type { Study } from "../study.ts";
import type { Terminal } from "./terminal.ts";

/** Remarks on the scenario files that are wrong and that nobody asked for: a line for each, with its first fault. */
export function showAside({ aside }: Pick<Study, "aside">, terminal: Terminal): void {
  const files = new Map<string, string[]>();
  for (const { place, message } of aside) {
    const file = place?.file ?? "";
    const where = place ? `${file}:${place.line}:${place.column}` : file;
    files.set(file, [...(files.get(file) ?? []), `${where}  ${message}`]);
  }
  if (files.size === 0) return;
  terminal.remark("Left aside, since nobody asked for them and they are wrong (covercast check shows all of it):");
  for (const [first, ...more] of files.values())
    terminal.remark(`  ${first}${more.length > 0 ? ` (and ${more.length} more)` : ""}`);
  terminal.remark("");
}
