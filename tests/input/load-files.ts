import { curves } from "../../src/core/curves/index.ts";
import type { Checked } from "../../src/core/errors.ts";
import { type Loaded, type LoadRequest, loadAll } from "../../src/input/load.ts";
import { decodeSource } from "../../src/input/source-text.ts";

/** Loads a workspace from files that stand in memory. */
export function loadFiles(
  files: ReadonlyMap<string, Uint8Array>,
  more: Pick<LoadRequest, "only" | "guestFiles" | "migrations"> = {},
): Checked<Loaded> {
  return loadAll({
    workspaceFile: "covercast.yaml",
    read: (file) => {
      const bytes = files.get(file);
      const place = { file, line: 1, column: 1 };
      return bytes
        ? decodeSource(file, bytes)
        : {
            ok: false,
            diagnostics: [{ code: "file/not-found", severity: "error", message: "there is no such file", place }],
          };
    },
    scenarioFiles: [...files.keys()].filter((file) => /^scenarios\/[^/]+\.ya?ml$/.test(file)).sort(),
    suiteFiles: [...files.keys()].filter((file) => /^suites\/[^/]+\.ya?ml$/.test(file)).sort(),
    curveIds: curves.map(({ id }) => id),
    ...more,
  });
}
