import { appendFileSync, cpSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { beforeAll, describe, expect, test } from "vitest";
import type { Run } from "../../src/core/domain.ts";
import { commandLine, filesBelow, temporaryFolder } from "./command-line.ts";

const root = temporaryFolder();
const country = join(root, "country");
beforeAll(async () => {
  expect(await commandLine(root, "init", "country")).toMatchObject({ code: 0, stderr: "" });
});

/** A copy of the new workspace that a test may spoil. */
function copy(name: string): string {
  cpSync(country, join(root, name), { recursive: true });
  return join(root, name);
}

describe("init", () => {
  test("makes a workspace that is free of faults and says that its figures are made up", async () => {
    const { code, stdout } = await commandLine(country, "check");
    expect(code).toBe(0);
    expect(stdout).toContain("Found 0 errors, 0 warnings");
    expect(readFileSync(join(country, "covercast.yaml"), "utf8")).toContain("MADE UP");
    const statuses = readFileSync(join(country, "data/observations.csv"), "utf8").trim().split("\n").slice(1);
    expect(new Set(statuses.map((row) => row.split(",")[5]))).toEqual(new Set(["estimate"]));
  });

  test("has the schemas that the files' first lines name, and a suite that runs", async () => {
    const files = ["covercast.yaml", "scenarios/baseline.yaml", "suites/how-large-a-drive.yaml"];
    for (const file of files) {
      const text = readFileSync(join(country, file), "utf8");
      const named = /\$schema=(\S+)/.exec(text)?.[1] ?? "";
      expect(JSON.parse(readFileSync(join(country, dirname(file), named), "utf8")).title).toMatch(/^covercast /);
    }
    const swept = await commandLine(copy("swept"), "sweep", "how-large-a-drive", "--draws", "100");
    expect({ ...swept, stdout: "" }).toEqual({ code: 0, stdout: "", stderr: "" });
    expect(swept.stdout).toContain("18 points of 100 futures each");
  });

  test("refuses to write over anything", async () => {
    const spoiled = copy("taken");
    const before = filesBelow(spoiled);
    const { code, stderr } = await commandLine(root, "init", "taken");
    expect(code).toBe(2);
    expect(stderr).toContain("taken already has README.md, covercast.yaml");
    expect(filesBelow(spoiled)).toEqual(before);
  });
});

describe("run", () => {
  test("writes the reports, prints the goals in words and says where they are", async () => {
    const { code, stdout } = await commandLine(country, "run", "--draws", "500", "--out", join(root, "first"));
    expect(code).toBe(0);
    expect(stdout).toMatch(/Pension insurance +at least 60% by 2030 +\d\d\.\d% +\d\d\.\d% to \d\d\.\d% +<?\d+% +\w/);
    expect(stdout).toContain("Registration drive");
    const names = Object.keys(filesBelow(join(root, "first")));
    expect(names).toContain("index.html");
    expect(names).toContain("scenario-registration-drive.html");
    for (const name of names) expect(stdout).toContain(`  ${name} `);
    expect(stdout).toContain("covercast open");
  });

  test("gives the same bytes for the same input and seed, on any number of threads, and others for another seed", async () => {
    const made = async (name: string, ...words: string[]) => {
      const out = join(root, name);
      await commandLine(country, "run", "--draws", "500", "--format", "json", "--out", out, ...words);
      const report = JSON.parse(filesBelow(out)["run.json"]) as { run: Run };
      return JSON.stringify(report.run.projections);
    };
    const one = await made("one", "--workers", "1");
    expect(await made("two", "--workers", "2")).toBe(one);
    expect(await made("again")).toBe(one);
    expect(await made("other", "--seed", "2")).not.toBe(one);
    expect(filesBelow(join(root, "again"))).toEqual(filesBelow(join(root, "one")));
  });

  test("prints the run as JSON and nothing else, with the line that repeats it and the fingerprint of every input", async () => {
    const { code, stdout, stderr } = await commandLine(country, "run", "baseline", "--draws", "200", "--json", "-q");
    expect({ code, stderr }).toEqual({ code: 0, stderr: "" });
    const { manifest, projections } = JSON.parse(stdout) as Run;
    expect(projections.map(({ input }) => input.scenario.id)).toEqual(["baseline"]);
    expect(manifest.command).toBe("covercast run baseline --draws 200");
    expect(manifest.inputs.map(({ file }) => file)).toContain("data/observations.csv");
    for (const { sha256 } of manifest.inputs) expect(sha256).toMatch(/^[0-9a-f]{64}$/);
    expect(JSON.stringify(manifest)).not.toContain(root);
  });

  test("brings the reference along with a scenario and leads with what was asked for", async () => {
    const out = join(root, "asked");
    const { stdout } = await commandLine(country, "run", "registration-drive", "--draws", "200", "--out", out);
    expect(stdout.split("\n")[1]).toMatch(/^Registration drive: projection to 2035/);
    expect(Object.keys(filesBelow(out))).toContain("scenario-baseline.html");
  });

  test("ends with 3 where an expectation does not hold, with its line, and with 0 where it is only a warning", async () => {
    const spoiled = copy("expecting");
    const file = join(spoiled, "scenarios/baseline.yaml");
    appendFileSync(file, "expect:\n  - {scheme: pension, year: 2030, between: [1%, 2%]}\n");
    const broken = await commandLine(spoiled, "run", "baseline", "--draws", "200");
    expect(broken.code).toBe(3);
    expect(broken.stderr).toContain("scenarios/baseline.yaml:7:");
    expect(broken.stderr).toMatch(
      /the median coverage of pension in 2030 is \d\d(\.\d+)?%, expected between 1% and 2%/,
    );
    expect(Object.keys(filesBelow(join(spoiled, "reports")))).toContain("index.html");
    const asJson = await commandLine(spoiled, "run", "baseline", "--draws", "200", "--json");
    expect([asJson.code, JSON.parse(asJson.stdout).broken]).toMatchObject([3, [{ place: { line: 7 } }]]);
    writeFileSync(file, readFileSync(file, "utf8").replace("2%]}", "2%], level: warn}"));
    expect(await commandLine(spoiled, "run", "baseline", "--draws", "200")).toMatchObject({ code: 0 });
  });

  test("replays a day with what had been published by then, and tells what happened later", async () => {
    const { stdout } = await commandLine(country, "run", "--as-of", "2023-06-01", "--draws", "200", "--json", "-q");
    const { projections, manifest } = JSON.parse(stdout) as Run;
    expect(manifest.asOf).toBe("2023-06-01");
    expect(projections[0].input.firstYear).toBe(2023);
  });

  test("goes on where figures are doubtful, and refuses to where they cannot be true", async () => {
    const spoiled = copy("contradicting");
    const file = join(spoiled, "data/observations.csv");
    const figures = readFileSync(file, "utf8");
    // 65.5 % beside a count that is 45.5 % of an unchanged base.
    writeFileSync(file, figures.replace(",2075000,45.5,", ",2075000,65.5,"));
    const doubtful = await commandLine(spoiled, "check");
    expect(doubtful.code).toBe(0);
    expect(doubtful.stdout).toContain("data/observations.csv:14  audit/identity");
    // More members than workers.
    writeFileSync(file, figures.replace(",2075000,45.5,", ",9075000,,"));
    expect(await commandLine(spoiled, "check")).toMatchObject({ code: 1 });
    const refused = await commandLine(spoiled, "run", "--draws", "200");
    expect(refused).toMatchObject({ code: 1, stdout: "" });
    expect(refused.stderr).toContain("data/observations.csv:14");
    expect(Object.keys(filesBelow(spoiled)).filter((name) => name.startsWith("reports"))).toEqual([]);
  });
});

describe("the command line itself", () => {
  test.each([
    [["chek"], "There is no command chek. Did you mean check?\nSee covercast --help\n"],
    [["run", "--drws", "5"], "There is no option --drws. Did you mean --draws?\nSee covercast run --help\n"],
    [["run", "--draws"], "Not enough arguments following: draws\nSee covercast run --help\n"],
    [["run", "--draws", "5"], "--draws must be a whole number from 100 to 1000000, not 5\n"],
    [["run", "--draws", "many"], "--draws must be a whole number from 100 to 1000000; what was typed is no number\n"],
    [["run", "--as-of", "2024-02-30"], "--as-of must be a day such as 2024-11-24, not 2024-02-30\n"],
    [
      ["run", "baselin"],
      "There is no scenario baselin. Did you mean baseline?\nScenarios here: baseline, registration-drive\n",
    ],
    [["run", "--format", "jsn"], "There is no format jsn. Did you mean json?\nFormats: html, json, csv\n"],
    [
      ["fit", "pensio"],
      "There is no trend of a scheme pensio. Did you mean pension?\nSchemes with a trend of their own: pension, health\n",
    ],
    [
      ["explain", "registration-drive", "levers.driv"],
      "registration-drive sets nothing called levers.driv. Did you mean levers.drive?\n",
    ],
    [["fit", "--data", "x.csv", "--y", "a"], "fit --data also needs --x, --expression, --start\n"],
    [["explain"], "explain needs <scenario>\nSee covercast explain --help\n"],
    [[], "Say which command\nSee covercast --help\n"],
  ])("%j is answered with what was probably meant", async (words, stderr) => {
    expect(await commandLine(country, ...words)).toEqual({ code: 2, stdout: "", stderr });
  });

  test("outside of any workspace it says how to start one", async () => {
    const { code, stderr } = await commandLine(root, "run");
    expect(code).toBe(2);
    expect(stderr).toContain("start one: covercast init my-country");
  });

  test("help has examples, exit codes and every command", async () => {
    const { code, stdout } = await commandLine(root, "--help");
    expect(code).toBe(0);
    for (const name of ["run", "check", "fit", "explain", "open", "init", "schema", "completion"])
      expect(stdout).toMatch(new RegExp(`^ +covercast ${name}\\b`, "m"));
    expect(stdout).toContain("Examples:");
    expect(stdout).toContain("Exit codes: 0 done");
  });
});

describe("explain", () => {
  test("names the file and line that set each value", async () => {
    const { stdout } = await commandLine(country, "explain", "registration-drive", "levers.drive.reach", "--json");
    const { assumptions } = JSON.parse(stdout);
    expect(assumptions).toMatchObject([
      { key: "levers.drive.reach", file: "scenarios/registration-drive.yaml", inherited: false, differs: true },
    ]);
    const lines = readFileSync(join(country, "scenarios/registration-drive.yaml"), "utf8").split("\n");
    expect(lines[assumptions[0].line - 1]).toContain("reach:");
  });
});

describe("fit", () => {
  test("shows weights that sum to one, parameters and calibration", async () => {
    const { trends } = JSON.parse((await commandLine(country, "fit", "--json")).stdout);
    for (const { curves, calibration } of trends) {
      const sum = curves.reduce((total: number, { weight }: { weight: number }) => total + weight, 0);
      expect(sum).toBeCloseTo(1, 9);
      expect(calibration).toBeGreaterThan(0);
    }
    const { stdout } = await commandLine(country, "fit", "pension");
    expect(stdout).toContain("calibration: spread ×");
    expect(stdout).not.toContain("Health insurance");
  });
});

describe("schema", () => {
  test("writes schemas where the files of a new workspace look for them", async () => {
    const own = copy("schemas-too");
    expect(await commandLine(own, "schema", "--write")).toMatchObject({
      code: 0,
      stdout: "schemas/workspace.schema.json\nschemas/scenario.schema.json\nschemas/suite.schema.json\n",
    });
    const [first] = readFileSync(join(own, "covercast.yaml"), "utf8").split("\n");
    expect(first).toBe("# yaml-language-server: $schema=./schemas/workspace.schema.json");
    expect(JSON.parse(filesBelow(join(own, "schemas"))["workspace.schema.json"])).toHaveProperty("properties");
  });
});
