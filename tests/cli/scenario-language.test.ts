import { cpSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, describe, expect, test } from "vitest";
import { Refusal } from "../../src/cli/command.ts";
import { migrateFiles } from "../../src/cli/journeys/migrate-files.ts";
import { showMigration } from "../../src/cli/show/show-migration.ts";
import { openTerminal } from "../../src/cli/show/terminal.ts";
import { madeUp } from "../input/migrate/made-up.ts";
import { commandLine, filesBelow, temporaryFolder } from "./command-line.ts";
import { rememberingStreams } from "./streams.ts";

const root = temporaryFolder();
const country = join(root, "country");
const drafts = join(root, "drafts");
const write = (file: string, text: string) => writeFileSync(join(country, file), text);
const scenario = (id: string, rest: string) => `schema: 1\nid: ${id}\ntitle: ${id}\nquestion: What of it?\n${rest}`;

beforeAll(() => {
  cpSync("src/cli/template", country, { recursive: true });
  mkdirSync(drafts);
  write("scenarios/broader.yaml", scenario("broader", "extends: registration-drive\nlevers: {drive: {takeUp: 40%}}\n"));
  write(
    "scenarios/plan.yaml",
    scenario(
      "plan",
      "levers:\n  plan: {kind: path, scheme: pension, start: 2026-01-01, coverage: coverage + 0.1 * (0.9 - coverage)}\nworld: {labour-force: {growth: 1%}}\n",
    ),
  );
  writeFileSync(
    join(drafts, "mine.yaml"),
    scenario("broader", "extends: registration-drive\nlevers: {drive: {takeUp: 45%}}\n"),
  );
});

describe("diff", () => {
  test("says in words what changed, with both lines", async () => {
    const { code, stdout, stderr } = await commandLine(country, "diff", "registration-drive", "broader");
    expect(stdout).toMatch(
      /Levers changed\n {2}drive\.takeUp: .+ -> 40% \(scenarios\/registration-drive\.yaml:\d+ against scenarios\/broader\.yaml:6\)/,
    );
    expect({ code, stderr }).toEqual({ code: 0, stderr: "" });
  });

  test("takes files from anywhere, though their ids are taken, and answers as JSON and by exit code", async () => {
    const draft = "../drafts/mine.yaml";
    const { code, stdout } = await commandLine(country, "diff", "broader", draft, "--json", "--exit-code");
    expect(code).toBe(1);
    expect(JSON.parse(stdout)).toMatchObject({
      a: { id: "broader", file: "scenarios/broader.yaml" },
      b: { id: "broader", file: "../drafts/mine.yaml" },
      differences: 1,
      leversChanged: [{ key: "levers.drive.takeUp", a: { value: "40%" }, b: { value: "45%", line: 6 } }],
    });
    const same = await commandLine(country, "diff", draft, draft, "--exit-code");
    expect(same.code).toBe(0);
    expect(same.stdout).toContain("They assume the same");
  });

  test("guesses a misspelt id and refuses a file that is not there", async () => {
    const typo = await commandLine(country, "diff", "baseline", "broadr");
    expect([typo.code, typo.stderr]).toEqual([2, expect.stringContaining("Did you mean broader?")]);
    const nowhere = await commandLine(country, "diff", "baseline", "nowhere.yaml");
    expect([nowhere.code, nowhere.stderr]).toEqual([1, expect.stringContaining("io/not-found")]);
  });
});

describe("explain", () => {
  test("finds a key by any run of its parts, and guesses a misspelt one", async () => {
    const part = await commandLine(country, "explain", "broader", "takeUp", "--json");
    expect(JSON.parse(part.stdout).assumptions).toMatchObject([
      {
        key: "levers.drive.takeUp",
        value: "40%",
        file: "scenarios/broader.yaml",
        line: 6,
        group: "decision",
        drawn: false,
      },
    ]);
    const typo = await commandLine(country, "explain", "broader", "drive.takUp");
    expect([typo.code, typo.stderr]).toEqual([2, expect.stringContaining("Did you mean drive.takeUp?")]);
  });

  test("finds words, lists and parts of numbers too, and says of a key that is left out what it means", async () => {
    const told = async (key: string) => (await commandLine(country, "explain", "broader", key, "--json")).stdout;
    const found = async (key: string) => JSON.parse(await told(key)).found;
    expect(await found("title")).toMatchObject({ key: "title", file: "scenarios/broader.yaml", inherited: false });
    expect(await found("drive.reach.mode")).toEqual({
      key: "levers.drive.reach.mode",
      value: "20%",
      file: "scenarios/registration-drive.yaml",
      line: 15,
      inherited: true,
      meaning: null,
    });
    expect(await found("levers.drive.replacesTrendShare")).toMatchObject({
      value: null,
      meaning: "Share of the trend's own yearly gain that this lever stands in for. Left out: 0%.",
    });
    const { stdout } = await commandLine(country, "explain", "broader", "drive.ramp.over");
    expect(stdout).toContain("levers.drive.ramp.over: 2y\n  Set by scenarios/registration-drive.yaml:14 (inherited)");
  });

  test("shows what nobody decides apart from what somebody does, and what of it is held fixed", async () => {
    const { stdout } = await commandLine(country, "explain", "plan");
    const [, world, decision] = stdout.split(/What nobody decides|What somebody decides/);
    expect(world).toContain("1% (held fixed)");
    expect(world).toContain("schemes.pension.exitRate");
    expect(world).not.toContain("levers.plan");
    expect(decision).toContain("levers.plan.coverage");
  });

  test("writes one effective file that gives the very same figures", async () => {
    const { stdout } = await commandLine(country, "explain", "broader", "--effective");
    write("scenarios/again.yaml", stdout.replace("id: broader", "id: again"));
    const run = await commandLine(country, "run", "again", "broader", "--json", "--draws", "200");
    const { projections } = JSON.parse(run.stdout);
    const of = (id: string) =>
      projections.find((p: { input: { scenario: { id: string } } }) => p.input.scenario.id === id);
    expect(of("again").summary).toEqual(of("broader").summary);
    expect(of("again").assessments).toEqual(of("broader").assessments);
    expect(of("again").summary).not.toEqual(of("baseline").summary);
  });
});

describe("a broken scenario", () => {
  const broken = join(root, "broken");
  beforeAll(() => {
    cpSync(country, broken, { recursive: true });
    writeFileSync(join(broken, "scenarios/torn.yaml"), "schema: 1\nid: torn\nlevers: [");
    writeFileSync(
      join(broken, "scenarios/wild.yaml"),
      scenario("wild", "levers:\n  x: {kind: shock, scheme: pension, start: 2027-01-01, loss: 12}\n"),
    );
    writeFileSync(join(broken, "scenarios/child.yaml"), scenario("child", "extends: torn\n"));
    writeFileSync(
      join(broken, "scenarios/root.yaml"),
      scenario(
        "root",
        "levers:\n  x: {kind: path, scheme: pension, start: 2027-01-01, coverage: sqrt(coverage - 0.99)}\n",
      ),
    );
  });

  test("is left aside with its line when another is asked for", async () => {
    const { code, stderr } = await commandLine(broken, "explain", "broader");
    expect(code).toBe(0);
    expect(stderr).toContain("scenarios/torn.yaml:3:");
    expect(stderr).toContain("scenarios/wild.yaml:6:");
    expect(stderr).toContain("scenarios/child.yaml:5:");
    expect(stderr).toContain("scenarios/root.yaml:6:");
    expect((await commandLine(broken, "run", "broader", "--draws", "100", "--json")).code).toBe(0);
    expect((await commandLine(broken, "diff", "broader", "baseline")).code).toBe(0);
    expect((await commandLine(broken, "explain", "broader", "--quiet")).stderr).toBe("");
  });

  test("refuses what extends it, what asks for it, and everything where all are asked for", async () => {
    for (const words of [
      ["explain", "child"],
      ["run", "torn"],
      ["diff", "wild", "baseline"],
      ["explain", "root"],
    ])
      expect((await commandLine(broken, ...words)).code, words.join(" ")).toBe(1);
    const { stderr } = await commandLine(broken, "explain", "child");
    expect(stderr).toContain("scenarios/torn.yaml:3:");
    expect(stderr).not.toContain("wild.yaml");
    for (const words of [["check"], ["run"]]) {
      const all = await commandLine(broken, ...words);
      expect([all.code, all.stdout]).toEqual([1, ""]);
      expect(all.stderr).toContain("scenarios/wild.yaml:6:");
    }
  });

  test("whose formula gives no number is refused at its line, with a caret", async () => {
    const { stderr } = await commandLine(broken, "explain", "root");
    expect(stderr).toMatch(
      /scenarios\/root\.yaml:6:\d+ {2}error {2}scenario\/formula-value\n {2}the formula of levers\.x\.coverage gives no number for 2027/,
    );
    expect(stderr).toContain("^");
    writeFileSync(
      join(broken, "scenarios/root.yaml"),
      scenario("root", "levers:\n  x: {kind: path, scheme: pension, start: 2027-01-01, coverage: trend + covrage}\n"),
    );
    const misspelt = await commandLine(broken, "explain", "root");
    expect(misspelt.stderr).toMatch(/root\.yaml:6:73 {2}error/);
    expect(misspelt.stderr).toContain("did you mean coverage?");
  });
});

describe("migrate", () => {
  test("finds nothing to do in files of today, whatever is asked", async () => {
    for (const option of [[], ["--check"], ["--write"]]) {
      const { code, stdout } = await commandLine(country, "migrate", ...option);
      expect([code, stdout]).toEqual([0, expect.stringMatching(/^Read \d+ files: all up to date\.\n$/)]);
    }
    expect((await commandLine(country, "migrate", "--check", "--write")).code).toBe(2);
  });

  test("on a made-up road shows lines and reasons, writes when told, and is then done", () => {
    const old = join(root, "old");
    cpSync(country, old, { recursive: true });
    const asked = { root: old, cwd: old, named: [], steps: madeUp };
    const file = join(old, "scenarios/registration-drive.yaml");
    writeFileSync(file, readFileSync(file, "utf8").replace("    start:", "    begins:"));
    const before = filesBelow(old);
    const found = migrateFiles({ ...asked, write: false });
    expect(filesBelow(old)).toEqual(before);
    const { streams, written } = rememberingStreams();
    showMigration(found, false, openTerminal(streams, { quiet: false, noColor: true }));
    expect(written.stdout).toMatch(
      /scenarios\/registration-drive\.yaml: format 1 -> 2\n {2}Levers say start.*\n {2}- \d+: schema: 1\n {2}\+ \d+: schema: 2\n {2}- \d+: {5}begins:.*\n {2}\+ \d+: {5}start:/,
    );
    migrateFiles({ ...asked, write: true });
    expect(readFileSync(file, "utf8")).toContain("schema: 2");
    expect(migrateFiles({ ...asked, write: true }).old).toEqual([]);
  });

  test("writes nothing where one file is newer than the program", () => {
    const mixed = join(root, "mixed");
    cpSync(country, mixed, { recursive: true });
    writeFileSync(join(mixed, "scenarios/new.yaml"), scenario("new", "").replace("schema: 1", "schema: 7"));
    const before = filesBelow(mixed);
    const migrate = () => migrateFiles({ root: mixed, cwd: mixed, named: [], steps: madeUp, write: true });
    expect(migrate).toThrow(Refusal);
    expect(migrate).toThrow("the file has format 7, this covercast reads format 2");
    expect(filesBelow(mixed)).toEqual(before);
  });
});

test("files that are probably meant to be read, and are not, are warned of", async () => {
  const own = join(root, "unread");
  cpSync(country, own, { recursive: true });
  for (const name of ["late.yaml.txt", "LOUD.YAML", "broader.yaml~", ".broader.yaml.swp", "notes.md"])
    writeFileSync(join(own, "scenarios", name), "x");
  const { code, stdout } = await commandLine(own, "check");
  expect(code).toBe(0);
  expect(stdout.match(/^\S+(?=:1:1 {2}warning {2}file\/not-read)/gm)).toEqual([
    "scenarios/LOUD.YAML",
    "scenarios/late.yaml.txt",
  ]);
  expect(stdout).toContain("hint: call it late.yaml");
  expect(stdout).toContain("Found 0 errors, 2 warnings");
});

test("with --json what is refused is told as JSON, each fault with its place, path and hint", async () => {
  const own = join(root, "refused");
  cpSync(country, own, { recursive: true });
  writeFileSync(join(own, "scenarios/broader.yaml"), scenario("broader", "extends: registration-driv\ncolour: blue\n"));
  for (const words of [["check"], ["run"], ["explain", "broader"]]) {
    const { code, stdout, stderr } = await commandLine(own, ...words, "--json");
    expect(code).toBe(1);
    expect(JSON.parse(stdout).errors).toMatchObject([
      {
        code: "scenario/unknown-parent",
        severity: "error",
        place: { file: "scenarios/broader.yaml", line: 5, column: 10 },
      },
      { code: "scenario/unknown-key", path: "colour", place: { line: 6 }, hint: expect.stringContaining("known: ") },
    ]);
    expect(stderr).toContain("5 | extends: registration-driv\n    |          ^^^^^^^^^^^^^^^^^");
  }
});
