import { describe, expect, it } from "vitest";
import { leverKind, leverKinds } from "../../../src/core/levers/index.ts";
import { emptyStep, type LeverClock, type LeverStep } from "../../../src/core/levers/lever.ts";

const untouched: LeverStep = emptyStep();
const notYet: LeverClock = { strength: 0, strengthBefore: 0, strengthAfter: 0, elapsedBefore: 0, elapsedAfter: 0 };

describe.each(leverKinds.map((kind) => [kind.id, kind] as const))("lever %s", (_, kind) => {
  it("does what its worked example says", () => {
    const step = { ...untouched, ...kind.example.before };
    kind.apply(kind.example.values, kind.example.clock, step);
    for (const [key, value] of Object.entries(kind.example.after))
      expect(step[key as keyof LeverStep], key).toBeCloseTo(value as number, 12);
    expect(kind.example.words.length).toBeGreaterThan(20);
  });

  it("does what its example of a formula says", () => {
    for (const example of kind.formulaExample ? [kind.formulaExample] : []) {
      const step = { ...untouched, ...example.before };
      kind.apply(example.values, example.clock, step);
      for (const [key, value] of Object.entries(example.after))
        expect(step[key as keyof LeverStep], key).toBeCloseTo(value as number, 12);
    }
    expect(kind.formulaExample === undefined || kind.tables !== undefined).toBe(true);
  });

  it("changes nothing before its start", () => {
    const step = { ...untouched };
    kind.apply(kind.example.values, notYet, step);
    expect(step).toEqual(untouched);
  });

  it("describes itself and every number in both languages, with sane ranges", () => {
    expect(kind.reference).not.toBe("");
    expect(["somebody", "nobody"]).toContain(kind.decidedBy);
    for (const text of [kind.label, kind.describe]) expect(text.vi).toBeTruthy();
    expect(Object.keys(kind.parameters)).toHaveLength(kind.example.values.length);
    for (const p of Object.values(kind.parameters)) {
      expect(p.min).toBeLessThan(p.max);
      expect(p.describe.vi).toBeTruthy();
      if (p.default !== null) expect(p.default).toBeGreaterThanOrEqual(p.min);
    }
  });

  it("is found by its id", () => {
    expect(leverKind(kind.id)).toBe(kind);
  });
});
