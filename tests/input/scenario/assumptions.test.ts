import { describe, expect, test } from "vitest";
import { readChanged } from "../change-good.ts";

const child =
  "schema: 1\nid: child\ntitle: Child\nquestion: What then?\nextends: [drive, law]\ntrend:\n  formal: {ceiling: {mean: 0.7, sd: 10%}, window: {from: 2015, to: 2023}}\nlevers:\n  visits: {takeUp: 0.2}\n  owners: {enabled: false}\n";
const assumptions = (id: string, changes: Readonly<Record<string, string>> = {}) => {
  const found = readChanged({ "scenarios/child.yaml": child, ...changes }).scenarios.find((s) => s.id === id);
  return new Map(found?.assumptions.map((a) => [a.key, a]));
};

test("every assumption names the file and the line that set it", () => {
  const rows = assumptions("child");
  expect(rows.get("levers.visits.takeUp")).toEqual({
    group: "decision",
    drawn: false,
    key: "levers.visits.takeUp",
    value: "20%",
    file: "scenarios/child.yaml",
    line: 9,
    inherited: false,
    reference: null,
    differs: true,
  });
  expect(rows.get("levers.visits.reach")).toMatchObject({
    value: "10% to 30%, most likely 20%",
    file: "scenarios/drive.yaml",
    line: 13,
    inherited: true,
  });
  expect(rows.get("world.workers.growth")).toMatchObject({
    value: "0.8%",
    file: "scenarios/law.yaml",
    line: 7,
    inherited: true,
    reference: "1% ± 0.3%",
    differs: true,
  });
  expect(rows.get("schemes.formal.exitRate")).toMatchObject({
    value: "3% to 7%, most likely 5%",
    file: "covercast.yaml",
    line: 20,
    differs: false,
  });
});

test("what nobody has set is there too, with the line of what it belongs to", () => {
  const rows = assumptions("child");
  expect(rows.get("schemes.health.exitRate")).toMatchObject({ value: "5%", file: "covercast.yaml", line: 24 });
  expect(rows.get("world.people.growth")).toMatchObject({ value: "from the projections in the data", line: 11 });
  expect(assumptions("law").get("levers.owners.speed")).toMatchObject({
    value: "0.7",
    file: "scenarios/law.yaml",
    line: 9,
  });
});

describe("differences from the reference are of meaning, not of spelling", () => {
  test("the same number written in another way does not differ", () => {
    expect(assumptions("child").get("trend.formal.ceiling")).toMatchObject({
      value: "70% ± 10%",
      inherited: false,
      reference: "70% ± 10%",
      differs: false,
    });
  });

  test("another window does", () => {
    expect(assumptions("child").get("trend.formal.window")).toMatchObject({
      value: "2015 to 2023",
      reference: "from 2012",
      differs: true,
    });
  });

  test("the reference differs from itself in nothing", () => {
    expect([...assumptions("baseline").values()].filter((a) => a.differs)).toEqual([]);
  });

  test("a lever that is switched off has one row, and so has one that only the reference has", () => {
    expect([...assumptions("child").keys()].filter((key) => key.startsWith("levers.owners"))).toEqual([
      "levers.owners",
    ]);
    expect(assumptions("child").get("levers.owners")).toMatchObject({ value: "switched off", inherited: false });
    const busy = {
      "scenarios/baseline.yaml":
        "schema: 1\nid: baseline\ntitle: B\nquestion: Q\nlevers: {old: {kind: shock, scheme: formal, start: 2026-01-01, loss: 1%}}\n",
    };
    const alone = { "scenarios/alone.yaml": "schema: 1\nid: alone\ntitle: A\nquestion: Q\n" };
    expect(assumptions("alone", { ...busy, ...alone }).get("levers.old")).toEqual({
      group: "world",
      drawn: false,
      key: "levers.old",
      value: "not in this scenario",
      file: "scenarios/alone.yaml",
      line: 1,
      inherited: false,
      reference: "in force",
      differs: true,
    });
  });
});

test("a total has no trend and no exits, so it has no rows", () => {
  expect([...assumptions("child").keys()].filter((key) => key.includes("pension"))).toEqual([]);
});

test("unit costs and tables are assumptions in words; sliders and evidence are not numbers of the scenario", () => {
  const lever = [
    "kind: path, scheme: formal, start: 2026-01-01, added: {2027: 100k, 2029: 1M}",
    "ramp: {shape: table, points: {2027: 50%, 2028: 100%}}",
    "unitCost: {value: {low: 300k, mode: 350k, high: 500k}, unit: VND per person, priceYear: 2024}",
    "slider: {of: factor, min: 0, max: 2, step: 0.1}",
    "evidence: [{ref: press, strength: judgement}]",
  ].join(", ");
  const rows = assumptions("plan", {
    "scenarios/plan.yaml": `schema: 1\nid: plan\ntitle: Plan\nquestion: What then?\nlevers:\n  x: {${lever}}\n`,
  });
  expect(rows.get("levers.x.added")?.value).toBe("100k in 2027, 1M in 2029");
  expect(rows.get("levers.x.ramp")?.value).toBe("50% in 2027, 100% in 2028");
  expect(rows.get("levers.x.unitCost")?.value).toBe("300k to 500k, most likely 350k VND per person, prices of 2024");
  expect(rows.get("levers.x.factor")?.value).toBe("1");
  expect([...rows.keys()].filter((key) => /slider|evidence/.test(key))).toEqual([]);
});
