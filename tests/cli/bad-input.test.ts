import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { expect, test } from "vitest";
import { badCases, badInput, filesOf } from "../input/bad-input.ts";
import { commandLine, filesBelow, temporaryFolder } from "./command-line.ts";

const root = temporaryFolder();

test.each(badCases)("%s: run prints exactly the expected words, ends with 1 and writes nothing", async (name) => {
  const workspace = join(root, name);
  const files = filesOf(name);
  for (const [file, bytes] of files) {
    mkdirSync(dirname(join(workspace, file)), { recursive: true });
    writeFileSync(join(workspace, file), bytes);
  }
  const { code, stdout, stderr } = await commandLine(workspace, "run");
  expect(stderr).toBe(readFileSync(join(badInput, `${name}.txt`), "utf8"));
  expect({ code, stdout }).toEqual({ code: 1, stdout: "" });
  expect(Object.keys(filesBelow(workspace)).sort()).toEqual([...files.keys()].sort());
});
