import type { History, Lever, Scenario } from "../domain.ts";
import type { Diagnostic } from "../errors.ts";
import { compileFormula, evaluate, type FormulaState } from "../levers/formula.ts";
import { leverKind } from "../levers/index.ts";
import { distributionQuantile } from "../numeric/distribution.ts";

/**
 * Follows every formula of a scenario along one path, from the last reading to the horizon with the trend held level and
 * all numbers at their medians, and tells where one gives no number, or begins outside what it may be.
 *
 * What a formula does in single draws is held at its borders and noted; what it does here would be so in most of them.
 */
export function formulaFaults(scenario: Scenario, histories: readonly History[], horizon: number): Diagnostic[] {
  return scenario.levers.flatMap((lever) => {
    const last = histories.find((h) => h.scheme === lever.target)?.points.at(-1);
    return last ? Object.keys(lever.formulas ?? {}).flatMap((table) => follow(lever, table, last, horizon)) : [];
  });
}

type Point = History["points"][number];

function follow(lever: Lever, table: string, last: Point, horizon: number): Diagnostic[] {
  const { text, place = null } = lever.formulas?.[table] ?? { text: "" };
  const compiled = compileFormula(text);
  const limits = leverKind(lever.kind)?.tables?.[table];
  if (!compiled.ok || !limits) return [];
  const { expression } = compiled;
  const { min, max, unit } = limits;
  const start = lever.start + lever.lagYears;
  const given = lever.parameters.factor;
  const factor = given === undefined ? 1 : distributionQuantile(given, 0.5);
  const base = last.base;
  let participants = last.participants;
  let first = true;
  for (let year = last.year + 1; year <= horizon; year++) {
    const t = year + 1 - start;
    if (t <= 0) continue;
    const state: FormulaState = {
      year,
      t,
      factor,
      base,
      participants,
      trend: last.coverage,
      coverage: participants / base,
      uncovered: base - participants,
    };
    const value = evaluate(expression, state);
    const spread = Math.max(1, Math.abs(max));
    const wild = first && (value < min - 0.01 * spread || value > max + 0.01 * spread);
    if (!Number.isFinite(value) || wild) {
      const key = `levers.${lever.id}.${table}`;
      const where = `${year} (t = ${short(t)}, coverage = ${short(state.coverage)})`;
      const what = Number.isFinite(value) ? `${short(value)}, expected ${short(min)} to ${short(max)}` : "no number";
      const hint = !Number.isFinite(value)
        ? "look at what it divides by, and at what it takes the root or logarithm of"
        : unit === "share"
          ? "coverage is a fraction: 45 % is 0.45"
          : "people are counted one by one: 1.2 million is 1200000";
      return [
        {
          code: "scenario/formula-value",
          severity: "error",
          message: `the formula of ${key} gives ${what} for ${where}`,
          place,
          path: key,
          hint,
        },
      ];
    }
    first = false;
    const held = Math.min(max, Math.max(min, value));
    participants = unit === "share" ? held * base : Math.min(base, Math.max(0, last.participants + held));
  }
  return [];
}

const short = (value: number) => String(Number(value.toPrecision(4)));
