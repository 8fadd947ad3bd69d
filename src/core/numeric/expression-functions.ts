import {
  add,
  type DoubleDouble,
  divide,
  exponential,
  logarithm,
  multiply,
  negate,
  power,
  squareRoot,
  subtract,
} from "./double-double.ts";

/** A function of one number: its value at x, and its derivative there, given x and the value y. */
export interface Unary {
  readonly f: (x: number) => number;
  readonly d: (x: number, y: number) => number;
}

/** A function of two numbers with its two derivatives, given a, b and the value y. */
export interface Binary {
  readonly f: (a: number, b: number) => number;
  readonly da: (a: number, b: number, y: number) => number;
  readonly db: (a: number, b: number, y: number) => number;
}

const flat = () => 0;
const test = (f: (a: number, b: number) => boolean): Binary => ({ f: (a, b) => (f(a, b) ? 1 : 0), da: flat, db: flat });

/** Functions of one number that a formula may use, by mathjs' names. */
export const unary: Readonly<Record<string, Unary>> = {
  unaryMinus: { f: (x) => -x, d: () => -1 },
  unaryPlus: { f: (x) => x, d: () => 1 },
  not: { f: (x) => (x === 0 ? 1 : 0), d: flat },
  abs: { f: Math.abs, d: Math.sign },
  sign: { f: Math.sign, d: flat },
  floor: { f: Math.floor, d: flat },
  ceil: { f: Math.ceil, d: flat },
  round: { f: Math.round, d: flat },
  sqrt: { f: Math.sqrt, d: (_, y) => 0.5 / y },
  cbrt: { f: Math.cbrt, d: (_, y) => 1 / (3 * y * y) },
  square: { f: (x) => x * x, d: (x) => 2 * x },
  cube: { f: (x) => x * x * x, d: (x) => 3 * x * x },
  exp: { f: Math.exp, d: (_, y) => y },
  expm1: { f: Math.expm1, d: (_, y) => y + 1 },
  log: { f: Math.log, d: (x) => 1 / x },
  log1p: { f: Math.log1p, d: (x) => 1 / (1 + x) },
  log2: { f: Math.log2, d: (x) => Math.LOG2E / x },
  log10: { f: Math.log10, d: (x) => Math.LOG10E / x },
  sin: { f: Math.sin, d: Math.cos },
  cos: { f: Math.cos, d: (x) => -Math.sin(x) },
  tan: { f: Math.tan, d: (_, y) => 1 + y * y },
  asin: { f: Math.asin, d: (x) => 1 / Math.sqrt(1 - x * x) },
  acos: { f: Math.acos, d: (x) => -1 / Math.sqrt(1 - x * x) },
  atan: { f: Math.atan, d: (x) => 1 / (1 + x * x) },
  sinh: { f: Math.sinh, d: Math.cosh },
  cosh: { f: Math.cosh, d: Math.sinh },
  tanh: { f: Math.tanh, d: (_, y) => 1 - y * y },
  asinh: { f: Math.asinh, d: (x) => 1 / Math.sqrt(x * x + 1) },
  acosh: { f: Math.acosh, d: (x) => 1 / Math.sqrt(x * x - 1) },
  atanh: { f: Math.atanh, d: (x) => 1 / (1 - x * x) },
};

/** Functions of two numbers that a formula may use, by mathjs' names. `max` and `min` take more, two by two. */
export const binary: Readonly<Record<string, Binary>> = {
  add: { f: (a, b) => a + b, da: () => 1, db: () => 1 },
  subtract: { f: (a, b) => a - b, da: () => 1, db: () => -1 },
  multiply: { f: (a, b) => a * b, da: (_, b) => b, db: (a) => a },
  divide: { f: (a, b) => a / b, da: (_, b) => 1 / b, db: (_, b, y) => -y / b },
  pow: {
    f: (a, b) => a ** b,
    da: (a, b) => (b === 0 ? 0 : b * a ** (b - 1)),
    db: (a, _, y) => (y === 0 ? 0 : y * Math.log(a)),
  },
  mod: { f: (a, b) => a - b * Math.floor(a / b), da: () => 1, db: (a, b) => -Math.floor(a / b) },
  atan2: { f: Math.atan2, da: (a, b) => b / (a * a + b * b), db: (a, b) => -a / (a * a + b * b) },
  log: {
    f: (a, b) => Math.log(a) / Math.log(b),
    da: (a, b) => 1 / (a * Math.log(b)),
    db: (_, b, y) => -y / (b * Math.log(b)),
  },
  hypot: { f: Math.hypot, da: (a, _, y) => a / y, db: (_, b, y) => b / y },
  max: { f: Math.max, da: (a, b) => (a >= b ? 1 : 0), db: (a, b) => (a >= b ? 0 : 1) },
  min: { f: Math.min, da: (a, b) => (a <= b ? 1 : 0), db: (a, b) => (a <= b ? 0 : 1) },
  larger: test((a, b) => a > b),
  largerEq: test((a, b) => a >= b),
  smaller: test((a, b) => a < b),
  smallerEq: test((a, b) => a <= b),
  equal: test((a, b) => a === b),
  unequal: test((a, b) => a !== b),
  and: test((a, b) => a !== 0 && b !== 0),
  or: test((a, b) => a !== 0 || b !== 0),
  xor: test((a, b) => (a !== 0) !== (b !== 0)),
};

/** Functions that take two numbers or more. */
export const chained: ReadonlySet<string> = new Set(["add", "multiply", "max", "min", "hypot"]);

/** Names that stand for numbers, unless a parameter or column has the same name. */
export const constants: Readonly<Record<string, number>> = {
  pi: Math.PI,
  tau: 2 * Math.PI,
  e: Math.E,
  phi: (1 + Math.sqrt(5)) / 2,
  LN2: Math.LN2,
  LN10: Math.LN10,
  LOG2E: Math.LOG2E,
  LOG10E: Math.LOG10E,
  SQRT1_2: Math.SQRT1_2,
  SQRT2: Math.SQRT2,
  true: 1,
  false: 0,
};

/** Those of one number that keep the digits of a double double; the others carry what is beyond a double by their slope. */
export const fineUnary: Readonly<Record<string, (a: DoubleDouble) => DoubleDouble>> = {
  unaryMinus: negate,
  sqrt: squareRoot,
  square: (a) => multiply(a, a),
  cube: (a) => multiply(a, multiply(a, a)),
  exp: exponential,
  log: logarithm,
};

/** The same of two numbers. */
export const fineBinary: Readonly<Record<string, (a: DoubleDouble, b: DoubleDouble) => DoubleDouble>> = {
  add,
  subtract,
  multiply,
  divide,
  pow: power,
};
