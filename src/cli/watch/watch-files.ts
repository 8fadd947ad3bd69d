/** The only door to chokidar. */
import { relative, sep } from "node:path";
import { type FSWatcher, watch } from "chokidar";

/** Folders whose YAML files count, within a workspace. */
const yamlFolders = ["scenarios", "suites"];

/** What of a workspace is watched: whatever a run reads, and whatever it would read if it were there. */
export interface WatchedFiles {
  /** Names further files that were read, by their names within the workspace. */
  add(files: Iterable<string>): void;
  close(): Promise<void>;
}

/**
 * Watches the files of a workspace; `changed` gets the name of each that is written, renamed into place, added or deleted,
 * and of folders of theirs that come and go. Ready when the promise is fulfilled.
 */
export async function watchFiles(
  root: string,
  files: Iterable<string>,
  changed: (file: string) => void,
): Promise<WatchedFiles> {
  const known = new Set(files);
  const folders = new Set<string>(yamlFolders);
  const learn = (file: string) => {
    known.add(file);
    const parts = file.split("/");
    for (let n = 1; n < parts.length; n++) folders.add(parts.slice(0, n).join("/"));
  };
  for (const file of known) learn(file);
  const nameOf = (path: string) => relative(root, path).split(sep).join("/");
  const matters = (name: string) => known.has(name) || isYamlOfOurs(name);
  // Temporary files of editors, reports and the rest of the disk are never looked at.
  const ignored = (path: string) => {
    const name = nameOf(path);
    return name !== "" && !matters(name) && !folders.has(name);
  };
  const open = (usePolling: boolean): Promise<FSWatcher> =>
    new Promise((ready, fail) => {
      const watcher = watch(root, { ignored, ignoreInitial: true, ...(usePolling && { usePolling, interval: 200 }) });
      // Of the workspace itself there is no name; whether it is gone is found by the run.
      watcher.on("all", (_event, path) => changed(nameOf(path) || "."));
      watcher.on("ready", () => ready(watcher));
      watcher.on("error", (error) => {
        // Systems allow only so many watched files; looking again and again always works.
        const { code } = error as NodeJS.ErrnoException;
        if (!usePolling && (code === "ENOSPC" || code === "EMFILE"))
          void watcher.close().then(() => open(true).then(ready, fail));
        else fail(error);
      });
    });
  const watcher = await open(false);
  return {
    add(more) {
      const fresh = [...more].filter((file) => !known.has(file));
      for (const file of fresh) learn(file);
      if (fresh.length > 0) watcher.add(fresh.map((file) => `${root}${sep}${file.split("/").join(sep)}`));
    },
    close: () => watcher.close(),
  };
}

function isYamlOfOurs(name: string): boolean {
  const [folder, file, ...deeper] = name.split("/");
  return yamlFolders.includes(folder) && deeper.length === 0 && /^[^.].*\.ya?ml$/.test(file ?? "");
}
