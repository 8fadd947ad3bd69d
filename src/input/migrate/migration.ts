import type { Document } from "../yaml-package.ts";

/** A kind of file whose format has versions. */
export type FileKind = "workspace" | "scenario" | "suite";

/** One step from a version of a format to the next. */
export interface Migration {
  readonly file: FileKind;
  /** The version that it starts from; it leads to the next one. */
  readonly from: number;
  /** What changes and why, in one sentence for those who wrote the file. */
  readonly note: string;
  /** Changes the document in place; what it does not touch keeps its comments and its order. It must not throw. */
  change(document: Document): void;
}

/** The steps of this version of the program: none yet, since every format is still the first. */
export const migrations: readonly Migration[] = [];

/** Returns the version of a kind of file that this program writes and reads. */
export function currentFormat(file: FileKind, steps: readonly Migration[] = migrations): number {
  return steps.reduce((latest, step) => (step.file === file ? Math.max(latest, step.from + 1) : latest), 1);
}
