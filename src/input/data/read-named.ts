import type { Place } from "../../core/errors.ts";
import type { Problems } from "../problems.ts";
import type { SourceText } from "../source-text.ts";
import type { ReadFile } from "./read-data.ts";

/**
 * Reads a file that another file names, undefined with the problems told if it cannot be; one that is not there is told
 * at the name, since there is nothing else to look at.
 */
export function readNamed(
  read: ReadFile,
  path: string,
  key: string,
  place: Place,
  problems: Problems,
): SourceText | undefined {
  const checked = read(path);
  const missing = checked.ok ? undefined : checked.diagnostics.find(({ code }) => code.endsWith("/not-found"));
  if (missing === undefined) return problems.take(checked);
  problems.error("file/not-found", place, `there is no file ${path}`, {
    path: key,
    hint: "check the name, which is looked for from the folder of this file on",
  });
  return undefined;
}
