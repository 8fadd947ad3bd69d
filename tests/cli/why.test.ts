import { cpSync, existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, describe, expect, test } from "vitest";
import type { Analysis } from "../../src/core/domain.ts";
import { commandLine, temporaryFolder } from "./command-line.ts";

const root = temporaryFolder();
const country = join(root, "country");
const why = (...words: string[]) => commandLine(country, "why", ...words);

beforeAll(() => cpSync("src/cli/template", country, { recursive: true }));

describe("why", () => {
  test("explains a scenario in sentences and tables", async () => {
    const { code, stdout } = await why("registration-drive");
    expect(code).toBe(0);
    for (const part of ["what each measure adds", "where the uncertainty comes from", "which assumptions matter"])
      expect(stdout).toContain(part);
    expect(stdout).toContain("the readings it rests on");
    expect(stdout).toMatch(/Of what can be learned|What would help/);
    expect(stdout).not.toMatch(/undefined|NaN|\{\w+\}/);
  });

  test("hands programs the same as JSON, with Sobol' indices where they are asked for", async () => {
    const { code, stdout } = await why("registration-drive", "--sobol", "--json", "--draws", "500");
    expect(code).toBe(0);
    const found = JSON.parse(stdout) as Analysis & { scenario: string; attributions: unknown[] };
    expect(found.scenario).toBe("registration-drive");
    expect(found.attributions.length).toBeGreaterThan(0);
    for (const { parts } of found.spread) expect(parts.reduce((sum, { share }) => sum + share, 0)).toBeCloseTo(1, 9);
    for (const { factors, of } of found.sobol ?? []) {
      expect(["value", "met"]).toContain(of);
      expect(factors.length).toBeGreaterThan(0);
    }
    expect(found.influence[0]?.readings.length).toBeLessThanOrEqual(5);
    expect((await why("registration-drive", "--json", "--draws", "500")).stdout).not.toContain('"sobol"');
  });

  test("draws the map that is asked for, on the page too", async () => {
    const out = join(root, "pages");
    const words = ["--map", "drive.reach", "drive.takeUp", "--out", out, "--draws", "500"];
    const { code, stdout } = await why("registration-drive", ...words);
    expect(code).toBe(0);
    expect(stdout).toContain("two measures together");
    const page = join(out, "scenario-registration-drive.html");
    expect(existsSync(page)).toBe(true);
    expect(readFileSync(page, "utf8")).toContain('data-figure="probability-map-');
  });

  test("explains the reference, which has no levers", async () => {
    const { code, stdout } = await why("baseline", "--locale", "vi", "--draws", "500");
    expect(code).toBe(0);
    expect(stdout).toContain("sự bất định đến từ đâu");
    expect(stdout).not.toContain("mỗi biện pháp góp");
  });

  test.each([
    [["registration-drive", "--goal", "nothing"], /There is no goal nothing that lies ahead/],
    [["registration-drive", "--map", "drive.reach"], /--map needs two numbers of levers/],
    [["registration-drive", "--map", "drive.reach", "drive.reech"], /has no number drive\.reech.+drive\.reach/s],
    [["baseline", "--map", "drive.reach", "drive.takeUp"], /baseline has none/],
  ])("refuses %s", async (words, complaint) => {
    const { code, stderr } = await why(...words);
    expect(code).toBe(2);
    expect(stderr).toMatch(complaint);
  });
});
