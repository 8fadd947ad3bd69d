import { cpSync, existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, describe, expect, test } from "vitest";
import { commandLine, temporaryFolder } from "./command-line.ts";

const root = temporaryFolder();
const country = join(root, "country");
const solve = (...words: string[]) => commandLine(country, "solve", ...words);

beforeAll(() => {
  cpSync("src/cli/template", country, { recursive: true });
  writeFileSync(
    join(country, "scenarios/two-ways.yaml"),
    [
      "schema: 1",
      "id: two-ways",
      "title: Two ways",
      "question: Which way is cheaper?",
      "extends: registration-drive",
      "levers:",
      "  drive: {unitCost: {value: 200, unit: XXX per person-year}}",
      "  law: {kind: eligibility, scheme: pension, start: 2026-01-01, people: 400k, compliance: 50%, unitCost: {value: 100, unit: XXX per person-year}}",
      "  free: {kind: retention, scheme: pension, start: 2026-01-01, reduction: 5%}",
      "",
    ].join("\n"),
  );
});

describe("solve", () => {
  test("saves an answer that run takes and that gives the probability within 0.2 points", async () => {
    const file = join(country, "scenarios/answer.yaml");
    const { code, stdout } = await solve(
      "registration-drive",
      "--lever",
      "drive.takeUp",
      "--probability",
      "60%",
      "--save",
      file,
      "--json",
    );
    expect(code).toBe(0);
    const { solutions, goal } = JSON.parse(stdout);
    expect(solutions).toMatchObject([{ status: "solved", lever: "drive", parameter: "takeUp" }]);
    const back = await commandLine(country, "run", "answer", "--json");
    const answer = JSON.parse(back.stdout).projections.find(
      (p: { input: { scenario: { id: string } } }) => p.input.scenario.id === "answer",
    );
    const { probability } = answer.assessments.find((a: { goal: { id: string } }) => a.goal.id === goal.id);
    expect(probability).toBe(solutions[0].reached);
    expect(Math.abs(probability - 0.6)).toBeLessThan(0.002);
    expect(readFileSync(file, "utf8")).toMatch(
      /extends: registration-drive\nlevers:\n {2}drive: \{takeUp: [\d.]+%\}\n$/,
    );
  });

  test("says in words what it takes, in both languages, with the frontier below", async () => {
    const english = await solve("registration-drive", "--probability", "60%");
    expect(english.stdout).toMatch(/is needed for .+ to have a chance of 60%\./);
    expect(english.stdout).toMatch(/▪+│/);
    const vietnamese = await solve("registration-drive", "--probability", "60%", "--locale", "vi");
    expect(vietnamese.stdout).toMatch(/cần từ .+ trở lên để .+ đạt được với xác suất 60/);
  });

  test("finds the cheapest mix by unit costs", async () => {
    const words = ["two-ways", "--mix", "--lever", "drive", "--lever", "law", "--probability", "70%"];
    const { code, stdout } = await solve(...words);
    expect(code).toBe(0);
    expect(stdout).toMatch(/The cheapest way to a chance of 70% .+ costs .+ XXX/);
    const { mix } = JSON.parse((await solve(...words, "--json")).stdout);
    expect(mix.reached).toBeGreaterThanOrEqual(0.7);
    expect(mix.cost).toBeCloseTo(mix.levers[0].cost + mix.levers[1].cost, 6);
  });

  test.each([
    [["registration-drive", "--lever", "drve"], /no lever drve\. Did you mean drive\?/],
    [["registration-drive", "--lever", "drive.takeup"], /no number takeup\. Did you mean takeUp\?/],
    [["registration-drive", "--lever", "drive.takeUp=5..1"], /a range is written low\.\.high/],
    [["registration-drive", "--probability", "80"], /--probability must be a chance from 1% to 99%/],
    [["registration-drive", "--goal", "nothing"], /There is no goal nothing\./],
    [["baseline", "--lever", "drive"], /has no levers/],
    [["registration-drive", "--mix"], /two to 4 levers, not 1/],
    [["two-ways", "--mix", "--lever", "drive", "--lever", "free"], /No unitCost is stated for free/],
    [["two-ways", "--save", "x.yaml"], /--save writes one answer/],
    [["nowhere"], /There is no scenario nowhere/],
  ])("refuses %j with what to do", async (words, message) => {
    const { code, stderr, stdout } = await solve(...words);
    expect({ code, stdout }).toEqual({ code: 2, stdout: "" });
    expect(stderr).toMatch(message);
    expect(existsSync(join(country, "x.yaml"))).toBe(false);
  });
});
