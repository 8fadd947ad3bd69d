import type { Checked } from "../../core/errors.ts";
import { decodeSource, type SourceText, tooLarge } from "../../input/source-text.ts";
import { readInput } from "./io.ts";

/** A file as text, or what is wrong with it. */
export interface ReadSource {
  readonly source: Checked<SourceText>;
  /** What can be shown of it: signs that are no text stand as `\ufffd`. Empty if it was not read, as is the rest. */
  readonly shown: string;
  readonly sha256: string;
  readonly bytes: number;
}

/** Reads a file of a folder as text. */
export function readSource(root: string, file: string): ReadSource {
  const read = readInput(root, file, tooLarge);
  if (!read.ok) return { source: read, shown: "", sha256: "", bytes: 0 };
  const { file: name, bytes, sha256 } = read.value;
  const shown = new TextDecoder().decode(bytes);
  return { source: decodeSource(name, bytes), shown, sha256, bytes: bytes.length };
}
