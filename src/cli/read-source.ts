import type { Checked } from "../core/errors.ts";
import { decodeSource, type SourceText, tooLarge } from "../input/source-text.ts";
import { type FileBytes, readInput } from "./io.ts";

/** Reads a file as text; `seen` is told of every file that could be read. */
export function readSource(root: string, file: string, seen?: (file: FileBytes) => void): Checked<SourceText> {
  const read = readInput(root, file, tooLarge);
  if (!read.ok) return read;
  seen?.(read.value);
  return decodeSource(read.value.file, read.value.bytes);
}
