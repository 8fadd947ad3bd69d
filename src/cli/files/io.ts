import { createHash } from "node:crypto";
import {
  closeSync,
  existsSync,
  fstatSync,
  fsyncSync,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  readSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { dirname, join, relative, resolve, sep } from "node:path";
import { fileURLToPath } from "node:url";
import { sync as writeFileAtomic } from "write-file-atomic";
import { type Checked, CovercastError, type Diagnostic } from "../../core/errors.ts";

/** One file as it stands on disk. */
export interface FileBytes {
  /** Relative to the workspace, with `/`. */
  readonly file: string;
  readonly bytes: Uint8Array;
  readonly sha256: string;
}

/** The file that makes a folder a workspace. */
export const workspaceFile = "covercast.yaml";

/** Finds the nearest folder from `start` upwards that holds a covercast.yaml; null if there is none. */
export function findWorkspace(start: string): string | null {
  for (let folder = resolve(start); ; folder = dirname(folder)) {
    if (existsSync(join(folder, workspaceFile))) return folder;
    if (folder === dirname(folder)) return null;
  }
}

/**
 * Reads a file of the workspace. `refuse` is asked with its size first, so that a huge one costs nothing.
 *
 * What cannot be read is told by name: `io/not-found`, `io/not-a-file`, `io/unreadable`, and whatever `refuse` says.
 */
export function readInput(
  root: string,
  file: string,
  refuse: (file: string, bytes: number) => Diagnostic | null,
): Checked<FileBytes> {
  const name = relative(root, resolve(root, file)).split(sep).join("/");
  let handle: number;
  try {
    handle = openSync(resolve(root, file), "r");
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    return code === "ENOENT" || code === "ENOTDIR"
      ? refused("io/not-found", name, "there is no such file", "check the name, or the line that names it")
      : refused("io/unreadable", name, `the file cannot be opened (${code})`, "check that you may read it");
  }
  try {
    const status = fstatSync(handle);
    if (!status.isFile()) return refused("io/not-a-file", name, "this is no plain file", "name the file that is meant");
    const problem = refuse(name, status.size);
    if (problem) return { ok: false, diagnostics: [problem] };
    const bytes = readFileSync(handle);
    const sha256 = createHash("sha256").update(bytes).digest("hex");
    return { ok: true, value: { file: name, bytes, sha256 }, diagnostics: [] };
  } finally {
    closeSync(handle);
  }
}

function refused(code: string, file: string, message: string, hint: string): Checked<never> {
  const place = { file, line: 1, column: 1 };
  return { ok: false, diagnostics: [{ code, severity: "error", message, place, hint }] };
}

/** Lists the files of a folder with one of the given endings, sorted by name; none if the folder is not there. */
export function listFiles(folder: string, ...endings: readonly string[]): string[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isFile() && endings.some((ending) => entry.name.endsWith(ending)))
    .map((entry) => entry.name)
    .sort();
}

/** Lists the files below a folder with one of the given endings, as paths in order; none if it is not there or may not be read. */
export function listTree(folder: string, ...endings: readonly string[]): string[] {
  try {
    return readdirSync(folder, { withFileTypes: true, recursive: true })
      .filter((entry) => entry.isFile() && endings.some((ending) => entry.name.endsWith(ending)))
      .map((entry) => join(entry.parentPath, entry.name))
      .sort();
  } catch {
    return [];
  }
}

/** Lists the folders of a folder, sorted by name; none if the folder is not there. */
export function listFolders(folder: string): string[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map((entry) => entry.name)
    .sort();
}

/** Reads a file of our own making; null where it is not there or cannot be read, so that it is made anew. */
export function readOwn(path: string): Uint8Array | null {
  try {
    return readFileSync(path);
  } catch {
    return null;
  }
}

/** Takes a folder of our own making away with all that is in it. */
export function removeFolder(path: string): void {
  rmSync(path, { recursive: true, force: true });
}

/** Tells whether a path exists. */
export function exists(path: string): boolean {
  return existsSync(path);
}

/** Tells when a file was last written, in milliseconds. */
export function modifiedAt(path: string): number {
  return statSync(path).mtimeMs;
}

/** One file to write: its path and what goes into it. */
export interface NewFile {
  readonly path: string;
  readonly content: string | Uint8Array;
}

/**
 * Writes files so that no reader ever sees half of one: each goes beside its place and is then renamed.
 *
 * All content is made before this is called. If one cannot be written, those that this call has newly made are taken
 * away again, and a CovercastError `io/unwritable` names the one.
 */
export function writeFiles(files: readonly NewFile[]): void {
  const made: string[] = [];
  for (const { path, content } of files) {
    try {
      mkdirSync(dirname(path), { recursive: true });
      const fresh = !existsSync(path);
      writeFileAtomic(path, typeof content === "string" ? content : Buffer.from(content));
      if (fresh) made.push(path);
    } catch (error) {
      for (const written of made) rmSync(written, { force: true });
      const { code } = error as NodeJS.ErrnoException;
      if (code === undefined) throw error;
      const message = `the file cannot be written (${code})`;
      const hint = "choose another folder with --out, or free the space";
      throw new CovercastError([
        { code: "io/unwritable", severity: "error", message, place: { file: path, line: 1, column: 1 }, hint },
      ]);
    }
  }
}

/** Reads a file that was built with the program: `page.js`, or a template's. */
export function readAsset(name: string): string {
  return readFileSync(assetPath(name), "utf8");
}

/** Lists the files of a built folder, each relative to it, with `/`. */
export function listAssets(folder: string): string[] {
  return readdirSync(assetPath(folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => relative(assetPath(folder), join(entry.parentPath, entry.name)).split(sep).join("/"))
    .sort();
}

/** Finds a built file: dist/ stands beside the package.json that this code belongs to, whether it runs from dist/ or from src/. */
export function assetPath(name: string): string {
  let folder = dirname(fileURLToPath(import.meta.url));
  while (!existsSync(join(folder, "package.json"))) folder = dirname(folder);
  return join(folder, "dist", name);
}

/** Bytes read at a time. */
const PIECE = 1 << 18;
/** Bytes of a table that is streamed, at most. */
const LARGEST_STREAM = 1 << 30;

/** Reads a file piece by piece, for tables too large to be held as text; refuses like `readInput`. */
export function* readPieces(path: string, name: string): Generator<Uint8Array> {
  const refuse = (refusal: Checked<never>) => new CovercastError(refusal.diagnostics);
  let handle: number;
  try {
    handle = openSync(path, "r");
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === "ENOENT" || code === "ENOTDIR")
      throw refuse(refused("io/not-found", name, "there is no such file", "check the name"));
    throw refuse(refused("io/unreadable", name, `the file cannot be opened (${code})`, "check that you may read it"));
  }
  try {
    if (fstatSync(handle).isDirectory())
      throw refuse(refused("io/not-a-file", name, "this is no plain file", "name the file that is meant"));
    let total = 0;
    for (;;) {
      const piece = new Uint8Array(PIECE);
      const got = readSync(handle, piece);
      if (got === 0) return;
      total += got;
      // Counted as it is read, since a pipe does not tell its size.
      if (total > LARGEST_STREAM)
        throw refuse(refused("file/too-large", name, "the file has more than 1 GB", "split it by series"));
      yield piece.subarray(0, got);
    }
  } finally {
    closeSync(handle);
  }
}

/** A file that is written bit by bit and stands in its place only when it is whole. */
export interface GrowingFile {
  write(content: string | Uint8Array): void;
  /** Puts the file in its place. */
  finish(): void;
  /** Takes away what was written. */
  discard(): void;
}

/** Opens a file beside its place; a CovercastError `io/unwritable` tells that it cannot be written. */
export function growFile(path: string, name: string): GrowingFile {
  const beside = `${path}.${process.pid}.part`;
  const tell = <T>(act: () => T): T => {
    try {
      return act();
    } catch (error) {
      const { code } = error as NodeJS.ErrnoException;
      if (code === undefined) throw error;
      const hint = "choose another file with --out, or free the space";
      throw new CovercastError(
        refused("io/unwritable", name, `the file cannot be written (${code})`, hint).diagnostics,
      );
    }
  };
  const handle = tell(() => {
    mkdirSync(dirname(path), { recursive: true });
    return openSync(beside, "w");
  });
  let open = true;
  const close = () => {
    if (open) closeSync(handle);
    open = false;
  };
  return {
    write: (content) => void tell(() => writeFileSync(handle, content)),
    finish: () =>
      tell(() => {
        fsyncSync(handle);
        close();
        renameSync(beside, path);
      }),
    discard: () => {
      close();
      rmSync(beside, { force: true });
    },
  };
}
