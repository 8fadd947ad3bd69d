import type { Diagnostic } from "../core/errors.ts";
import { frameDiagnostics } from "../input/frame.ts";
import { parseYaml } from "../input/yaml.ts";
import { isMap } from "../input/yaml-tree.ts";
import type { WorkspaceFile } from "../report/html/page-data.ts";
import type { Variant } from "./variant.ts";
import { variantOfTree } from "./variants.ts";

/** What is done with scenario files that a reader drops on the page or picks. */
export interface FileTaker {
  /** Ids of the scenarios that a file may extend, and the one that it extends if it names none. */
  readonly known: readonly string[];
  readonly reference: string;
  /** Finds what is wrong with a file, at its own lines. */
  faults(source: WorkspaceFile): Promise<readonly Diagnostic[]>;
  /** Takes a variant; hands back what is wrong with it, or null. */
  take(variant: Variant): Promise<readonly Diagnostic[] | null>;
  refused(problems: string): void;
  /** Tells that a file has more bytes than any scenario. */
  tooLarge(name: string, most: number): void;
}

/** Largest file looked at: a scenario has a few kilobytes. */
const largest = 512 * 1024;

/** Takes scenario files dropped anywhere on the page; returns what takes one that was picked. */
export function listenToFiles(taker: FileTaker): (file: File) => Promise<void> {
  const open = async (file: File) => {
    // Words of a name that is not a scenario's are shown as text alone, like everything that stands in the file.
    if (file.size > largest) return taker.tooLarge(file.name, largest);
    const text = await file.text();
    const parsed = parseYaml({ file: file.name, text });
    const refuse = (diagnostics: readonly Diagnostic[]) =>
      taker.refused(frameDiagnostics(diagnostics, new Map([[file.name, text]])));
    if (!parsed.ok) return refuse(parsed.diagnostics);
    const faults = await taker.faults({ file: file.name, text });
    if (faults.length > 0) return refuse(faults);
    if (!isMap(parsed.value.value)) return taker.refused(file.name);
    const diagnostics = await taker.take(variantOfTree(parsed.value.value, taker.known, taker.reference));
    if (diagnostics) refuse(diagnostics);
  };
  const carriesFiles = (event: DragEvent) => event.dataTransfer?.types.includes("Files") ?? false;
  addEventListener("dragover", (event) => {
    if (carriesFiles(event)) event.preventDefault();
  });
  addEventListener("drop", (event) => {
    const file = event.dataTransfer?.files[0];
    if (!file) return;
    event.preventDefault();
    void open(file);
  });
  return open;
}
