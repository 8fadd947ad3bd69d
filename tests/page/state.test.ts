import * as fc from "fast-check";
import { expect, test } from "vitest";
import type { Distribution } from "../../src/core/domain.ts";
import { readQuantity, toDistribution } from "../../src/input/quantity.ts";
import { writeScenario } from "../../src/input/scenario/write-scenario.ts";
import { parseYaml } from "../../src/input/yaml.ts";
import { readFragment, writeFragment } from "../../src/page/fragment.ts";
import { centreOf, movedTo } from "../../src/page/move-distribution.ts";
import { goTo, pin, redo, type Session, startSession, undo, unpin } from "../../src/page/session.ts";
import type { Raw } from "../../src/page/variant.ts";

const variant = (takeUp: string) => ({ base: "drive", settings: { "levers.drive.takeUp": takeUp } });

test("steps are taken back and forth again, and a new step ends what was ahead", () => {
  const moved = goTo(goTo(startSession("drive"), variant("30%")), variant("40%"));
  const back = undo(moved);
  expect(back.variant).toEqual(variant("30%"));
  expect(redo(back).variant).toEqual(variant("40%"));
  expect(undo(undo(undo(back))).variant).toEqual({ base: "drive", settings: {} });
  expect(redo(goTo(back, variant("50%"))).variant).toEqual(variant("50%"));
});

test("a slider that is dragged makes one step", () => {
  let session = goTo(startSession("drive"), variant("30%"));
  for (const share of ["31%", "32%", "33%"]) session = goTo(session, variant(share), true);
  expect(session.variant).toEqual(variant("33%"));
  expect(undo(session).variant.settings).toEqual({});
});

test("four variants are kept at most, and a free letter is given again", () => {
  let session: Session = startSession("drive");
  for (let i = 0; i < 6; i++) session = pin(session);
  expect(session.pins.map(({ letter }) => letter)).toEqual(["A", "B", "C", "D"]);
  expect(pin(unpin(session, "B")).pins.map(({ letter }) => letter)).toEqual(["A", "B", "C", "D"]);
});

const raw = fc.oneof(
  fc.constantFrom<Raw>("35%", "1.2M", "2026-07-01", false, 0.5),
  fc.record({ low: fc.constant("1%"), mode: fc.constant("2%"), high: fc.constant("3%") }),
  fc.string(),
);
const settings = fc.dictionary(
  fc.constantFrom("levers.drive.takeUp", "world.population.growth", "levers.a-b.start"),
  raw,
);
const variants = fc
  .record({ base: fc.constantFrom("drive", "baseline"), settings })
  .map((v) => JSON.parse(JSON.stringify(v)));

test("an address brings back what it was written from", () => {
  fc.assert(
    fc.property(variants, fc.array(variants, { maxLength: 4 }), (shown, pinned) => {
      const pins = pinned.map((one, i) => ({ letter: "ABCD"[i]!, variant: one }));
      const state = { variant: shown, pins, goal: "goal-2030", locale: "vi" };
      expect(readFragment(writeFragment(state)!)).toEqual({ ...state, strange: 0 });
    }),
  );
});

test("an address of garbage is read without harm", () => {
  fc.assert(
    fc.property(fc.string({ unit: "binary", maxLength: 400 }), (garbage) => {
      const found = readFragment(`#what-if&${garbage}`);
      for (const key of Object.keys(found?.variant.settings ?? {}))
        expect(key).toMatch(/^(levers|world|trend)\.[a-z0-9-]+\.\w+$/);
    }),
  );
  for (const place of ["", "#goals", "#source-3", "#what-if-not", `#what-if&${"x".repeat(200_000)}`])
    expect(readFragment(place)).toBeNull();
});

test("a state too long for an address is not written into one", () => {
  const long = { base: "a", settings: {}, head: { id: "a-file", leavesOut: ["x".repeat(200_000)] } };
  expect(writeFragment({ variant: long, pins: [], goal: null, locale: null })).toBeNull();
});

const share = { unit: "share", min: 0, max: 1 } as const;
const given: readonly Distribution[] = [
  { kind: "fixed", value: 0.3 },
  { kind: "uniform", low: 0.2, high: 0.4 },
  { kind: "triangle", low: 0.2, mode: 0.3, high: 0.5 },
  { kind: "pert", low: 0.2, mode: 0.3, high: 0.5 },
  { kind: "normal", mean: 0.3, sd: 0.05 },
  { kind: "logitnormal", mu: -0.8, sigma: 0.4 },
  { kind: "lognormal", mu: -1.2, sigma: 0.2 },
  { kind: "beta", alpha: 3, beta: 7 },
];

test.each(given.map((one) => [one.kind, one] as const))(
  "a %s moved by a slider is read back at that place",
  (_, distribution) => {
    for (const to of [0.05, 0.3, 0.62]) {
      const written = movedTo(distribution, share, to);
      const read = readQuantity("share", written, share);
      if (!("value" in read)) throw new Error(JSON.stringify(written));
      expect(toDistribution(read.value).kind).toBe(distribution.kind);
      expect(centreOf(toDistribution(read.value))).toBeCloseTo(to, distribution.kind === "beta" ? 1 : 4);
    }
  },
);

test("a scenario file has one order, whatever order its settings came in, and reads back", () => {
  const of = {
    "world.population.growth": "0.6%",
    "levers.b.start": "2026-07-01",
    "levers.a.takeUp": { p5: "20%", p95: "60%" },
  };
  const head = { id: "a-what-if", title: { en: "A: changed" }, extends: "a" };
  const text = writeScenario({ head, settings: of });
  expect(writeScenario({ head, settings: Object.fromEntries(Object.entries(of).reverse()) })).toBe(text);
  const read = parseYaml({ file: "a.yaml", text });
  expect(read.ok && read.value.value).toEqual({
    schema: 1,
    ...head,
    world: { population: { growth: "0.6%" } },
    levers: { a: { takeUp: { p5: "20%", p95: "60%" } }, b: { start: "2026-07-01" } },
  });
});
