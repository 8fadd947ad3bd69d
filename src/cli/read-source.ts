import { CovercastError } from "../core/errors.ts";
import { decodeSource, type SourceText } from "../input/source-text.ts";
import { readInput } from "./io.ts";

/** Reads a file as text, or throws what is wrong with it. */
export function readSource(root: string, file: string): SourceText {
  const { file: name, bytes } = readInput(root, file);
  const source = decodeSource(name, bytes);
  if (!source.ok) throw new CovercastError(source.diagnostics);
  return source.value;
}
