import { cpSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { beforeEach, expect, test } from "vitest";
import type { LedgerScores } from "../../src/core/domain.ts";
import { commandLine, temporaryFolder } from "./command-line.ts";

const cwd = temporaryFolder();
const land = join(cwd, "land");
const ledger = join(land, "ledger", "forecasts.csv");
const archive = (...words: string[]) => commandLine(land, "archive", "--draws", "200", ...words);
const score = (...words: string[]) => commandLine(land, "score", ...words);
const text = () => readFileSync(ledger, "utf8");

beforeEach(() => {
  rmSync(land, { recursive: true, force: true });
  for (const part of ["covercast.yaml", "data", "scenarios", "ledger/statements.csv"])
    cpSync(resolve(part), join(land, part), { recursive: true });
});

test("a replay is archived once, marked as one, and scored against what has come", async () => {
  expect((await score()).stdout).toContain("There is no ledger/forecasts.csv yet: covercast archive starts one");
  const first = await archive("--as-of", "2024-11-24");
  expect(first.code).toBe(0);
  expect(first.stdout).toMatch(/^Archived baseline as of 2024-11-24 as [0-9a-f]{12} \(replay, \d+ forecasts/);
  const before = text();
  const again = await archive("--as-of", "2024-11-24");
  expect(again.stdout).toMatch(/stands in ledger\/forecasts\.csv already, as [0-9a-f]{12}: nothing was added/);
  expect(text()).toBe(before);

  const scores: LedgerScores = JSON.parse((await score("--json")).stdout);
  expect(scores.runs).toMatchObject([
    {
      vintage: "2024-11-24",
      made: "2024-11-24",
      replay: true,
      command: "covercast archive --as-of 2024-11-24 --draws 200",
    },
  ]);
  expect(scores.runs[0].inputs.find(({ file }) => file === "data/observations.csv")?.sha256).toMatch(/^[0-9a-f]{64}$/);
  const of2025 = scores.outcomes.filter(({ year, measure }) => year === 2025 && measure === "coverage");
  expect(of2025.map(({ scheme, outcome }) => [scheme, outcome])).toEqual(
    expect.arrayContaining([
      ["si", expect.closeTo(0.451, 6)],
      ["hi", expect.closeTo(0.9516, 6)],
    ]),
  );
  const printed = scores.statements.find(({ statement }) => statement.id === "ui-2024-november");
  expect(printed).toMatchObject({ outcome: 0.3418, status: "actual", run: { vintage: "2024-11-24" } });
  expect(printed!.error).toBeCloseTo(0, 12);
  const table = await score("--locale", "vi");
  expect(table.stdout).toContain("2024-11-24 (chạy lại)");
});

test("what was archived is left as it is: another forecast comes after it", async () => {
  await archive("--as-of", "2024-11-24");
  const before = text();
  const live = await archive("--date", "2026-03-01");
  expect(live.stdout).toMatch(/^Archived baseline as of 2026-\d\d-\d\d/);
  expect(text().startsWith(before)).toBe(true);
  const scores: LedgerScores = JSON.parse((await score("--json")).stdout);
  expect(scores.runs.map(({ made, replay }) => [made, replay])).toEqual([
    ["2024-11-24", true],
    ["2026-03-01", false],
  ]);
  expect(scores.waiting).toBeGreaterThan(100);
  // No half-written file is left beside it.
  expect(readdirSync(join(land, "ledger")).sort()).toEqual(["forecasts.csv", "statements.csv"]);
});

test("a day before the figures that are used is refused, and a day that does not exist", async () => {
  expect(await archive("--date", "2020-01-01")).toMatchObject({
    code: 2,
    stderr: expect.stringContaining("--date 2020-01-01 lies before"),
  });
  expect((await archive("--date", "2026-02-30")).stderr).toContain("--date must be a day");
  expect((await archive("--as-of", "2024-13-01")).code).toBe(2);
});

test("a ledger that was edited, cut off or mixed up is refused with its line, and nothing is added to it", async () => {
  await archive("--as-of", "2024-11-24");
  const whole = text();
  const lines = whole.split("\n");
  const edited = [...lines];
  edited[9] = lines[9].replace(/,0\.(\d)/, ",0.9$1");
  const swapped = [...lines];
  [swapped[5], swapped[6]] = [swapped[6], swapped[5]];
  const cases: readonly (readonly [string, string, number])[] = [
    [edited.join("\n"), "ledger/broken-chain", 10],
    [whole.replace("0.1.0", "0.2.0"), "ledger/broken-chain", 2],
    [lines.filter((_, i) => i !== 20).join("\n"), "ledger/broken-chain", 21],
    [swapped.join("\n"), "ledger/broken-chain", 6],
    [whole.slice(0, -100), "ledger/torn", lines.length - 1],
    [`${lines.slice(0, 40).join("\n")}\n`, "ledger/lines-missing", 2],
    [whole.replace("probability", "chance"), "ledger/header", 1],
    ["", "file/empty", 1],
  ];
  for (const [broken, code, line] of cases) {
    writeFileSync(ledger, broken);
    for (const command of [score, archive]) {
      const { code: exit, stderr } = await command();
      expect([exit, stderr]).toEqual([1, expect.stringContaining(code)]);
      expect(stderr).toContain(`ledger/forecasts.csv:${line}`);
    }
    expect(text()).toBe(broken);
  }
  // Line ends of another system are no edit.
  writeFileSync(ledger, whole.replaceAll("\n", "\r\n"));
  expect((await score()).code).toBe(0);
});

test("a run goes on without a ledger that does not hold together, and says so", async () => {
  await archive("--as-of", "2024-11-24");
  writeFileSync(ledger, text().replace("0.1.0", "0.2.0"));
  const { code, stdout } = await commandLine(land, "run", "baseline", "--draws", "200", "--json");
  expect(code).toBe(0);
  const run = JSON.parse(stdout);
  expect(run.ledger).toBeUndefined();
  expect(run.findings.map((found: { code: string }) => found.code)).toContain("ledger/broken-chain");
});

test("statements need a scheme, a value and a source that exist", async () => {
  await archive("--as-of", "2024-11-24");
  const file = join(land, "ledger", "statements.csv");
  const good = readFileSync(file, "utf8");
  writeFileSync(file, `${good}si-2025-plan,sii,2025,participants,,plan,2025-01-01,VSS,nowhere,\n`);
  const { code, stderr } = await score();
  expect(code).toBe(1);
  for (const part of ["data/unknown-scheme", "data/empty-cell", "data/unknown-source", "did you mean si?"])
    expect(stderr).toContain(part);
});
