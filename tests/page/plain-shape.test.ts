import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { build } from "esbuild";
import * as fc from "fast-check";
import { afterAll, beforeAll, expect, test } from "vitest";
import { leanPage } from "../../scripts/page-bundle.mjs";
import { type ReadResult, readVariant } from "../../src/page/read-variant.ts";

const folder = mkdtempSync(join(tmpdir(), "covercast-plain-"));
let asInPage: typeof readVariant;

beforeAll(async () => {
  const outfile = join(folder, "read.mjs");
  await build({
    entryPoints: ["src/page/read-variant.ts"],
    outfile,
    bundle: true,
    format: "esm",
    platform: "neutral",
    mainFields: ["module", "main"],
    plugins: [leanPage()],
  });
  asInPage = (await import(pathToFileURL(outfile).href)).readVariant;
});
afterAll(() => rmSync(folder, { recursive: true }));

const scenarios = readdirSync("scenarios").filter((name) => name.endsWith(".yaml"));
const files = ["covercast.yaml", ...scenarios.map((name) => `scenarios/${name}`)].map((file) => ({
  file,
  text: readFileSync(file, "utf8"),
}));
const data = { goals: [], sources: [] };
const plain = (result: ReadResult) => JSON.parse(JSON.stringify(result));

test.each(scenarios)("%s is the same scenario in a page as on the command line", (name) => {
  const source = files.find(({ file }) => file === `scenarios/${name}`)!;
  const request = { source, files: files.filter((file) => file !== source), data };
  expect(plain(asInPage(request))).toEqual(plain(readVariant(request)));
});

/** Values that belong in few places, put where others stand. */
const strange = [
  "",
  "12",
  "-1",
  "[]",
  "[1, x]",
  "{}",
  "{a: 1}",
  "null",
  "true",
  "12%",
  "x",
  "2026-13-40",
  "1e999",
  "{low: 3, mode: 2, high: 1}",
];

test("a page finds the same faults at the same places", () => {
  const lines = files.flatMap(({ file, text }) =>
    file.startsWith("scenarios/")
      ? text.split("\n").flatMap((line, i) => (/^\s*[\w-]+:/.test(line) ? [{ file, i }] : []))
      : [],
  );
  fc.assert(
    fc.property(fc.constantFrom(...lines), fc.constantFrom(...strange), fc.boolean(), ({ file, i }, value, key) => {
      const { text } = files.find((one) => one.file === file)!;
      const changed = text
        .split("\n")
        .map((line, at) =>
          at !== i ? line : key ? line.replace(/^(\s*)([\w-]+):/, "$1$2x:") : line.replace(/:.*/, `: ${value}`),
        )
        .join("\n");
      const request = { source: { file, text: changed }, files: files.filter((one) => one.file !== file), data };
      expect(plain(asInPage(request))).toEqual(plain(readVariant(request)));
    }),
    { numRuns: 150 },
  );
});
