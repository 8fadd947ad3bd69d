import { basename, dirname, relative, resolve, sep } from "node:path";
import type { Diagnostic } from "../../core/errors.ts";
import { type Migrated, migrateText } from "../../input/migrate/migrate-text.ts";
import type { FileKind, Migration } from "../../input/migrate/migration.ts";
import { Refusal } from "../command.ts";
import { listFiles, workspaceFile, writeFiles } from "../files/io.ts";
import { readSource } from "../files/read-source.ts";
import { scenariosFolder, suitesFolder } from "../study.ts";

/** A file that is older than its format, before and after. */
export interface MigratedFile extends Migrated {
  readonly file: string;
  readonly before: string;
}

/**
 * Finds the files of a workspace that are older than their formats, and brings them up to date if `write` says so.
 *
 * `named` are paths from `cwd`; none: the workspace's own file, its scenarios and suites. Throws a Refusal that names
 * every file that cannot be read or is newer than this program; nothing is written then.
 */
export function migrateFiles(asked: {
  readonly root: string;
  readonly cwd: string;
  readonly named: readonly string[];
  readonly steps: readonly Migration[];
  readonly write: boolean;
}): { readonly read: number; readonly old: readonly MigratedFile[] } {
  const { root, cwd, named, steps, write } = asked;
  const files =
    named.length > 0
      ? named.map((path) => relative(root, resolve(cwd, path)).split(sep).join("/"))
      : [
          workspaceFile,
          ...[scenariosFolder, suitesFolder].flatMap((folder) =>
            listFiles(resolve(root, folder), ".yaml", ".yml").map((name) => `${folder}/${name}`),
          ),
        ];
  const problems: Diagnostic[] = [];
  const shown = new Map<string, string>();
  const old: MigratedFile[] = [];
  for (const file of files) {
    const read = readSource(root, file);
    shown.set(file, read.shown);
    const migrated = read.source.ok ? migrateText(read.source.value, kindOf(file), steps) : read.source;
    if (!migrated.ok) problems.push(...migrated.diagnostics);
    else if (read.source.ok && migrated.value.from < migrated.value.to)
      old.push({ ...migrated.value, file, before: read.source.value.text });
  }
  if (problems.length > 0) throw new Refusal(problems, shown);
  if (write) writeFiles(old.map(({ file, source }) => ({ path: resolve(root, file), content: source.text })));
  return { read: files.length, old };
}

/** Files go by their place: covercast.yaml, suites/, and scenarios everywhere else. */
function kindOf(file: string): FileKind {
  if (basename(file) === workspaceFile) return "workspace";
  return basename(dirname(file)) === suitesFolder ? "suite" : "scenario";
}
