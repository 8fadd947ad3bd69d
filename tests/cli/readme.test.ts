import { cpSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { commandLine, temporaryFolder } from "./command-line.ts";

test("the scenario that the README shows runs beside the shipped ones", async () => {
  const country = temporaryFolder();
  for (const part of ["covercast.yaml", "data", "scenarios"]) cpSync(part, join(country, part), { recursive: true });
  const [, indent = "", example = ""] = /^( +)(schema: 1\n(?:\1.*\n)+)/m.exec(readFileSync("README.md", "utf8")) ?? [];
  const text = example.replaceAll(`\n${indent}`, "\n");
  const id = /^id: (.+)$/m.exec(text)?.[1] ?? "";
  writeFileSync(join(country, "scenarios", `${id}.yaml`), text);
  const { code, stdout } = await commandLine(country, "run", id, "--draws", "200", "--format", "csv");
  expect(code).toBe(0);
  expect(stdout).toContain(/^title: (.+)$/m.exec(text)?.[1]);
});
