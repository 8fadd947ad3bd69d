import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { openStudy } from "../src/cli/study.ts";
import type { Projection, Run } from "../src/core/domain.ts";
import { commandLine, filesBelow, temporaryFolder } from "./cli/command-line.ts";

const out = temporaryFolder();
const examples = readdirSync("examples", { withFileTypes: true }).filter((entry) => entry.isDirectory());
const ids = examples.map(({ name }) => name);

test("there is a second country", () => {
  expect(ids).toContain("indonesia");
});

describe.each(ids)("examples/%s", (id) => {
  const folder = join("examples", id);
  const study = openStudy({ workspace: folder, cwd: ".", asOf: null });

  test("is free of errors, and its files give no warning", async () => {
    const { code, stdout } = await commandLine(".", "check", "-w", folder);
    expect(code).toBe(0);
    expect(stdout).toContain("Found 0 errors");
    expect(study.warnings).toEqual([]);
  });

  test("has the same tables as the workspace in the root", () => {
    // Which languages have a column of their own is the country's to say.
    const header = (file: string) =>
      readFileSync(file, "utf8")
        .split("\n", 1)[0]
        .split(",")
        .filter((column) => !/_[a-z]{2}$/.test(column));
    for (const table of ["observations", "bases", "goals", "events", "sources"])
      expect(header(join(folder, "data", `${table}.csv`)), table).toEqual(header(join("data", `${table}.csv`)));
  });

  test("tells of every figure, base and goal where it was read", () => {
    const { sources, observations, bases, goals, events } = study.data;
    const address = new Map(sources.map((source) => [source.id, source.url]));
    const nowhere = [...observations, ...bases, ...goals, ...events].filter(
      (row) => row.sources.length === 0 || row.sources.some((source) => !address.get(source)?.startsWith("http")),
    );
    expect(nowhere).toEqual([]);
  });

  test("holds people = coverage x base at every year end", () => {
    for (const { scheme, points } of study.known.histories) {
      expect(points.length, scheme).toBeGreaterThanOrEqual(6);
      for (const { participants, coverage, base } of points) expect(participants / (coverage * base)).toBeCloseTo(1, 9);
    }
  });

  test("runs to reports that judge every goal in the headline and speak of no other country", async () => {
    const to = join(out, id);
    const { code } = await commandLine(".", "run", "-w", folder, "--draws", "400", "--workers", "1", "--out", to);
    expect(code).toBe(0);
    const files = filesBelow(to);
    const { run } = JSON.parse(files["run.json"]) as { run: Run };
    expect(run.headlineGoals.length).toBeGreaterThan(0);
    for (const { assessments } of run.projections)
      for (const goal of run.headlineGoals) {
        const judged = assessments.find((a) => a.goal.id === goal)!;
        expect(judged.outcome ?? judged.likelihood, goal).not.toBeNull();
      }
    for (const [name, text] of Object.entries(files)) expect(text, name).not.toMatch(elsewhere(id));
    for (const projection of run.projections) staysInside(projection);
    movesSomething(run);
  });
});

test("nothing in the program names a country that has a workspace", () => {
  const files = readdirSync("src", { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  const named = files
    .map((entry) => join(entry.parentPath, entry.name))
    .filter((file) => [elsewhere(""), ...ids.map(nameOf)].some((country) => country.test(readFileSync(file, "utf8"))));
  expect(named).toEqual([]);
});

/** A country's name as texts write it; a language named after it is not the country. */
function nameOf(id: string): RegExp {
  return new RegExp(`\\b${id.replaceAll("-", "[ -]?")}\\b`, "i");
}

/** Names of the countries of all other workspaces. */
function elsewhere(id: string): RegExp {
  const others = ["viet-nam", ...ids.filter((other) => id !== "" && other !== id)];
  return new RegExp(others.map((other) => nameOf(other).source).join("|"), "i");
}

/** Holds the simulated means of schemes against each other: parts make their total, nobody is only in the inner scheme. */
function staysInside({ input, summary }: Projection): void {
  const mean = (scheme: string) => summary.schemes.find((s) => s.scheme === scheme)!.meanCoverage;
  for (const { id, within, sumOf } of input.schemes)
    summary.years.forEach((_, i) => {
      if (within !== null) expect(mean(id)[i], id).toBeLessThanOrEqual(mean(within)[i] + 1e-9);
      if (sumOf.length > 0)
        expect(mean(id)[i], id).toBeCloseTo(
          sumOf.map((part) => mean(part)[i]).reduce((a, b) => a + b),
          9,
        );
      expect(mean(id)[i], id).toBeGreaterThan(0);
    });
}

/** Expects each scenario with levers to end elsewhere than the reference in some scheme. */
function movesSomething({ projections, reference }: Run): void {
  const ends = ({ summary }: Projection) => summary.schemes.map((s) => s.meanCoverage.at(-1));
  const base = projections.find((p) => p.input.scenario.id === reference)!;
  const levered = projections.filter((p) => p.input.scenario.levers.length > 0);
  expect(levered.length).toBeGreaterThanOrEqual(2);
  for (const projection of levered) expect(ends(projection), projection.input.scenario.id).not.toEqual(ends(base));
}
