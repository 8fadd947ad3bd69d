import { readdirSync, statSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { commandLine, temporaryFolder } from "./command-line.ts";

const most = 1_000_000;

test("every page of the shipped workspace stays within a megabyte", { timeout: 300_000 }, async () => {
  const out = join(temporaryFolder(), "pages");
  // How many futures are simulated changes the figures on a page, not how many there are.
  const { code } = await commandLine(process.cwd(), "run", "--draws", "200", "--format", "html", "--out", out);
  expect(code).toBeLessThan(2);
  const sizes = readdirSync(out).map((name) => ({ name, bytes: statSync(join(out, name)).size }));
  expect(sizes.length).toBeGreaterThan(5);
  expect(sizes.filter(({ bytes }) => bytes > most)).toEqual([]);
});
