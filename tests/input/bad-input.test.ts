import { readdirSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { frameDiagnostics } from "../../src/input/frame.ts";
import { badCases, badInput, filesOf } from "./bad-input.ts";
import { loadFiles } from "./load-files.ts";

test("the workspace that the wrong files are laid over has no fault", () => {
  expect(loadFiles(filesOf("good")).diagnostics).toEqual([]);
});

describe("a wrong file is refused with exactly these words", () => {
  test.each(badCases)("%s", async (name) => {
    const files = filesOf(name);
    const checked = loadFiles(files);
    expect(checked.ok).toBe(false);
    const sources = new Map([...files].map(([file, bytes]) => [file, Buffer.from(bytes.subarray(0, 1e6)).toString()]));
    await expect(`${frameDiagnostics(checked.diagnostics, sources)}\n`).toMatchFileSnapshot(
      join(badInput, `${name}.txt`),
    );
  });
});

test("every expected text belongs to a case", () => {
  const texts = readdirSync(badInput).flatMap((name) => /^(.*)\.txt$/.exec(name)?.[1] ?? []);
  expect(texts.sort()).toEqual(badCases);
});
