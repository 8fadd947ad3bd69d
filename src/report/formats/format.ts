import type { Run } from "../../core/domain.ts";
import type { PageAssets } from "../html/document.ts";
import type { DrawingMemory } from "../html/drawing.ts";

/** One file of a report. */
export interface Output {
  /** File name without folder. */
  readonly name: string;
  readonly text: string;
}

/** What a format needs beside the run. */
export interface FormatOptions extends PageAssets {
  /** Language of words and numbers; data formats keep plain numbers. */
  readonly locale: string;
  /** What drawings keep from one run to the next; absent: nothing. It changes no file. */
  readonly drawings?: DrawingMemory;
}

/** A way to write a run down: one file each, registered by one line in `index.ts`. */
export interface Format {
  /** What `--format` takes. */
  readonly id: string;
  readonly label: string;
  readonly extension: string;
  write(run: Run, options: FormatOptions): readonly Output[];
}
