import { spawnSync } from "node:child_process";
import { cpSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { pathToFileURL } from "node:url";
import { expect, test } from "vitest";
import { commandLine, temporaryFolder } from "./command-line.ts";

const root = temporaryFolder();
const built = resolve("dist/cli.js");
const run = (
  words: readonly string[],
  options: { cwd?: string; env?: Record<string, string>; program?: string } = {},
) =>
  spawnSync(process.execPath, [options.program ?? built, ...words], {
    encoding: "utf8",
    cwd: options.cwd ?? root,
    env: { ...process.env, ...options.env },
    maxBuffer: 1 << 26,
  });

test("the overview that the build keeps is the one that the command line makes", async () => {
  expect(run(["--help"]).stdout).toBe((await commandLine(root, "--help")).stdout);
});

test("a new workspace is made and run by the built program", () => {
  expect(run(["init", "country"]).status).toBe(0);
  const { status, stdout } = run(["run", "--draws", "300"], { cwd: join(root, "country") });
  expect(status).toBe(0);
  expect(stdout).toContain("Exampleland");
  expect(readFileSync(join(root, "country/reports/index.html"), "utf8")).toContain("<!doctype html>");
});

test("a reader that leaves early is no error", () => {
  const line = `"${process.execPath}" "${built}" run --json -w "${resolve(".")}" --draws 300 | head -c 10`;
  const { stdout, stderr, status } = spawnSync("bash", ["-c", `set -o pipefail; ${line}`], { encoding: "utf8" });
  expect({ stdout, status, bug: stderr.includes("broke on something") }).toEqual({
    stdout: '{"schema":',
    status: 0,
    bug: false,
  });
});

test("a fault of ours ends with 70, says so and shows no stack unless asked", () => {
  const broken = join(root, "broken");
  mkdirSync(broken);
  cpSync(resolve("dist"), join(broken, "dist"), { recursive: true });
  writeFileSync(join(broken, "package.json"), "{}");
  rmSync(join(broken, "dist/page.js"));
  const program = join(broken, "dist/cli.js");
  const words = ["run", "-w", resolve("."), "--draws", "100", "--out", join(root, "nowhere")];
  const { status, stderr } = run(words, { program });
  expect(status).toBe(70);
  expect(stderr).toContain("The fault is ours, not yours");
  expect(stderr).toContain("Reporting a bug");
  expect(stderr).not.toMatch(/^ +at /m);
  expect(run(words, { program, env: { COVERCAST_DEBUG: "1" } }).stderr).toMatch(/^ +at /m);
});

test("open prints the path of the report where no browser can be started", () => {
  const { status, stdout } = run(["open"], { cwd: join(root, "country"), env: { PATH: root } });
  expect(status).toBe(0);
  expect(stdout.trim()).toMatch(/country[\\/]reports[\\/]index\.html$/);
});

test("completion prints a script, and completes commands", () => {
  expect(run(["completion"]).stdout).toContain("complete -o bashdefault");
  const { stdout } = run(["--get-yargs-completions", "covercast", "c"]);
  expect(stdout.split("\n")).toContain("check");
});

test("the library projects what the command line projects", async () => {
  const { projections } = JSON.parse(run(["run", "--json", "--draws", "300"], { cwd: join(root, "country") }).stdout);
  const { project } = await import(pathToFileURL(resolve("dist/index.js")).href);
  // What a run explains beside its projections is the command line's to ask for.
  for (const { analysis: _, ...projection } of projections)
    expect(JSON.parse(JSON.stringify(project(projection.input)))).toEqual(projection);
});
