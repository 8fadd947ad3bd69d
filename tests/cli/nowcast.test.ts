import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import { expect, test } from "vitest";
import type { NowcastScore, Nowcasts } from "../../src/core/domain.ts";
import { commandLine, temporaryFolder } from "./command-line.ts";

const cwd = temporaryFolder();
const here = ["-w", resolve(".")];
const nowcast = (...words: string[]) => commandLine(cwd, "nowcast", ...words, ...here);
const json = async (...words: string[]): Promise<Nowcasts> =>
  JSON.parse((await nowcast(...words, "--draws", "200", "--json")).stdout);

test("the running year is foretold from its latest reading, with where that comes from and its goal's chance", async () => {
  const { code, stdout } = await nowcast("hi", "--as-of", "2024-12-10");
  expect(code).toBe(0);
  expect(stdout).toContain("Where is the running year heading? (10 December 2024)");
  expect(stdout).toMatch(/Health insurance: 93\.9 million people on 31 October 2024 are 93\.6% of the base of 2024\./);
  expect(stdout).toMatch(/the end of 2024 comes to 9\d\.\d%: 9\d\.\d% to 9\d\.\d% with 80%/);
  expect(stdout).toMatch(/The goal of at least 94\.1% at that year end is met with a chance of \d+%/);
  expect(stdout).toMatch(/Health insurance +2024-10-31 +93,937,000 +actual +laodong1417491 +2024/);
  expect((await nowcast("hi", "--as-of", "2024-12-10", "--locale", "vi")).stdout).toContain("Năm nay đang đi về đâu?");
});

test("a day uses what had been published by it, and leaves the others' past to lend", async () => {
  const then = await json("--as-of", "2024-11-24");
  for (const { reading, year } of then.nowcasts) {
    expect(reading.published! <= "2024-11-24").toBe(true);
    expect([year, reading.date]).toEqual([2024, "2024-09-30"]);
  }
  expect(then.past.every(({ asOf }) => asOf <= "2024-11-24")).toBe(true);
  const one = await json("ui", "--as-of", "2024-11-24");
  expect(one.nowcasts).toEqual(then.nowcasts.filter(({ scheme }) => scheme === "ui"));
});

test("what cannot be told is said, and what is not there is refused by name", async () => {
  const { stdout } = await nowcast("--as-of", "2026-02-20", "--draws", "200");
  expect(stdout).toContain("No reading after the last year end has been published: the end of 2026");
  expect(await nowcast("hii")).toMatchObject({
    code: 2,
    stderr: expect.stringContaining("There is no scheme hii. Did you mean hi?"),
  });
});

test("the figures of the documentation are those of the program (scripts/past-docs.mjs writes them)", async () => {
  const { byMonthsToGo, all }: Nowcasts = JSON.parse((await nowcast("--json")).stdout);
  const row = (label: string, { nowcasts, mae, trend, seasonal, noChange }: NowcastScore) =>
    `| ${[label, nowcasts, ...[mae, trend, seasonal, noChange].map((value) => (100 * value).toFixed(2))].join(" | ")} |`;
  const page = readFileSync("docs/nowcast.md", "utf8");
  for (const { from, to, score } of byMonthsToGo) expect(page).toContain(row(`${from} to ${to}`, score));
  expect(page).toContain(row("all", all!));
  const ledger = readFileSync("docs/ledger.md", "utf8");
  const { stdout } = await commandLine(cwd, "score", ...here, "--locale", "en");
  expect(ledger).toContain(`\`\`\`text\n${stdout}\`\`\``);
});
