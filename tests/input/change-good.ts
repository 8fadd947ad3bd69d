import type { Diagnostic } from "../../src/core/errors.ts";
import type { Loaded } from "../../src/input/load.ts";
import { filesOf } from "./bad-input.ts";
import { loadFiles } from "./load-files.ts";

/** What to do with one file of the good workspace: new text, a change of its text, or null to take it away. */
export type Change = string | ((text: string) => string) | null;

/** Loads the good workspace with some of its files changed. */
function loadChanged(changes: Readonly<Record<string, Change>>) {
  const files = new Map(filesOf("good"));
  for (const [file, change] of Object.entries(changes)) {
    const text = Buffer.from(files.get(file) ?? []).toString();
    if (change === null) files.delete(file);
    else files.set(file, new TextEncoder().encode(typeof change === "string" ? change : change(text)));
  }
  return loadFiles(files);
}

/** Loads it and hands out what was read; throws what is wrong with it. */
export function readChanged(changes: Readonly<Record<string, Change>>): Loaded {
  const checked = loadChanged(changes);
  if (!checked.ok) throw new Error(checked.diagnostics.map(brief).join("\n"));
  return checked.value;
}

/** Loads it and tells the problems in brief: `covercast.yaml:4 workspace/unknown-key`. */
export function problemsOf(changes: Readonly<Record<string, Change>>): string[] {
  return loadChanged(changes).diagnostics.map(brief);
}

function brief({ code, place }: Diagnostic): string {
  return `${place?.file}:${place?.line} ${code}`;
}
