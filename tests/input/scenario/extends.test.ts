import { describe, expect, test } from "vitest";
import { problemsOf, readChanged } from "../change-good.ts";

const scenario = (id: string, rest: string) => `schema: 1\nid: ${id}\ntitle: ${id}\nquestion: What of ${id}?\n${rest}`;
const read = (changes: Readonly<Record<string, string>>, id: string) => {
  const found = readChanged(changes).scenarios.find((s) => s.id === id);
  if (!found) throw new Error(`no scenario ${id}`);
  return found;
};
const drive = "scenarios/drive.yaml";
const child = "scenarios/child.yaml";

test("a child takes over levers key by key and replaces what it sets itself", () => {
  const { levers } = read(
    { [child]: scenario("child", "extends: drive\nlevers:\n  visits: {reach: 40%, lag: 6mo}\n") },
    "child",
  );
  expect(levers).toHaveLength(1);
  expect(levers[0]).toMatchObject({
    id: "visits",
    kind: "enrolment",
    target: "formal",
    lagYears: 0.5,
    ramp: { shape: "linear", overYears: 2 },
    parameters: { reach: { kind: "fixed", value: 0.4 }, takeUp: { kind: "logitnormal" } },
    evidence: [{ ref: "press", strength: "judgement" }],
  });
});

test("two parents bring their levers together, left to right", () => {
  const { levers, world, references } = read(
    { [child]: scenario("child", "extends: [law, drive]\nreferences: [yearbook]\n") },
    "child",
  );
  expect(levers.map(({ id }) => id)).toEqual(["owners", "visits"]);
  expect(world).toEqual({ workers: { kind: "fixed", value: 0.008 } });
  expect(references).toEqual(["press", "yearbook"]);
});

test("a parent that extends another parent overrides it, in whatever order the two are named", () => {
  const stronger = scenario("stronger", "extends: drive\nlevers: {visits: {reach: 50%}}\n");
  for (const list of ["drive, stronger", "stronger, drive"]) {
    const { levers } = read(
      { "scenarios/stronger.yaml": stronger, [child]: scenario("child", `extends: [${list}]\n`) },
      "child",
    );
    expect(levers[0].parameters.reach).toEqual({ kind: "fixed", value: 0.5 });
  }
});

test("what two parents have from the same grandparent is no conflict", () => {
  const both = {
    "scenarios/a.yaml": scenario("a", "extends: law\n"),
    "scenarios/b.yaml": scenario("b", "extends: law\n"),
    [child]: scenario("child", "extends: [a, b]\n"),
  };
  expect(read(both, "child").levers.map(({ id }) => id)).toEqual(["owners"]);
});

describe("two parents that set the same key", () => {
  const parents = {
    "scenarios/a.yaml": scenario("a", "world: {workers: {growth: 1%}}\n"),
    "scenarios/b.yaml": scenario("b", "world: {workers: {growth: 2%}}\n"),
  };

  test("are refused", () => {
    expect(problemsOf({ ...parents, [child]: scenario("child", "extends: [a, b]\n") })).toEqual([
      "scenarios/child.yaml:5 scenario/conflict",
    ]);
  });

  test("tell that alone: what one of them changes besides is no missing key", () => {
    const change = (id: string, keys: string) => ({
      [`scenarios/${id}.yaml`]: scenario(id, `extends: drive\nlevers: {visits: {${keys}}}\n`),
    });
    const files = { ...change("a", "takeUp: 30%"), ...change("b", "takeUp: 40%, reach: 20%") };
    expect(problemsOf({ ...files, [child]: scenario("child", "extends: [a, b]\n") })).toEqual([
      "scenarios/child.yaml:5 scenario/conflict",
    ]);
  });

  test("are settled by the child that sets it, for its own children too", () => {
    const settled = { ...parents, [child]: scenario("child", "extends: [a, b]\nworld: {workers: {growth: 3%}}\n") };
    expect(read(settled, "child").world).toEqual({ workers: { kind: "fixed", value: 0.03 } });
    const grandchild = { ...settled, "scenarios/grandchild.yaml": scenario("grandchild", "extends: [child, a]\n") };
    expect(read(grandchild, "grandchild").world).toEqual({ workers: { kind: "fixed", value: 0.03 } });
  });
});

test("a lever that is switched off is gone, and its grandchild may switch it on again", () => {
  const off = { [child]: scenario("child", "extends: drive\nlevers: {visits: {enabled: false}}\n") };
  expect(read(off, "child").levers).toEqual([]);
  const on = { ...off, "scenarios/on.yaml": scenario("on", "extends: child\nlevers: {visits: {enabled: true}}\n") };
  expect(read(on, "on").levers.map(({ id }) => id)).toEqual(["visits"]);
});

test("title, question, what is left out and expectations are a scenario's own", () => {
  const own =
    "leavesOut: [prices]\nexpect: [{scheme: formal, year: 2030, between: [20%, 60%]}, {goal: pension-2030, probabilityAtLeast: 5%, level: warn}]\n";
  const files = { "scenarios/parent.yaml": scenario("parent", own), [child]: scenario("child", "extends: parent\n") };
  expect(read(files, "child")).toMatchObject({ leavesOut: [], expect: [] });
  expect(read(files, "parent")).toMatchObject({
    leavesOut: [{ en: "prices" }],
    expect: [
      { scheme: "formal", year: 2030, between: [0.2, 0.6], goal: null, level: "error", place: { line: 6 } },
      { scheme: null, goal: "pension-2030", probabilityAtLeast: 0.05, level: "warn" },
    ],
  });
});

describe("inheritance that cannot be", () => {
  test("a parent that is not there is refused where it is named", () => {
    expect(problemsOf({ [child]: scenario("child", "extends:\n  - drive\n  - lew\n") })).toEqual([
      "scenarios/child.yaml:7 scenario/unknown-parent",
    ]);
  });

  test("what such a parent may have is not missed beside it, and other faults are told", () => {
    const levers =
      "levers:\n  visits: {reach: 40%}\n  more: {kind: enrolment, scheme: formal, takeUp: 3}\n  gone: {enabled: false}\n";
    expect(problemsOf({ [child]: scenario("child", `extends: drvie\n${levers}`) })).toEqual([
      "scenarios/child.yaml:5 scenario/unknown-parent",
      "scenarios/child.yaml:8 scenario/out-of-range",
    ]);
    expect(problemsOf({ [child]: `schema: 1\nid: child\ntitle: child\nextends: drvie\n${levers}` })).toContain(
      "scenarios/child.yaml:1 scenario/missing-key",
    );
  });

  test("a circle is told once, and its members' other faults still are", () => {
    const files = {
      "scenarios/a.yaml": scenario(
        "a",
        "extends: b\nlevers: {x: {kind: shock, scheme: formal, start: 2026-01-01, loss: 12}}\n",
      ),
      "scenarios/b.yaml": scenario("b", "extends: c\n"),
      "scenarios/c.yaml": scenario("c", "extends: a\n"),
      [child]: scenario("child", "extends: a\n"),
    };
    expect(problemsOf(files)).toEqual([
      "scenarios/a.yaml:5 scenario/circular-extends",
      "scenarios/a.yaml:6 scenario/out-of-range",
    ]);
  });

  test("a scenario cannot extend itself", () => {
    expect(problemsOf({ [child]: scenario("child", "extends: child\n") })).toEqual([
      "scenarios/child.yaml:5 scenario/circular-extends",
    ]);
  });

  test("a change of a lever that no parent has is refused", () => {
    expect(problemsOf({ [child]: scenario("child", "extends: drive\nlevers: {visit: {reach: 10%}}\n") })).toEqual([
      "scenarios/child.yaml:6 scenario/lever-without-kind",
    ]);
  });

  test("so is the switching off of one", () => {
    expect(problemsOf({ [child]: scenario("child", "extends: drive\nlevers: {visit: {enabled: false}}\n") })).toEqual([
      "scenarios/child.yaml:6 scenario/unknown-lever",
    ]);
  });

  test("an inherited lever cannot become one of another kind", () => {
    expect(
      problemsOf({
        [child]: scenario("child", "extends: drive\nlevers: {visits: {kind: retention, reduction: 10%}}\n"),
      }),
    ).toEqual(["scenarios/child.yaml:6 scenario/kind-changed"]);
  });
});

test("a fault in a parent is told once, at the parent", () => {
  const files = {
    [drive]: scenario(
      "drive",
      "levers:\n  visits: {kind: enrolment, scheme: formal, start: 2025-07-01, reach: 12, takeUp: 10%}\n",
    ),
    [child]: scenario("child", "extends: drive\n"),
  };
  expect(problemsOf(files)).toEqual(["scenarios/drive.yaml:6 scenario/out-of-range"]);
});
