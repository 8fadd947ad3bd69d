import { readdirSync, readFileSync } from "node:fs";
import { expect, test } from "vitest";
import type { ProjectionInput, SweepVariable } from "../../../src/core/domain.ts";
import { buildHistories } from "../../../src/core/history/build-history.ts";
import { type PrepareRequest, prepare } from "../../../src/core/prepare.ts";
import { project } from "../../../src/core/project.ts";
import { goalAt, schemeAt } from "../../../src/core/sweep/point-record.ts";
import { projectPoint, recordShape, sweepMemory } from "../../../src/core/sweep/project-point.ts";
import { sweepableNumbers } from "../../../src/input/suite/sweepable-numbers.ts";
import { loadFiles } from "../../input/load-files.ts";

const root = "src/cli/template";
const paths = [
  "covercast.yaml",
  ...["data", "scenarios"].flatMap((folder) => readdirSync(`${root}/${folder}`).map((name) => `${folder}/${name}`)),
];
const texts = new Map(paths.map((path) => [path, readFileSync(`${root}/${path}`, "utf8")]));

/** The request of the template's drive, its scenario file changed by `edit`. */
function requestOf(edit: (yaml: string) => string = (yaml) => yaml): PrepareRequest {
  const encode = (text: string) => new TextEncoder().encode(text);
  const file = "scenarios/registration-drive.yaml";
  const loaded = loadFiles(
    new Map([...texts].map(([path, text]) => [path, encode(path === file ? edit(text) : text)])),
  );
  if (!loaded.ok) throw new Error(JSON.stringify(loaded.diagnostics));
  const { workspace, data, scenarios } = loaded.value;
  const scenario = scenarios.find(({ id }) => id === "registration-drive")!;
  const { histories, bases } = buildHistories({ workspace, data, asOf: null });
  const run = { ...workspace.run, draws: 400 };
  return { workspace, scenario, histories, bases, goals: data.goals, outcomes: [], run, asOf: null };
}

const request = requestOf();
const numbers = sweepableNumbers(request.scenario, request.workspace);
const variable = (key: string): SweepVariable => {
  const number = numbers.find((n) => n.key === key);
  if (!number) throw new Error(`${key} is not among ${numbers.map((n) => n.key).join(", ")}`);
  return { ...number, values: [], spread: null };
};

/** What the whole engine says of an input, in the order and the digits of a point's record. */
function wholeRecord(input: ProjectionInput): number[] {
  const { summary, assessments } = project(input);
  const shape = recordShape(input);
  const level = (quantile: number) => summary.levels.indexOf(quantile);
  const record: number[] = [];
  summary.schemes.forEach(({ coverage, participants }, s) => {
    summary.years.forEach((_, y) => {
      [coverage, participants].forEach((table, t) => {
        [0.1, 0.5, 0.9].forEach((quantile, q) => {
          record[schemeAt(shape, s, y) + 3 * t + q] = table[level(quantile)][y];
        });
      });
    });
  });
  assessments.forEach(({ probability, monteCarloError, reached }, g) => {
    [probability, monteCarloError, reached?.p10, reached?.p50, reached?.p90].forEach((value, i) => {
      record[goalAt(shape, g) + i] = value ?? Number.NaN;
    });
  });
  return record.map((value) => Number(value.toPrecision(9)));
}

test("a point without values is the scenario as it stands", () => {
  const point = projectPoint(request, [variable("levers.drive.reach")], [Number.NaN], sweepMemory());
  expect([...point]).toEqual(wholeRecord(prepare(request)));
});

test.each([
  ["levers.drive.reach", 0.45, (yaml: string) => yaml.replace(/reach: .*/, "reach: 45%")],
  ["levers.drive.lag", 1.5, (yaml: string) => yaml.replace(/start: /, "lag: 18mo\n    start: ")],
  ["levers.drive.ramp.over", 4, (yaml: string) => yaml.replace("over: 2y", "over: 4y")],
  ["levers.drive.replacesTrendShare", 0.3, (yaml: string) => `${yaml}    replacesTrendShare: 30%\n`],
  ["world.labour-force.growth", 0.02, (yaml: string) => `${yaml}world: {labour-force: {growth: 2%}}\n`],
])("%s moved to %d gives what a file with that number gives", (key, value, edit) => {
  const point = projectPoint(request, [variable(key)], [value], sweepMemory());
  expect([...point]).toEqual(wholeRecord(prepare(requestOf(edit))));
  expect([...point]).not.toEqual(wholeRecord(prepare(request)));
});

test("a ceiling moved is fitted anew and keeps its standard deviation", () => {
  const key = numbers.find((n) => n.section === "trend")!;
  const sd = request.workspace.schemes.find(({ id }) => id === key.subject)!.trend.ceiling!.sd;
  const point = projectPoint(request, [variable(key.key)], [0.7], sweepMemory());
  const edited = requestOf((yaml) => `${yaml}trend: {${key.subject}: {ceiling: {mean: 70%, sd: ${sd}}}}\n`);
  expect([...point]).toEqual(wholeRecord(prepare(edited)));
});

test("a point's numbers depend on nothing that came before it, and thousands of points take the memory of a few", () => {
  const variables = [variable("levers.drive.reach"), variable("levers.drive.takeUp")];
  const values = (i: number) => [(i % 37) / 50, (i % 11) / 20];
  const memory = sweepMemory();
  const sizes: number[] = [];
  for (let i = 0; i < 60; i++) {
    projectPoint(request, variables, values(i), memory);
    sizes.push(memory.paths.size);
  }
  const late = projectPoint(request, variables, values(7), memory);
  expect([...late]).toEqual([...projectPoint(request, variables, values(7), sweepMemory())]);
  expect(Math.max(...sizes.slice(30))).toBeLessThanOrEqual(Math.max(...sizes.slice(0, 10)));
});
