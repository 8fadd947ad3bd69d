import { spawn, spawnSync } from "node:child_process";
import { appendFileSync, cpSync, existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { parquetReadObjects } from "hyparquet";
import { beforeAll, describe, expect, test } from "vitest";
import { commandLine, filesBelow, temporaryFolder } from "./command-line.ts";

const root = temporaryFolder();
const country = join(root, "country");
const suite = `schema: 1
id: drive
title: {en: How large a drive, vi: Chiến dịch lớn đến đâu}
question: How many must be reached?
scenarios: [registration-drive]
draws: 200
sweeps:
  grid:
    title: Reach and take-up
    scenario: registration-drive
    method: grid
    vary:
      levers.drive.reach: {values: [10%, 40%]}
      levers.drive.takeUp: {min: 10%, max: 50%, steps: 3}
    goals: [pension-2030]
  one:
    scenario: registration-drive
    method: one-per-lever
    vary: {levers.drive.reach: {min: 5%, max: 50%}, world.labour-force.growth: {min: 0%, max: 2%}}
  line:
    scenario: registration-drive
    method: grid
    vary: {levers.drive.lag: {values: [0y, 2y, 4y]}}
  cube:
    scenario: registration-drive
    method: latin-hypercube
    points: 40
    vary: {levers.drive.reach: {low: 5%, mode: 20%, high: 60%}, levers.drive.takeUp: {p5: 10%, p95: 40%}}
`;

beforeAll(async () => {
  await commandLine(root, "init", "country");
  // The suite that comes with a new workspace makes way for one whose points these tests know.
  rmSync(join(country, "suites/how-large-a-drive.yaml"));
  writeFileSync(join(country, "suites/drive.yaml"), suite);
});

/** Reads a table of a folder as rows by column name. */
function csvRows(folder: string, name: string): Record<string, string>[] {
  const [head, ...rows] = readFileSync(join(folder, name), "utf8").trim().split("\r\n");
  const columns = head.split(",");
  return rows.map((row) => Object.fromEntries(row.split(",").map((cell, c) => [columns[c], cell])));
}

async function sweep(name: string, ...words: readonly string[]) {
  const out = join(root, name);
  return { out, ...(await commandLine(country, "sweep", "drive", "--out", out, ...words)) };
}

describe("sweep", () => {
  test("writes tidy tables, their description and a page, and tells the span of every goal", async () => {
    const { out, code, stdout } = await sweep("first");
    expect(code).toBe(0);
    expect(Object.keys(filesBelow(out))).toEqual([
      "datapackage.json",
      "goals.csv",
      "index.html",
      "points.csv",
      "results.csv",
    ]);
    const points = csvRows(out, "points.csv");
    expect(
      points
        .filter((row) => row.sweep === "grid")
        .map((row) => [row.point, row["levers.drive.reach"], row["levers.drive.takeUp"]]),
    ).toEqual([
      ["0", "", ""],
      ["1", "0.1", "0.1"],
      ["2", "0.1", "0.3"],
      ["3", "0.1", "0.5"],
      ["4", "0.4", "0.1"],
      ["5", "0.4", "0.3"],
      ["6", "0.4", "0.5"],
    ]);
    expect(points.filter((row) => row.sweep === "scenarios").map((row) => row.scenario)).toEqual([
      "baseline",
      "registration-drive",
    ]);
    const goals = csvRows(out, "goals.csv");
    const base = goals.find((row) => row.sweep === "scenarios" && row.point === "0" && row.goal === "pension-2030")!;
    for (const row of goals.filter(({ goal }) => goal === "pension-2030"))
      expect(Number(row.probability_change)).toBeCloseTo(Number(row.probability) - Number(base.probability), 9);
    const grid = goals.filter((row) => row.sweep === "grid");
    expect(new Set(grid.map((row) => row.goal))).toEqual(new Set(["pension-2030"]));
    expect(Number(grid[6].probability)).toBeGreaterThan(Number(grid[1].probability));
    // 10 years and 2 schemes of each point.
    expect(csvRows(out, "results.csv")).toHaveLength(
      points.length * 2 * new Set(csvRows(out, "results.csv").map((row) => row.year)).size,
    );
    const described = JSON.parse(readFileSync(join(out, "datapackage.json"), "utf8"));
    for (const { path, schema } of described.resources) {
      const [head] = readFileSync(join(out, path), "utf8").split("\r\n");
      expect(schema.fields.map((field: { name: string }) => field.name)).toEqual(head.split(","));
    }
    expect(described.covercast.command).toBe("covercast sweep drive");
    expect(stdout).toContain("All combinations: 6 points of “Registration drive”");
    expect(stdout).toContain("Pension insurance, 60% by 2030");
  });

  test("gives the scenario as it stands, and the points of any sweep, what run gives the scenario", async () => {
    const { out } = await sweep("beside-run");
    const { stdout } = await commandLine(country, "run", "registration-drive", "--draws", "200", "--json", "-q");
    const { projections } = JSON.parse(stdout);
    const { assessments } = projections[1];
    for (const row of csvRows(out, "goals.csv").filter(
      ({ scenario, sweep, point }) => scenario === "registration-drive" && (sweep === "scenarios" || point === "0"),
    )) {
      const { probability } = assessments.find((a: { goal: { id: string } }) => a.goal.id === row.goal);
      expect(Number(row.probability)).toBe(probability);
    }
  });

  test("gives the same bytes on any number of threads, other numbers for another seed", async () => {
    const one = await sweep("one-thread", "--workers", "1");
    const two = await sweep("two-threads", "--workers", "2");
    expect(filesBelow(two.out)).toEqual(filesBelow(one.out));
    const other = await sweep("other-seed", "--seed", "7");
    expect(filesBelow(other.out)["goals.csv"]).not.toBe(filesBelow(one.out)["goals.csv"]);
  });

  test("writes Parquet with the same cells as CSV", async () => {
    const csv = await sweep("as-csv");
    const parquet = await sweep("as-parquet", "--format", "parquet");
    expect(readdirSync(parquet.out).sort()).toEqual([
      "datapackage.json",
      "goals.parquet",
      "index.html",
      "points.parquet",
      "results.parquet",
    ]);
    for (const table of ["points", "goals", "results"]) {
      const bytes = readFileSync(join(parquet.out, `${table}.parquet`));
      const file = bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.length) as ArrayBuffer;
      const rows = await parquetReadObjects({ file });
      const text = rows.map((row) =>
        Object.fromEntries(Object.entries(row).map(([key, cell]) => [key, String(cell ?? "")])),
      );
      expect(text).toEqual(csvRows(csv.out, `${table}.csv`));
    }
  });

  test("prints every point as JSON and writes no files", async () => {
    const { out, stdout, stderr } = await sweep("json", "--json", "--sweep", "line", "-q");
    expect(stderr).toBe("");
    const { sweeps, compareWith } = JSON.parse(stdout);
    expect(compareWith).toBe("baseline");
    expect(sweeps.map(({ id }: { id: string }) => id)).toEqual(["scenarios", "line"]);
    expect(sweeps[1].points.map(({ values }: { values: object }) => values)).toEqual([
      { "levers.drive.lag": null },
      { "levers.drive.lag": 0 },
      { "levers.drive.lag": 2 },
      { "levers.drive.lag": 4 },
    ]);
    expect(existsSync(out) ? readdirSync(out) : []).toEqual([]);
  });

  test("is answered with what was probably meant", async () => {
    const asked = async (...words: string[]) => (await commandLine(country, "sweep", ...words)).stderr;
    expect(await asked("drve")).toBe("There is no suite drve. Did you mean drive?\nSuites here: drive\n");
    expect(await asked("drive", "--sweep", "gird")).toBe(
      "There is no sweep gird. Did you mean grid?\nSweeps here: grid, one, line, cube\n",
    );
    expect(await asked("drive", "--format", "xlsx")).toContain("csv");
    expect(
      (await commandLine(country, "sweep", "suites/drive.yaml", "--sweep", "line", "--out", join(root, "by-file")))
        .code,
    ).toBe(0);
  });

  test("a goal whose year is past the horizon is named and left out", async () => {
    const { code, stderr } = await sweep("short", "--horizon", "2029", "--sweep", "grid");
    expect(code).toBe(0);
    expect(stderr).toContain("pension-2030 is left out");
  });
});

describe("an interrupted sweep", () => {
  const built = resolve("dist/cli.js");
  const long = suite.replace("points: 40", "points: 480");
  const place = join(root, "long");
  const words = (out: string) => [
    built,
    "sweep",
    "drive",
    "--workers",
    "2",
    "--out",
    join(root, out),
    "--sweep",
    "cube",
  ];
  const blocks = (out: string) => {
    const folder = join(root, out);
    const work = existsSync(folder) ? readdirSync(folder).filter((name) => name.startsWith(".covercast-sweep-")) : [];
    return work.flatMap((name) => readdirSync(join(folder, name)).filter((file) => file.endsWith(".f64")));
  };
  /** Starts the built program and kills it, without a chance to tidy up, once it has left a few blocks. */
  const killEarly = (out: string) =>
    new Promise<NodeJS.Signals | null>((done) => {
      const child = spawn(process.execPath, words(out), { cwd: place, stdio: "ignore" });
      const look = setInterval(() => blocks(out).length >= 5 && child.kill("SIGKILL"), 2);
      child.on("exit", (_, signal) => {
        clearInterval(look);
        done(signal);
      });
    });
  beforeAll(() => {
    cpSync(country, place, { recursive: true });
    writeFileSync(join(place, "suites/drive.yaml"), long);
  });

  test("goes on where it was killed and ends in the bytes of one that was not", async () => {
    expect(await killEarly("killed")).toBe("SIGKILL");
    const left = blocks("killed").length;
    expect(left).toBeGreaterThanOrEqual(5);
    expect(existsSync(join(root, "killed/goals.csv"))).toBe(false);
    const again = spawnSync(process.execPath, words("killed"), { cwd: place, encoding: "utf8" });
    expect(again.status).toBe(0);
    expect(again.stderr).toContain(`Going on where an earlier run stopped: ${left} of `);
    expect(spawnSync(process.execPath, words("whole"), { cwd: place, encoding: "utf8" }).stderr).not.toContain(
      "Going on",
    );
    expect(filesBelow(join(root, "killed"))).toEqual(filesBelow(join(root, "whole")));
  }, 120_000);

  test("starts afresh, and says so, where its input has changed", async () => {
    expect(await killEarly("changed")).toBe("SIGKILL");
    const file = join(place, "scenarios/registration-drive.yaml");
    const before = readFileSync(file, "utf8");
    writeFileSync(file, before.replace("over: 2y", "over: 3y"));
    const again = spawnSync(process.execPath, words("changed"), { cwd: place, encoding: "utf8" });
    writeFileSync(file, before);
    expect(again.stderr).toContain("made from other input; everything is projected anew");
    expect(again.stderr).not.toContain("Going on");
    expect(blocks("changed")).toEqual([]);
  }, 120_000);

  test("does every block again that is not whole, and all of them where somebody asks to", async () => {
    expect(await killEarly("damaged")).toBe("SIGKILL");
    const folder = join(root, "damaged");
    const [work] = readdirSync(folder);
    const [first, ...others] = blocks("damaged");
    appendFileSync(join(folder, work, first), "x");
    const again = spawnSync(process.execPath, words("damaged"), { cwd: place, encoding: "utf8" });
    expect(again.stderr).toContain(`stopped: ${others.length} of `);
    expect(filesBelow(folder)["goals.csv"]).toBe(filesBelow(join(root, "whole"))["goals.csv"]);
    expect(await killEarly("afresh")).toBe("SIGKILL");
    const fresh = spawnSync(process.execPath, [...words("afresh"), "--fresh"], { cwd: place, encoding: "utf8" });
    expect(fresh.stderr).toContain("thrown away, as --fresh says");
    expect(fresh.stderr).not.toContain("Going on");
  }, 120_000);
});

test("the worked example of the docs runs in a new workspace, with as many points as they say", async () => {
  const docs = readFileSync("docs/suites.md", "utf8");
  const [, example] = /```yaml\n([\s\S]*?)```/.exec(docs)!;
  const own = join(root, "documented");
  await commandLine(root, "init", "documented");
  expect(readFileSync(join(own, "suites/how-large-a-drive.yaml"), "utf8")).toBe(example);
  const { code, stdout, stderr } = await commandLine(own, "sweep", "how-large-a-drive", "--draws", "200");
  expect({ code, stderr }).toEqual({ code: 0, stderr: "" });
  const [, points] = /projects? (\d+) points/.exec(docs)!;
  expect(stdout).toContain(`${points} points of 200 futures each`);
});

test("check reads suites; a suite that is wrong stops neither run nor its own scenarios", async () => {
  const own = join(root, "wrong-suite");
  cpSync(country, own, { recursive: true });
  expect((await commandLine(own, "check")).stdout).toContain("2 scenarios, 1 suite.");
  appendFileSync(join(own, "suites/drive.yaml"), "colour: blue\n");
  const checked = await commandLine(own, "check");
  expect(checked.code).toBe(1);
  expect(checked.stderr).toContain("suite/unknown-key");
  expect((await commandLine(own, "sweep", "drive")).code).toBe(1);
  expect((await commandLine(own, "run", "--draws", "200")).code).toBe(0);
});
