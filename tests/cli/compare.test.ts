import { cpSync, existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, describe, expect, test } from "vitest";
import type { Comparison } from "../../src/core/domain.ts";
import { commandLine, filesBelow, temporaryFolder } from "./command-line.ts";

const root = temporaryFolder();
const country = join(root, "country");
const compare = (...words: string[]) => commandLine(country, "compare", ...words, "--draws", "500");

beforeAll(() => {
  cpSync("src/cli/template", country, { recursive: true });
});

describe("compare", () => {
  test("puts a scenario beside the reference: tables, a sentence, one page that runs no script", async () => {
    const { code, stdout } = await compare("registration-drive");
    expect(code).toBe(0);
    expect(stdout).toMatch(/Difference, points/);
    expect(stdout).toMatch(/lifts .+ by [\d.]+ points by the end of \d{4}, or [\d.,]+( million)? people, against “.+”/);
    expect(stdout).toMatch(/Met only with it/);
    const page = join(country, "reports/compare-baseline-registration-drive.html");
    expect(existsSync(page)).toBe(true);
    const text = readFileSync(page, "utf8");
    expect(text).not.toContain("<script");
    expect(text).not.toMatch(/NaN|undefined|\{\w+\}<\/p>/);
    expect(text).toContain("<svg");
    expect(stdout).not.toMatch(/NaN|undefined/);
  });

  test("gives a program every difference, and writes nothing then", async () => {
    const before = Object.keys(filesBelow(country));
    const { stdout } = await compare("baseline", "registration-drive", "--json");
    const { reference, comparisons } = JSON.parse(stdout) as { reference: string; comparisons: Comparison[] };
    expect(reference).toBe("baseline");
    expect(comparisons).toHaveLength(1);
    const [{ schemes, goals, scenario, years }] = comparisons;
    expect(scenario).toBe("registration-drive");
    expect(schemes[0].coverage[1]).toHaveLength(years.length);
    for (const { probability, other, difference, gained, lost } of goals) {
      expect(probability - other).toBeCloseTo(difference, 12);
      expect(gained - lost).toBeCloseTo(difference, 12);
    }
    expect(Object.keys(filesBelow(country))).toEqual(before);
  });

  test("turns round with --against", async () => {
    const { stdout } = await compare("baseline", "--against", "registration-drive", "--json");
    const { comparisons } = JSON.parse(stdout) as { comparisons: Comparison[] };
    const there = JSON.parse((await compare("registration-drive", "--json")).stdout) as { comparisons: Comparison[] };
    const [back, forth] = [comparisons[0].schemes[0].coverage, there.comparisons[0].schemes[0].coverage];
    expect(back[1].at(-1)).toBeCloseTo(-forth[1].at(-1)!, 12);
    expect(back[0].at(-1)).toBeCloseTo(-forth[2].at(-1)!, 12);
  });

  test("speaks Vietnamese", async () => {
    const { stdout } = await compare("registration-drive", "--locale", "vi");
    expect(stdout).toContain("so với");
    expect(stdout).toContain("điểm phần trăm");
  });

  test.each([
    [["baseline"], "baseline cannot be compared with itself"],
    [["baseline", "baseline"], "baseline cannot be compared with itself"],
    [["registration-drvie"], "There is no scenario registration-drvie"],
  ])("refuses %j and says what to do", async (words, told) => {
    const { code, stderr } = await compare(...words);
    expect(code).toBe(2);
    expect(stderr).toContain(told);
  });
});
