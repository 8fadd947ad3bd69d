import type { Checked } from "../core/errors.ts";
import { decodeSource, type SourceText, tooLarge } from "../input/source-text.ts";
import { readInput } from "./io.ts";

/** A file as text, or what is wrong with it; size and fingerprint of its bytes, 0 and empty if it was not read. */
export interface ReadSource {
  readonly source: Checked<SourceText>;
  readonly sha256: string;
  readonly bytes: number;
}

/** Reads a file of a folder as text. */
export function readSource(root: string, file: string): ReadSource {
  const read = readInput(root, file, tooLarge);
  if (!read.ok) return { source: read, sha256: "", bytes: 0 };
  const { file: name, bytes, sha256 } = read.value;
  return { source: decodeSource(name, bytes), sha256, bytes: bytes.length };
}
