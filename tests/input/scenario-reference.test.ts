import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { formulaClock, readyFormula } from "../../src/core/levers/formula.ts";
import { leverKinds } from "../../src/core/levers/index.ts";
import { emptyStep, type LeverStep } from "../../src/core/levers/lever.ts";
import { leverClock } from "../../src/core/levers/ramp.ts";
import { distributionQuantile } from "../../src/core/numeric/distribution.ts";
import { leverExample, scenarioReference } from "../../src/input/scenario-reference.ts";
import { readChanged } from "./change-good.ts";

const read = (text: string) =>
  readChanged({ "scenarios/example.yaml": text }).scenarios.find(({ file }) => file === "scenarios/example.yaml");
const block = (text: string) => /```yaml\n([\s\S]*?)```/.exec(text)?.[1] ?? "";

test("docs/scenarios.md is what the program writes", () => {
  expect(readFileSync("docs/scenarios.md", "utf8")).toBe(scenarioReference());
});

test("its small scenario is one that can be read", () => {
  expect(read(block(scenarioReference()))?.levers).toHaveLength(1);
});

describe.each(leverKinds.map((kind) => [kind.id, kind] as const))("the worked example of %s", (_, kind) => {
  const yaml = block(leverExample(kind));
  const lever = read(`schema: 1\nid: example\ntitle: x\nquestion: x\n${yaml}`)?.levers[0];

  test("stands in the reference, and has the numbers that the lever's own example has", () => {
    expect(scenarioReference()).toContain(yaml);
    const values = Object.values(lever?.parameters ?? {}).map((d) => distributionQuantile(d, 0.5));
    expect(values).toHaveLength(kind.example.values.length);
    // Numbers are written to three digits.
    values.forEach((value, i) => {
      expect(value / kind.example.values[i]).toBeCloseTo(1, 2);
    });
  });

  test("does in 2027 what its numbers say", () => {
    if (!lever) throw new Error(yaml);
    const step: LeverStep = { ...emptyStep(), ...kind.example.before };
    const values = Object.values(lever.parameters).map((d) => distributionQuantile(d, 0.5));
    kind.apply(values, leverClock(lever, 2027), step);
    // 1 July is a little before the middle of the year: 184 of 365 days are left.
    for (const [key, value] of Object.entries(kind.example.after)) {
      const start = { ...emptyStep(), ...kind.example.before }[key as keyof LeverStep];
      const change = (value as number) - start;
      expect((step[key as keyof LeverStep] - start) / change, key).toBeCloseTo(1, 1);
    }
  });
});

describe("the worked example of a formula", () => {
  const kind = leverKinds.find(({ formulaExample }) => formulaExample);
  const example = kind?.formulaExample;
  if (!kind || !example) throw new Error("no kind has an example of a formula");
  const yaml = block(leverExample(kind, example));
  const [found] = read(`schema: 1\nid: example\ntitle: x\nquestion: x\n${yaml}`)?.levers ?? [];

  test("stands in the reference, and reads back as the formula that it shows", () => {
    expect(scenarioReference()).toContain(yaml);
    const [[table, text]] = Object.entries(example.formulas);
    expect(found.formulas?.[table].text).toBe(text);
  });

  test("does in 2027 what its words say, from the state that they name", () => {
    const formula = readyFormula(found);
    if (!formula) throw new Error(yaml);
    const clock = formulaClock(leverClock(found, 2027), formula);
    expect(clock.elapsedAfter).toBeCloseTo(example.clock.elapsedAfter, 2);
    clock.reading.after = formula.value(example.state, 0, 1, 0).value;
    const step: LeverStep = { ...emptyStep(), ...example.before };
    kind.apply(example.values, clock, step);
    for (const [key, value] of Object.entries(example.after))
      expect(step[key as keyof LeverStep], key).toBeCloseTo(value as number, 9);
  });
});
