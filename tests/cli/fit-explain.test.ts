import { resolve } from "node:path";
import { expect, test } from "vitest";
import { commandLine, temporaryFolder } from "./command-line.ts";

const cwd = temporaryFolder();
const words = ["fit", "ui", "--explain", "-w", resolve(".")];

test("fit --explain shows each reading, what foretold it and what the forecast would be without it", async () => {
  const { code, stdout } = await commandLine(cwd, ...words);
  expect(code).toBe(0);
  expect(stdout).toContain("Without it, 2035");
  expect(stdout).toMatch(/2025 +90\.86%/);
  expect(stdout).toContain("ceiling: stated as 94.5% ± 1.5");
  const { trends } = JSON.parse((await commandLine(cwd, ...words, "--json")).stdout);
  expect(trends).toHaveLength(1);
  expect(trends[0].readings.map(({ year }: { year: number }) => year)).toEqual(trends[0].years);
});
