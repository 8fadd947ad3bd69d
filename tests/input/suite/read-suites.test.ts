import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import type { Suite } from "../../../src/core/domain.ts";
import { loadFiles } from "../load-files.ts";

const root = "src/cli/template";
const paths = [
  "covercast.yaml",
  ...["data", "scenarios"].flatMap((folder) => readdirSync(`${root}/${folder}`).map((name) => `${folder}/${name}`)),
];
const files = new Map(paths.map((path) => [path, new Uint8Array(readFileSync(`${root}/${path}`))]));

function load(...suites: readonly string[]) {
  const encode = (text: string) => new TextEncoder().encode(text);
  return loadFiles(new Map([...files, ...suites.map((text, i) => [`suites/s${i}.yaml`, encode(text)] as const)]));
}

/** A suite file with one sweep of the template's drive. */
const one = (sweep: string, rest = "") =>
  `schema: 1\nid: s\ntitle: S\n${rest}sweeps:\n  a: {scenario: registration-drive, ${sweep}}\n`;

function suiteOf(text: string): Suite {
  const loaded = load(text);
  if (!loaded.ok) throw new Error(JSON.stringify(loaded.diagnostics));
  return loaded.value.suites[0];
}

/** Codes and words of everything that is wrong. */
function faults(...texts: readonly string[]): string[] {
  const loaded = load(...texts);
  return loaded.diagnostics.map(({ code, message, hint, place }) =>
    [`${place?.file}:${place?.line}`, code, message, hint].join(" | "),
  );
}

test("a suite is read with its numbers in their own units, in the order of the file", () => {
  const suite = suiteOf(
    one(
      "method: grid, vary: {levers.drive.takeUp: {min: 10%, max: 50%, steps: 5}, levers.drive.lag: {values: [6mo, 2y]}}",
      "scenarios: [registration-drive]\ndraws: 300\n",
    ),
  );
  expect(suite).toMatchObject({
    id: "s",
    compareWith: "baseline",
    draws: 300,
    scenarios: ["registration-drive"],
    goals: null,
  });
  const [sweep] = suite.sweeps;
  expect(sweep).toMatchObject({ id: "a", points: 10, title: { en: "Registration drive" } });
  expect(sweep.variables.map(({ key, unit, values }) => ({ key, unit, values }))).toEqual([
    { key: "levers.drive.takeUp", unit: "share", values: [0.1, 0.2, 0.3, 0.4, 0.5] },
    { key: "levers.drive.lag", unit: "years", values: [0.5, 2] },
  ]);
});

test("one number at a time takes both ends where nobody says how many values", () => {
  const [sweep] = suiteOf(one("method: one-per-lever, vary: {levers.drive.reach: {min: 5%, max: 40%}}")).sweeps;
  expect(sweep).toMatchObject({ points: 2, variables: [{ values: [0.05, 0.4] }] });
});

test("a Latin hypercube draws from any distribution that a scenario may have, or evenly between two ends", () => {
  const [sweep] = suiteOf(
    one(
      "method: latin-hypercube, points: 40, vary: {levers.drive.reach: {min: 5%, max: 40%}, world.population.growth: {normal: {mean: 1%, sd: 0.2%}}}",
    ),
  ).sweeps;
  expect(sweep.points).toBe(40);
  expect(sweep.variables.map(({ spread }) => spread)).toEqual([
    { kind: "uniform", low: 0.05, high: 0.4 },
    { kind: "normal", mean: 0.01, sd: 0.002 },
  ]);
});

describe("what is wrong is told with its line and what was probably meant", () => {
  test.each([
    [
      "method: grid, vary: {levers.drive.takeup: {values: [1%]}}",
      "suite/unknown-key",
      "did you mean levers.drive.takeUp?",
    ],
    ["method: grid, vary: {levers.drive.takeUp: {values: [12]}}", "suite/out-of-range", "write 12% or 0.12"],
    ["method: grid, vary: {levers.drive.takeUp: {values: [2pp]}}", "suite/wrong-unit", "write 2%"],
    [
      "method: grid, vary: {levers.drive.takeUp: {values: [10%, 0.1]}}",
      "suite/duplicate-value",
      "take one of the two out",
    ],
    ["method: grid, vary: {levers.drive.takeUp: {values: []}}", "suite/wrong-type", "expected a list of 1 to 1000"],
    ["method: grid, vary: {levers.drive.takeUp: {min: 10%, max: 30%}}", "suite/missing-key", "add steps: 5"],
    ["method: grid, vary: {levers.drive.takeUp: {min: 30%, max: 10%, steps: 3}}", "suite/wrong-value", "swap the two"],
    ["method: grid, vary: {levers.drive.takeUp: {min: 1%, max: 2%, steps: 1}}", "suite/wrong-value", "from 2 to 1000"],
    [
      "method: grid, vary: {levers.drive.takeUp: {min: 1%, max: 2%, step: 5}}",
      "suite/unknown-key",
      "did you mean steps?",
    ],
    ["method: grid, vary: {levers.drive.takeUp: 20%}", "suite/wrong-type", "{values: [...]} or {min, max, steps}"],
    ["method: grid, vary: {}", "suite/nothing-varied", "covercast explain"],
    [
      "method: gird, vary: {levers.drive.takeUp: {values: [1%]}}",
      "suite/wrong-value",
      "expected grid, one-per-lever or",
    ],
    [
      "method: latin-hypercube, vary: {levers.drive.takeUp: {min: 1%, max: 2%}}",
      "suite/points-missing",
      "add points: 200",
    ],
    ["method: grid, points: 3, vary: {levers.drive.takeUp: {values: [1%]}}", "suite/points-given", "take points out"],
    ["method: latin-hypercube, points: 9, vary: {levers.drive.takeUp: {low: 1%, mode: 2%}}", "suite/", "high"],
    [
      "method: grid, goals: [pension-2031], vary: {levers.drive.takeUp: {values: [1%]}}",
      "suite/unknown-goal",
      "pension-2030",
    ],
  ])("%s", (sweep, code, words) => {
    const told = faults(one(sweep));
    expect(told).toHaveLength(1);
    expect(told[0]).toContain("suites/s0.yaml:5 | ");
    expect(told[0]).toContain(code);
    expect(told[0]).toContain(words);
  });

  test("what is left out, given twice and given in vain is told at once, beside wrong values", () => {
    const told = faults(`schema: 1
id: s
title: S
draws: 5
scenarios: [baseline, baseline]
sweeps:
  a: {scenario: registration-drive, method: latin-hypercube, vary: {}}
  b: {scenario: registration-drive, method: grid, points: 3, vary: {takeUp: {values: [1%]}, levers.drive.reach: 20%}}
`);
    expect(told.map((one) => one.split(" | ")[1])).toEqual([
      "suite/duplicate-scenario",
      "suite/nothing-varied",
      "suite/points-missing",
      "suite/points-given",
      "suite/wrong-value",
      "suite/wrong-type",
      "suite/unknown-key",
    ]);
    expect(told.join("\n")).toContain("write levers.drive.takeUp");
    expect(told.join("\n")).toContain("write {values: [20%]}");
  });

  test.each([
    [
      "schema: 1\nid: s\ntitle: S\nscenarios: [registration-drve]\n",
      "suite/unknown-scenario",
      "did you mean registration-drive?",
    ],
    [
      "schema: 1\nid: s\ntitle: S\nscenarios: [baseline, baseline]\n",
      "suite/duplicate-scenario",
      "name each scenario once",
    ],
    ["schema: 1\nid: s\ntitle: S\n", "suite/nothing-to-run", "add scenarios"],
    ["schema: 1\nid: s\ntitel: S\nscenarios: [baseline]\n", "suite/unknown-key", "did you mean title?"],
    ["schema: 2\nid: s\ntitle: S\nscenarios: [baseline]\n", "suite/newer-version", "install a newer covercast"],
    [
      "schema: 1\nid: s\ntitle: S\nsweeps:\n  scenarios: {scenario: baseline, method: grid, vary: {world.population.growth: {values: [1%]}}}\n",
      "suite/reserved-id",
      "choose another id",
    ],
    [
      "schema: 1\nid: s\ntitle: S\nsweeps:\n  Big: {scenario: baseline, method: grid, vary: {world.population.growth: {values: [1%]}}}\n",
      "suite/bad-id",
      "lower-case",
    ],
    ["- a\n- b\n", "suite/wrong-type", "begin with  schema: 1"],
  ])("%j", (text, code, words) => {
    const told = faults(text).join("\n");
    expect(told).toContain(code);
    expect(told).toContain(words);
  });

  test("two suites of one id", () => {
    const text = "schema: 1\nid: s\ntitle: S\nscenarios: [baseline]\n";
    expect(faults(text, text).join()).toContain(
      "suites/s1.yaml:2 | suite/duplicate-id | the id s is taken by suites/s0.yaml",
    );
  });
});

test("a grid that explodes is refused before a point of it is made", () => {
  const many = "{min: 1%, max: 90%, steps: 1000}";
  const told = faults(
    one(
      `method: grid, vary: {levers.drive.takeUp: ${many}, levers.drive.reach: ${many}, world.population.growth: {min: 0%, max: 2%, steps: 1000}}`,
    ),
  );
  expect(told).toHaveLength(1);
  expect(told[0]).toContain("a has 1,000,000,000 points (1000 x 1000 x 1000); a suite may have 100,000");
});
