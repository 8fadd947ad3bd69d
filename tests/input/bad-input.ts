import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join, sep } from "node:path";
import { fileURLToPath } from "node:url";

/** Where the wrong files stand. */
export const badInput = fileURLToPath(new URL("../bad-input", import.meta.url));

/** Cases whose files are too large, or not text, to be kept: their files by path. */
const generated: Readonly<Record<string, () => Readonly<Record<string, Uint8Array>>>> = {
  "binary-file": () => ({ "data/observations.csv": Uint8Array.from([80, 75, 3, 4, 0, 0, 8, 0, 255, 254]) }),
  "file-of-50-mb": () => ({ "data/observations.csv": new Uint8Array(50 * 1024 * 1024).fill(49) }),
  "yaml-of-2-mb": () => ({ "scenarios/drive.yaml": new Uint8Array(2 * 1024 * 1024).fill(35) }),
  "not-utf-8": () => ({
    "data/sources.csv": Buffer.from("id,title,publisher,published,url\nyearbook,B\u00e9b\u00e9,,,\n", "latin1"),
  }),
  "utf-16": () => ({ "data/goals.csv": Buffer.from("\ufeffid,scheme,year\n", "utf16le") }),
  "windows-1258": () => ({
    "data/sources.csv": Buffer.from("id,title,publisher,published,url\nyearbook,Ni\u00ean gi\u00e1m,,,\n", "latin1"),
  }),
  "deep-yaml": () => ({
    "scenarios/drive.yaml": Buffer.from(`schema: 1\nlevers: ${"[".repeat(100_000)}`),
    "scenarios/law.yaml": Buffer.from(`schema: 1\nlevers:\n  ${"- ".repeat(100_000)}x`),
  }),
  "endless-quote": () => ({ "data/events.csv": Buffer.from(`date,scheme\n"${"x".repeat(200_000)}`) }),
};

/** Every case of a wrong workspace, by name. */
export const badCases: readonly string[] = [
  ...readdirSync(badInput, { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && entry.name !== "good")
    .map(({ name }) => name),
  ...Object.keys(generated),
].sort();

/** Returns the bytes of all files of a case, by path from the workspace: the good ones, and over them its own. */
export function filesOf(name: string): ReadonlyMap<string, Uint8Array> {
  const own = Object.hasOwn(generated, name) ? Object.entries(generated[name]()) : [...folder(name)];
  return new Map([...folder("good"), ...own]);
}

function folder(name: string): ReadonlyMap<string, Uint8Array> {
  const root = join(badInput, name);
  if (!existsSync(root)) return new Map();
  const files = readdirSync(root, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  return new Map(
    files.map((entry) => {
      const path = join(entry.parentPath, entry.name);
      return [
        path
          .slice(root.length + 1)
          .split(sep)
          .join("/"),
        new Uint8Array(readFileSync(path)),
      ];
    }),
  );
}
