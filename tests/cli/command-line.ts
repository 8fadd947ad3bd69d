import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, relative } from "node:path";
import { afterAll } from "vitest";
import { main } from "../../src/cli/main.ts";
import { rememberingStreams } from "./streams.ts";

/** Makes a folder that is gone when the file's tests are. */
export function temporaryFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), "covercast-test-"));
  afterAll(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

/** Runs one command line in this process, standing in `cwd`. */
export async function commandLine(cwd: string, ...words: readonly string[]) {
  const { streams, written } = rememberingStreams();
  const code = await main(words, streams, cwd);
  return { code, ...written };
}

/** Reads every file below a folder, by path. */
export function filesBelow(folder: string): Record<string, string> {
  const entries = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  return Object.fromEntries(
    entries
      .map((entry) => join(entry.parentPath, entry.name))
      .sort()
      .map((path) => [relative(folder, path), readFileSync(path, "utf8")]),
  );
}
