import { describe, expect, test } from "vitest";
import type { Scenario } from "../../../src/core/domain.ts";
import { compareScenarios, countDifferences } from "../../../src/input/scenario/compare-scenarios.ts";
import { effectiveFile } from "../../../src/input/scenario/effective-file.ts";
import { readChanged } from "../change-good.ts";

const file = (id: string, rest: string) => `schema: 1\nid: ${id}\ntitle: ${id}\nquestion: What of it?\n${rest}`;
const a = file(
  "a",
  "levers:\n  owners:\n    kind: eligibility\n    scheme: formal\n    start: 2026-07-01\n    people: 1M\n    compliance: {p5: 30%, p95: 70%}\n  slump: {kind: shock, scheme: formal, start: 2027-01-01, loss: 4%}\n",
);
const b = file(
  "b",
  "extends: a\nworld: {workers: {growth: 0.8%}}\ntrend: {formal: {window: {from: 2015}}}\nexpect: [{scheme: formal, year: 2030, between: [20%, 60%]}]\nlevers:\n  owners: {compliance: {p5: 60%, p95: 90%}, beyondTrend: true, note: Firmer}\n  slump: {enabled: false}\n  drive: {kind: enrolment, scheme: formal, start: 2026-01-01, reach: 10%, takeUp: 20%}\n",
);
const read = (files: Readonly<Record<string, string>>) => {
  const { scenarios, effective } = readChanged(files);
  const named = (id: string) => {
    const scenario = scenarios.find((s) => s.id === id) as Scenario;
    const placed = effective.get(scenario);
    if (!placed) throw new Error(id);
    return { scenario, placed };
  };
  return named;
};
const files = { "scenarios/a.yaml": a, "scenarios/b.yaml": b };

describe("two scenarios differ", () => {
  const named = read(files);
  const difference = compareScenarios(named("a"), named("b"));

  test("in the numbers of levers that both have, each with its two lines", () => {
    expect(difference.leversChanged).toEqual([
      {
        key: "levers.owners.compliance",
        a: { value: "30% to 70%", file: "scenarios/a.yaml", line: 11 },
        b: { value: "60% to 90%", file: "scenarios/b.yaml", line: 10 },
      },
    ]);
  });

  test("in levers that one has alone, switched off counting as not there", () => {
    expect(difference.leversAdded.map(({ lever, group, line }) => [lever, group, line])).toEqual([
      ["drive", "decision", 12],
    ]);
    expect(difference.leversAdded[0].values.map(({ key }) => key)).toContain("levers.drive.takeUp");
    expect(difference.leversRemoved.map(({ lever, group }) => [lever, group])).toEqual([["slump", "world"]]);
  });

  test("in world, trend and expectations, each apart", () => {
    expect(difference.world.map(({ key, b: to }) => [key, to?.value])).toEqual([["world.workers.growth", "0.8%"]]);
    expect(difference.trend.map(({ key, a: from, b: to }) => [key, from?.value, to?.value])).toEqual([
      ["trend.formal.window", "from 2012", "from 2015"],
    ]);
    expect(difference.expectations.map(({ a: from, b: to }) => [from, to?.value])).toEqual([
      [null, "scheme formal, year 2030, between 20% to 60%"],
    ]);
  });

  test("in words, apart from numbers", () => {
    expect(difference.about.map(({ key }) => key)).toEqual(["title"]);
    expect(difference.notes.map(({ key }) => key)).toEqual(["levers.owners.note"]);
    expect(countDifferences(difference)).toBe(8);
  });

  test("the other way round in the opposite sense", () => {
    const back = compareScenarios(named("b"), named("a"));
    expect(back.leversRemoved).toEqual(difference.leversAdded);
    expect(back.leversChanged).toEqual(difference.leversChanged.map(({ key, a, b }) => ({ key, a: b, b: a })));
  });
});

test("a scenario differs from itself in nothing, nor from one that means the same in other spellings", () => {
  const respelt = a
    .replace("id: a", "id: c")
    .replace("title: a", "title: a")
    .replace("1M", "1000000")
    .replace("4%", "0.04");
  const named = read({
    "scenarios/a.yaml": a,
    "scenarios/c.yaml": respelt.replace("compliance:", "lag: 0\n    compliance:"),
  });
  expect(countDifferences(compareScenarios(named("a"), named("a")))).toBe(0);
  expect(countDifferences(compareScenarios(named("a"), named("c")))).toBe(0);
});

describe("the effective file of a scenario", () => {
  const same = ({ file: _, assumptions: __, expect: wanted, levers, ...rest }: Scenario) => ({
    ...rest,
    expect: wanted.map(({ place: _, ...one }) => one),
    levers: levers.map(({ formulas, ...lever }) => ({
      ...lever,
      formulas: Object.entries(formulas ?? {}).map(([name, { text }]) => [name, text]),
    })),
  });
  const again = (text: string, others: Readonly<Record<string, string>>, id: string) =>
    readChanged({ ...others, "scenarios/again.yaml": text.replace(/^id: .*$/m, "id: again") })
      .scenarios.filter((s) => s.id === "again")
      .map((s) => same({ ...s, id }))[0];

  test("reads back as the same scenario, without any parent", () => {
    const named = read(files);
    for (const id of ["a", "b", "drive", "law", "baseline"]) {
      const { scenario, placed } = named(id);
      const text = effectiveFile(scenario, placed);
      expect(text).not.toContain("extends");
      expect(again(text, files, id)).toEqual(same(scenario));
    }
  });

  test("keeps tables, formulas, costs and words in several languages", () => {
    const rich = file(
      "rich",
      [
        "leavesOut: [{en: 'A: b', vi: Giá}, plain]",
        "levers:",
        "  x: {kind: path, scheme: formal, start: 2026-01-01, added: {2027: 100k, 2029: 1M}, ramp: {shape: table, points: {2027: 50%, 2028: 100%}}, unitCost: {value: {low: 300k, mode: 350k, high: 500k}, unit: VND per person, priceYear: 2024}, slider: {of: factor, min: 0, max: 2, step: 0.1}}",
        '  y: {kind: path, scheme: formal, start: 2026-01-01, coverage: "min(0.9, coverage + 0.01)", decidedBy: nobody}',
        "",
      ].join("\n"),
    );
    const others = { "scenarios/rich.yaml": rich };
    const { scenario, placed } = read(others)("rich");
    const text = effectiveFile(scenario, placed);
    expect(text).toContain("added: {2027: 100k, 2029: 1M}");
    expect(again(text, others, "rich")).toEqual(same(scenario));
  });

  test.each(["a", "b", "drive", "law"])("is the same file again when it is made of itself: %s", (id) => {
    const { scenario, placed } = read(files)(id);
    const text = effectiveFile(scenario, placed);
    const again = read({ ...files, "scenarios/again.yaml": text.replace(/^id: .*$/m, "id: again") })("again");
    const other = effectiveFile({ ...again.scenario, id }, again.placed);
    expect(other.replace(/^id: .*$/m, "")).toBe(text.replace(/^id: .*$/m, ""));
  });
});

test("what is to be found differs; who decides does not, if it is only said aloud", () => {
  const lever = "levers: {drive: {kind: enrolment, scheme: formal, start: 2026-01-01, reach: 10%, takeUp: 20%";
  const named = read({
    "scenarios/a.yaml": file("a", `${lever}, decidedBy: somebody}}\n`),
    "scenarios/b.yaml": file("b", `${lever}}}\nsolve: [{lever: drive.reach, goal: pension-2030, probability: 80%}]\n`),
  });
  const difference = compareScenarios(named("a"), named("b"));
  expect(difference.leversChanged).toEqual([]);
  expect(difference.expectations).toMatchObject([
    { a: null, b: { value: "find lever drive.reach, goal pension-2030, probability 80%", line: 6 } },
  ]);
});
