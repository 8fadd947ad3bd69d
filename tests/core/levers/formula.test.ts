import { describe, expect, it } from "vitest";
import type { History, Lever } from "../../../src/core/domain.ts";
import { compileFormula, evaluate, formulaNames } from "../../../src/core/levers/formula.ts";
import { leverKinds } from "../../../src/core/levers/index.ts";
import { project } from "../../../src/core/project.ts";
import { formulaFaults } from "../../../src/core/simulate/formula-faults.ts";
import { simulate } from "../../../src/core/simulate/simulate.ts";
import { lever, projectionInput, scenario } from "../projection-input.ts";

const formula = (table: "coverage" | "added", text: string, over: Partial<Lever> = {}, scheme = "formal") =>
  lever("plan", "path", scheme, { formulas: { [table]: { text } }, ...over });
const run = (levers: readonly Lever[]) =>
  simulate(projectionInput(levers, { run: { horizon: 2032, draws: 60, seed: 3, bands: [] } }));
const coverage = (levers: readonly Lever[], year: number, scheme = "formal") => {
  const { draws: d } = run(levers);
  const from = (d.schemes.indexOf(scheme) * d.years.length + d.years.indexOf(year)) * d.draws;
  return Array.from({ length: d.draws }, (_, i) => d.participants[from + i] / d.base[from + i]);
};
const people = (levers: readonly Lever[], year: number) => {
  const { draws: d } = run(levers);
  const from = (d.schemes.indexOf("formal") * d.years.length + d.years.indexOf(year)) * d.draws;
  return [...d.participants.subarray(from, from + d.draws)];
};

describe("a lever that follows a formula", () => {
  it("does with its state what its worked example says", () => {
    for (const { formulaExample } of leverKinds) {
      if (!formulaExample) continue;
      const [[table, text]] = Object.entries(formulaExample.formulas);
      const compiled = compileFormula(text);
      const value = compiled.ok ? evaluate(compiled.expression, formulaExample.state) : Number.NaN;
      expect(value).toBeCloseTo(formulaExample.clock.tables?.[table].after ?? Number.NaN, 12);
    }
    expect(leverKinds.some(({ formulaExample }) => formulaExample)).toBe(true);
  });

  it("of the year and the time since its start is what it says in every draw", () => {
    for (const c of coverage([formula("coverage", "0.4 + 0.01 * t")], 2029)) expect(c).toBeCloseTo(0.44, 12);
    for (const c of coverage([formula("coverage", "year == 2029 ? 0.61 : 0.6")], 2029)) expect(c).toBeCloseTo(0.61, 12);
  });

  it("begins from the last reading, and goes on from what it was a year before", () => {
    const levers = [formula("coverage", "coverage + 0.1 * (0.9 - coverage)", { start: 2025 })];
    let expected = 0.4;
    for (let year = 2025; year <= 2032; year++) {
      expected += 0.1 * (0.9 - expected);
      for (const c of coverage(levers, year)) expect(c).toBeCloseTo(expected, 10);
    }
  });

  it("of the trend alone changes nothing, in any draw of any scheme", () => {
    for (const scheme of ["formal", "voluntary", "jobless", "health"]) {
      const plain = coverage([], 2031, scheme);
      coverage([formula("coverage", "trend", {}, scheme)], 2031, scheme).forEach((c, i) => {
        expect(c).toBeCloseTo(plain[i], 12);
      });
    }
  });

  it("that adds people adds those between one year end and the next, and not what it did before the last reading", () => {
    const plain = people([], 2027);
    people([formula("added", "100000 * t")], 2027).forEach((p, i) => {
      expect(p - plain[i]).toBeCloseTo(200_000 * growth(i), -3);
    });
    function growth(i: number) {
      // What was added is a share of the base, and grows with it.
      const { draws: d } = run([]);
      const at = (year: number) =>
        d.base[(d.schemes.indexOf("formal") * d.years.length + d.years.indexOf(year)) * d.draws + i];
      return (at(2027) / at(2026) + 1) / 2;
    }
    const early = formula("added", "100000 * t", { start: 2015 });
    people([early], 2025).forEach((p, i) => {
      expect(p - people([], 2025)[i]).toBeCloseTo(100_000, 3);
    });
  });

  it("multiplies its values by its factor, unless it speaks of the factor itself", () => {
    const factor = { parameters: { factor: { kind: "fixed", value: 0.5 } } } as const;
    for (const c of coverage([formula("coverage", "0.8", factor)], 2030)) expect(c).toBeCloseTo(0.4, 12);
    for (const c of coverage([formula("coverage", "0.8 + 0 * factor", factor)], 2030)) expect(c).toBeCloseTo(0.8, 12);
  });

  it("is held where it gives no number or one that cannot be, and a note says in how many draws", () => {
    const wild = formula("coverage", "t < 3 ? 0.5 : t < 4 ? 7 : t < 5 ? -7 : 0 / (t - t)");
    expect(coverage([wild], 2028).every((c) => c <= 1 && c > 0.99)).toBe(true);
    expect(coverage([wild], 2029).every((c) => c === 0)).toBe(true);
    expect(coverage([wild], 2031).every((c) => c === 0)).toBe(true);
    const { notes } = project(projectionInput([wild], { run: { horizon: 2032, draws: 60, seed: 3, bands: [0.5] } }));
    expect(notes.find(({ code }) => code === "lever/formula-held")?.message.en).toContain(
      "100% of the simulated futures",
    );
    const tame = project(
      projectionInput([formula("coverage", "0.5")], { run: { horizon: 2032, draws: 60, seed: 3, bands: [0.5] } }),
    );
    expect(tame.notes.some(({ code }) => code === "lever/formula-held")).toBe(false);
  });

  it("cannot reach anything but numbers", () => {
    for (const text of ["constructor", "import(1)", "[1, 2]", "f(x) = 2", "t.constructor", 'parse("1")', "1e999"])
      expect(compileFormula(text).ok, text).toBe(false);
    expect(Object.keys(formulaNames).every((name) => compileFormula(name).ok)).toBe(true);
  });
});

describe("before anything is simulated", () => {
  const histories: readonly History[] = projectionInput().schemes.map((s) => s.history);
  const faults = (text: string, table: "coverage" | "added" = "coverage", start = 2026) =>
    formulaFaults({ ...scenario, levers: [formula(table, text, { start })] }, histories, 2032).map(
      ({ message }) => message,
    );

  it("a formula that gives no number on the median path is told with the first year", () => {
    expect(faults("sqrt(0.2 - coverage)")).toEqual([
      "the formula of levers.plan.coverage gives no number for 2026 (t = 1, coverage = 0.4)",
    ]);
    expect(faults("0.5 / (t - 4)", "added")).toEqual([
      "the formula of levers.plan.added gives no number for 2029 (t = 4, coverage = 0.4)",
    ]);
  });

  it("percent written for a fraction is told, and small steps over a border are not", () => {
    expect(faults("45 + t")[0]).toContain("gives 46, expected 0 to 1 for 2026");
    expect(faults("0.9 + 0.05 * t")).toEqual([]);
  });

  it("a formula whose lever starts after the horizon is left alone", () => {
    expect(faults("1 / (t - t)", "coverage", 2040)).toEqual([]);
    expect(faults("coverage + 0.01")).toEqual([]);
  });
});
