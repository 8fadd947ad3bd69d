import { resolve } from "node:path";
import { expect, test } from "vitest";
import type { Backtest } from "../../src/core/domain.ts";
import { commandLine, temporaryFolder } from "./command-line.ts";

const cwd = temporaryFolder();
const here = ["-w", resolve("."), "--draws", "300"];
const json = async (...words: string[]): Promise<Backtest> =>
  JSON.parse((await commandLine(cwd, "backtest", ...words, ...here, "--json")).stdout);

test("says in sentences and tables how good past forecasts were, and lists those of the newest figures", async () => {
  const { code, stdout } = await commandLine(cwd, "backtest", ...here);
  expect(code).toBe(0);
  expect(stdout).toMatch(/How good was this method before\?\nPut back to the ends of past years/);
  expect(stdout).toContain("Skill over");
  expect(stdout).toContain("Years ahead");
  const newest = stdout.slice(stdout.indexOf("What was foretold of 2025"));
  expect(newest).toMatch(/Social insurance +2023 .*45\.10%/);
  expect(newest).toMatch(/Unemployment insurance +2024 .*35\.07%/);
  expect(newest).toMatch(/Health insurance +2023 .*95\.16%/);
  expect((await commandLine(cwd, "backtest", ...here, "--locale", "vi")).stdout).toContain("Phương pháp này");
});

test("a replayed day makes forecasts from what had been published by it alone", async () => {
  const { kind, cuts, forecasts } = await json("--as-of", "2024-11-24");
  expect([kind, cuts]).toEqual(["vintage", ["2024-11-24"]]);
  expect(forecasts.length).toBeGreaterThan(4);
  expect(forecasts.every(({ origin, year }) => origin <= 2023 && year > origin)).toBe(true);
});

test("the same seed gives the same scores, and one scheme is judged as among all", async () => {
  const all = await json();
  expect(await json()).toEqual(all);
  const one = await json("hi");
  expect(one.byScheme).toEqual(all.byScheme.filter(({ scheme }) => scheme === "hi"));
  const vintage = await json("hi", "--vintage");
  expect(vintage.kind).toBe("vintage");
  expect(vintage.cuts.every((cut) => cut.endsWith("-03-31"))).toBe(true);
});

test("what is not there is refused by name", async () => {
  expect(await commandLine(cwd, "backtest", "hii", ...here)).toMatchObject({
    code: 2,
    stderr: expect.stringContaining("There is no scheme hii. Did you mean hi?"),
  });
  expect((await commandLine(cwd, "backtest", ...here, "--as-of", "2024-13-01")).code).toBe(2);
});
