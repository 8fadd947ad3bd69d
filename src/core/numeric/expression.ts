import type { DoubleDouble } from "./double-double.ts";
import {
  type Binary,
  binary,
  chained,
  constants,
  fineBinary,
  fineUnary,
  type Unary,
  unary,
} from "./expression-functions.ts";
import { type Formula, parseFormula } from "./mathjs.ts";

/** Longest formula read, in characters, and most parts it may have. */
const LONGEST = 1000;
const PARTS = 500;

/** A formula ready to be evaluated: no code was made from it, and none can be reached through it. */
export interface Expression {
  readonly text: string;
  readonly parameters: readonly string[];
  readonly variables: readonly string[];
  /** Names of parameters and variables that the formula really uses. */
  readonly used: ReadonlySet<string>;
  /** Evaluates at parameters `theta` and one row of variables, both in the order of the names. */
  value(theta: ArrayLike<number>, row: ArrayLike<number>): number;
  /** The same, and writes the exact derivatives by each parameter into `out`. */
  gradient(theta: ArrayLike<number>, row: ArrayLike<number>, out: Float64Array): number;
  /** Evaluates with some 31 digits, far slower, from a row that may have as many. */
  fine(theta: ArrayLike<number>, row: readonly DoubleDouble[]): DoubleDouble;
}

/** A compiled formula, or why it is refused. */
export type Compiled =
  | { readonly ok: true; readonly expression: Expression }
  | { readonly ok: false; readonly reason: string };

/**
 * Compiles a formula in mathjs' notation, with named parameters and variables (columns), into a list of simple steps.
 *
 * Derivatives are exact: one pass backwards over the steps (reverse accumulation; Griewank and Walther 2008), through
 * max, min and `?:` too, of which only the branch taken counts. Refused, each with its reason: what is not on the list
 * of functions, unknown names, constants that are not finite (1e999, 9^9^9^9, 1/0), more than 1,000 characters or 500
 * parts. Comparisons give 1 or 0.
 */
export function compileExpression(text: string, parameters: readonly string[], variables: readonly string[]): Compiled {
  if (text.length > LONGEST) return { ok: false, reason: `it is longer than ${LONGEST} characters` };
  const formula = parseFormula(text, PARTS);
  if (formula.kind === "refused") return { ok: false, reason: formula.reason };
  const tape = new Tape(parameters, variables);
  const result = tape.write(formula);
  if (typeof result === "string") return { ok: false, reason: result };
  const steps = tape.steps;
  const values = new Float64Array(steps.length);
  const slopes = new Float64Array(steps.length);

  const value: Expression["value"] = (theta, row) => {
    for (let i = 0; i < steps.length; i++) {
      const s = steps[i];
      if (s.kind === Kind.binary) values[i] = s.rule.f(values[s.a], values[s.b]);
      else if (s.kind === Kind.unary) values[i] = s.rule.f(values[s.a]);
      else if (s.kind === Kind.parameter) values[i] = theta[s.a];
      else if (s.kind === Kind.variable) values[i] = row[s.a];
      else if (s.kind === Kind.choice) values[i] = values[s.test] !== 0 ? values[s.a] : values[s.b];
      else values[i] = s.value;
    }
    return values[result];
  };
  const gradient: Expression["gradient"] = (theta, row, out) => {
    const top = value(theta, row);
    slopes.fill(0);
    slopes[result] = 1;
    out.fill(0, 0, parameters.length);
    for (let i = result; i >= 0; i--) {
      const slope = slopes[i];
      // What does not count must not spoil: 0 times an infinite derivative of a branch not taken is no number.
      if (slope === 0) continue;
      const s = steps[i];
      if (s.kind === Kind.binary) {
        if (steps[s.a].moves) slopes[s.a] += slope * s.rule.da(values[s.a], values[s.b], values[i]);
        if (steps[s.b].moves) slopes[s.b] += slope * s.rule.db(values[s.a], values[s.b], values[i]);
      } else if (s.kind === Kind.unary) slopes[s.a] += slope * s.rule.d(values[s.a], values[i]);
      else if (s.kind === Kind.parameter) out[s.a] += slope;
      else if (s.kind === Kind.choice) slopes[values[s.test] !== 0 ? s.a : s.b] += slope;
    }
    return top;
  };
  const fine: Expression["fine"] = (theta, row) => {
    const all: DoubleDouble[] = [];
    for (const s of steps) {
      if (s.kind === Kind.binary) all.push(fineOfTwo(s.name, s.rule, all[s.a], all[s.b]));
      else if (s.kind === Kind.unary) all.push(fineOfOne(s.name, s.rule, all[s.a]));
      else if (s.kind === Kind.parameter) all.push([theta[s.a], 0]);
      else if (s.kind === Kind.variable) all.push(row[s.a]);
      else if (s.kind === Kind.choice) all.push(all[all[s.test][0] !== 0 ? s.a : s.b]);
      else all.push([s.value, 0]);
    }
    return all[result];
  };
  const used = new Set(
    steps.flatMap((s) =>
      s.kind === Kind.parameter ? [parameters[s.a]] : s.kind === Kind.variable ? [variables[s.a]] : [],
    ),
  );
  return { ok: true, expression: { text, parameters, variables, used, value, gradient, fine } };
}

function fineOfOne(name: string, rule: Unary, a: DoubleDouble): DoubleDouble {
  if (Object.hasOwn(fineUnary, name)) return fineUnary[name](a);
  const y = rule.f(a[0]);
  return [y, a[1] === 0 ? 0 : rule.d(a[0], y) * a[1]];
}

function fineOfTwo(name: string, rule: Binary, a: DoubleDouble, b: DoubleDouble): DoubleDouble {
  if (Object.hasOwn(fineBinary, name)) return fineBinary[name](a, b);
  const y = rule.f(a[0], b[0]);
  const moved = (a[1] === 0 ? 0 : rule.da(a[0], b[0], y) * a[1]) + (b[1] === 0 ? 0 : rule.db(a[0], b[0], y) * b[1]);
  return [y, moved];
}

const Kind = { constant: 0, parameter: 1, variable: 2, unary: 3, binary: 4, choice: 5 } as const;

/** One step of the evaluation; a, b and test are positions of earlier steps (or of a name). `moves`: by parameters. */
type Step = { readonly moves: boolean } & (
  | { readonly kind: typeof Kind.constant; readonly value: number }
  | { readonly kind: typeof Kind.parameter; readonly a: number }
  | { readonly kind: typeof Kind.variable; readonly a: number }
  | { readonly kind: typeof Kind.unary; readonly name: string; readonly a: number; readonly rule: Unary }
  | {
      readonly kind: typeof Kind.binary;
      readonly name: string;
      readonly a: number;
      readonly b: number;
      readonly rule: Binary;
    }
  | { readonly kind: typeof Kind.choice; readonly test: number; readonly a: number; readonly b: number }
);

/** Writes a tree as steps: constants folded, equal steps written once. */
class Tape {
  readonly steps: Step[] = [];
  private readonly places = new Map<string, number>();

  constructor(
    private readonly parameters: readonly string[],
    private readonly variables: readonly string[],
  ) {}

  /** Returns the position of the step that holds the tree's value, or the reason of a refusal. */
  write(formula: Formula): number | string {
    switch (formula.kind) {
      case "number":
        return this.constant(formula.value);
      case "name":
        return this.name(formula.name);
      case "choice":
        return this.choice(formula);
      case "call":
        return this.call(formula.name, formula.args);
    }
  }

  private push(key: string, step: Step): number {
    const known = this.places.get(key);
    if (known !== undefined) return known;
    this.places.set(key, this.steps.length);
    return this.steps.push(step) - 1;
  }

  private constant(value: number): number | string {
    if (!Number.isFinite(value)) return "a constant part of it is not a finite number";
    return this.push(`#${value}`, { kind: Kind.constant, value, moves: false });
  }

  private name(name: string): number | string {
    const parameter = this.parameters.indexOf(name);
    if (parameter >= 0) return this.push(`p${parameter}`, { kind: Kind.parameter, a: parameter, moves: true });
    const variable = this.variables.indexOf(name);
    if (variable >= 0) return this.push(`v${variable}`, { kind: Kind.variable, a: variable, moves: false });
    if (Object.hasOwn(constants, name)) return this.constant(constants[name]);
    if (this.parameters.length === 0) return `"${name}" is none of the names it may use: ${this.variables.join(", ")}`;
    return `"${name}" is neither a parameter (${this.parameters.join(", ")}) nor a column (${this.variables.join(", ")})`;
  }

  private choice(formula: Formula & { kind: "choice" }): number | string {
    const test = this.write(formula.test);
    if (typeof test === "string") return test;
    const a = this.write(formula.yes);
    if (typeof a === "string") return a;
    const b = this.write(formula.no);
    if (typeof b === "string") return b;
    const moves = this.steps[a].moves || this.steps[b].moves;
    return this.push(`?${test},${a},${b}`, { kind: Kind.choice, test, a, b, moves });
  }

  private call(name: string, args: readonly Formula[]): number | string {
    const places: number[] = [];
    for (const arg of args) {
      const place = this.write(arg);
      if (typeof place === "string") return place;
      places.push(place);
    }
    if (places.length === 1 && Object.hasOwn(unary, name)) return this.unary(name, places[0]);
    const many = chained.has(name) && places.length > 2;
    if ((places.length === 2 || many) && Object.hasOwn(binary, name)) {
      return places.reduce<number | string>(
        (a, b, i) => (i === 0 || typeof a === "string" ? a : this.binary(name, a, b)),
        places[0],
      );
    }
    if (Object.hasOwn(unary, name) || Object.hasOwn(binary, name)) {
      return `${name}() cannot take ${places.length} ${places.length === 1 ? "number" : "numbers"}`;
    }
    return `${name}() is not among the functions it may use: ${known.join(", ")}`;
  }

  private unary(name: string, a: number): number | string {
    const rule = unary[name];
    const inner = this.steps[a];
    if (inner.kind === Kind.constant) return this.constant(rule.f(inner.value));
    return this.push(`${name}(${a}`, { kind: Kind.unary, name, a, rule, moves: inner.moves });
  }

  private binary(name: string, a: number, b: number): number | string {
    const rule = binary[name];
    const [left, right] = [this.steps[a], this.steps[b]];
    if (left.kind === Kind.constant && right.kind === Kind.constant)
      return this.constant(rule.f(left.value, right.value));
    return this.push(`${name}(${a},${b}`, { kind: Kind.binary, name, a, b, rule, moves: left.moves || right.moves });
  }
}

/** Functions that a user would write by name; operators have signs. */
const known = [...new Set([...Object.keys(unary), ...Object.keys(binary)])]
  .filter((name) => !/^(unary|larger|smaller|equal|unequal|and|or|xor|not|add|subtract|multiply|divide|mod)/.test(name))
  .sort();
