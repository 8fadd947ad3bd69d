import { existsSync, readdirSync, readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { loadFiles } from "./load-files.ts";

const workspaces = [".", "src/cli/template"];

test.each(workspaces)("the workspace shipped in %s loads without a single problem", (root) => {
  const paths = [
    "covercast.yaml",
    ...["data", "scenarios", "suites"]
      .filter((folder) => existsSync(`${root}/${folder}`))
      .flatMap((folder) => readdirSync(`${root}/${folder}`).map((name) => `${folder}/${name}`)),
  ];
  const checked = loadFiles(new Map(paths.map((path) => [path, new Uint8Array(readFileSync(`${root}/${path}`))])));
  expect(checked.diagnostics).toEqual([]);
});
