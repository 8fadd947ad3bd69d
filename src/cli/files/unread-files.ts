import { resolve } from "node:path";
import type { Diagnostic } from "../../core/errors.ts";
import { listFiles } from "./io.ts";

/**
 * Tells of files that somebody probably takes to be read: `drive.yaml.txt`, as some editors save it, or `drive.YAML`.
 * Hidden files and backups are nobody's scenarios.
 */
export function unreadFiles(root: string, folders: readonly string[]): Diagnostic[] {
  return folders.flatMap((folder) =>
    listFiles(resolve(root, folder), "")
      .filter((name) => /^[^.].*\.ya?ml(\.txt)?$/i.test(name) && !/\.ya?ml$/.test(name))
      .map((name): Diagnostic => {
        const file = `${folder}/${name}`;
        return {
          code: "file/not-read",
          severity: "warning",
          message: `${file} is not read: its name does not end in .yaml`,
          place: { file, line: 1, column: 1 },
          hint: `call it ${name.replace(/\.ya?ml(\.txt)?$/i, ".yaml")}`,
        };
      }),
  );
}
