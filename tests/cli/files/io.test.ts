import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, truncateSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";
import { findWorkspace, listFiles, readInput, writeFiles } from "../../../src/cli/files/io.ts";
import { readSource } from "../../../src/cli/files/read-source.ts";
import { CovercastError, type Diagnostic } from "../../../src/core/errors.ts";

const root = mkdtempSync(join(tmpdir(), "covercast-io-"));
afterAll(() => rmSync(root, { recursive: true }));

const refusal = (act: () => unknown) => {
  try {
    act();
  } catch (error) {
    if (error instanceof CovercastError) return error.diagnostics[0];
    throw error;
  }
  throw new Error("nothing was refused");
};

test("the workspace is found from any folder in it, and not from outside", () => {
  mkdirSync(join(root, "w", "a", "b"), { recursive: true });
  writeFileSync(join(root, "w", "covercast.yaml"), "schema: 1\n");
  expect(findWorkspace(join(root, "w", "a", "b"))).toBe(join(root, "w"));
  expect(findWorkspace(root)).toBeNull();
});

const read = (file: string, refuse = (_file: string, _bytes: number): Diagnostic | null => null) =>
  readInput(root, file, refuse);

test("a file is read with its SHA-256", () => {
  writeFileSync(join(root, "abc.txt"), "abc");
  const result = read("abc.txt");
  // FIPS 180-2, appendix B.1.
  const sha256 = "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad";
  expect(result).toMatchObject({ ok: true, value: { file: "abc.txt", sha256 } });
  expect(result.ok && Buffer.from(result.value.bytes).toString()).toBe("abc");
});

test("a missing file and a folder are refused by name", () => {
  const place = { file: "none.csv", line: 1, column: 1 };
  expect(read("none.csv")).toMatchObject({ ok: false, diagnostics: [{ code: "io/not-found", place }] });
  expect(read("w")).toMatchObject({ ok: false, diagnostics: [{ code: "io/not-a-file" }] });
});

test("a file is weighed before it is read", () => {
  writeFileSync(join(root, "huge.csv"), "");
  truncateSync(join(root, "huge.csv"), 2 ** 40);
  const { source } = readSource(root, "huge.csv");
  expect(source).toMatchObject({ ok: false, diagnostics: [{ code: "file/too-large", place: { file: "huge.csv" } }] });
});

test("files are written whole, into folders that are made, and nothing is left beside them", () => {
  const out = join(root, "out");
  writeFiles([
    { path: join(out, "a.txt"), content: "a" },
    { path: join(out, "deep", "b.bin"), content: new Uint8Array([1, 2]) },
  ]);
  expect(readFileSync(join(out, "a.txt"), "utf8")).toBe("a");
  expect(readdirSync(join(out, "deep"))).toEqual(["b.bin"]);
  expect(readdirSync(out).sort()).toEqual(["a.txt", "deep"]);
});

test("if one file cannot be written, those made before it are taken away and the one is named", () => {
  const out = join(root, "half");
  mkdirSync(join(out, "b.txt"), { recursive: true });
  const refused = refusal(() =>
    writeFiles([
      { path: join(out, "a.txt"), content: "a" },
      { path: join(out, "b.txt"), content: "b" },
    ]),
  );
  expect(refused).toMatchObject({ code: "io/unwritable", place: { file: join(out, "b.txt") } });
  expect(readdirSync(out)).toEqual(["b.txt"]);
});

test("a folder lists its files by ending and name, and a missing one lists none", () => {
  expect(listFiles(root, ".txt", ".csv")).toEqual(["abc.txt", "huge.csv"]);
  expect(listFiles(join(root, "nowhere"), ".txt")).toEqual([]);
});
