import type { Lever } from "../domain.ts";
import { invariant } from "../errors.ts";
import { type Compiled, compileExpression, type Expression } from "../numeric/expression.ts";
import type { LeverClock, TableReading } from "./lever.ts";

/** What a formula knows when it gives the value of one 31 December. */
export interface FormulaState {
  readonly year: number;
  readonly t: number;
  readonly trend: number;
  readonly coverage: number;
  readonly participants: number;
  readonly base: number;
  readonly uncovered: number;
  readonly factor: number;
}

/** The names that a formula may use, and what each stands for. Shares are fractions: 0.45, not 45. */
export const formulaNames: Readonly<Record<keyof FormulaState, string>> = {
  year: "the year whose 31 December the value is for",
  t: "years from the lever's start, after its lag, to that day",
  trend: "coverage on that day if no lever acted, 0 to 1",
  coverage: "coverage a year before, with all levers, 0 to 1",
  participants: "people covered a year before",
  base: "people in the base a year before",
  uncovered: "people in the base who were not covered a year before",
  factor: "the lever's `factor`; a formula that speaks of it is not multiplied by it again",
};

const names = Object.keys(formulaNames) as readonly (keyof FormulaState)[];

/** Compiles a lever's formula, or says why it is refused; nothing it holds can reach code. */
export function compileFormula(text: string): Compiled {
  return compileExpression(text, [], names);
}

/** One formula of a lever, ready to be evaluated: `before` and `after` are written into its reading. */
export interface ReadyFormula {
  readonly table: string;
  /** Gives the value of a year, held inside `low..high`; what is no number becomes `otherwise`. */
  value(state: FormulaState, low: number, high: number, otherwise: number): Held;
  readonly speaksOfFactor: boolean;
}

/** A value, and whether it had to be held. */
interface Held {
  value: number;
  held: boolean;
}

/** Rounding at a border is no fault of a formula. */
const HAIR = 1e-9;

/** Makes the formula of a lever ready; null for a lever without one. It was checked when it was read. */
export function readyFormula(lever: Lever): ReadyFormula | null {
  const [found] = Object.entries(lever.formulas ?? {});
  if (found === undefined) return null;
  const [table, { text }] = found;
  const compiled = compileFormula(text);
  invariant(compiled.ok, `the formula of the lever ${lever.id} was checked when it was read`);
  const { expression } = compiled;
  const row = new Float64Array(names.length);
  const result: Held = { value: 0, held: false };
  return {
    table,
    speaksOfFactor: expression.used.has("factor"),
    value(state, low, high, otherwise) {
      const raw = evaluate(expression, state, row);
      const held = Math.min(high, Math.max(low, Number.isNaN(raw) ? otherwise : raw));
      result.value = held;
      result.held = !(Math.abs(raw - held) <= HAIR * Math.max(1, Math.abs(held)));
      return result;
    },
  };
}

/** Evaluates a compiled formula; not a number where it gives none. */
export function evaluate(expression: Expression, state: FormulaState, row = new Float64Array(names.length)): number {
  for (let i = 0; i < names.length; i++) row[i] = state[names[i]];
  return expression.value(noParameters, row);
}

const noParameters = new Float64Array(0);

/** A clock whose one table is written anew for every draw. */
export interface FormulaClock extends LeverClock {
  readonly reading: { -readonly [K in keyof TableReading]: TableReading[K] };
}

/** Gives a clock the reading that a formula fills in. */
export function formulaClock(clock: LeverClock, { table, speaksOfFactor }: ReadyFormula): FormulaClock {
  const reading = { before: 0, after: 0, reachedBefore: 1, reachedAfter: 1, factorWithin: speaksOfFactor };
  return { ...clock, reading, tables: { [table]: reading } };
}
