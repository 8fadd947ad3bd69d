import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { compileExpression, type Expression } from "../../../src/core/numeric/expression.ts";
import { binary, unary } from "../../../src/core/numeric/expression-functions.ts";

function compiled(
  text: string,
  parameters: readonly string[] = ["a", "b"],
  variables: readonly string[] = ["x"],
): Expression {
  const result = compileExpression(text, parameters, variables);
  if (!result.ok) throw new Error(result.reason);
  return result.expression;
}
const reasonOf = (text: string): string => {
  const result = compileExpression(text, ["a", "b"], ["x"]);
  return result.ok ? "accepted" : result.reason;
};

describe("values", () => {
  it.each([
    ["2 + 3 * 4", 14],
    ["2^3^2", 512],
    ["-2^2", -4],
    ["2 x", 6],
    ["10 % 4", 2],
    ["50%", 0.5],
    ["x > 2 ? a : b", 0.7],
    ["x > 2 and not (x < 1) ? 1 : 0", 1],
    ["1 < x < 4", 1],
    ["max(a, b, x, 2.5)", 3],
    ["min(4, x) + abs(-a) + sign(b)", 2.7],
    ["log(8, 2) + log10(100) + log2(8) + log(e)", 9],
    ["sqrt(9) + cbrt(27) + square(3) + cube(2)", 23],
    ["atan2(1, 1) - pi / 4", 0],
    ["true + false + 0x10", 17],
  ])("%s = %d", (text, value) => {
    expect(compiled(text).value([0.7, -1.2], [3])).toBeCloseTo(value, 14);
  });

  it("reads columns by name, and prefers parameter and column names to constants", () => {
    const { value } = compiled("e * rate_2 + pi", ["e"], ["rate_2", "pi"]);
    expect(value([2], [10, 1])).toBe(21);
  });

  it("tells which parameters and variables are used", () => {
    expect([...compiled("b * x").used]).toEqual(["b", "x"]);
  });
});

describe("derivatives", () => {
  const at = [0.7, 0.4];
  it.each([
    "a*(1 - exp(-b*x))",
    "a / (1 + exp(b - 0.3*x))",
    "(a + b*x)^2 / (1 + a*b)",
    "a^b + b^a + x^a",
    "max(a*x, b) - min(a, b*x)",
    "x > 1 ? a^2 : b^2",
    "atan2(a, b) + hypot(a, b) + log(a, 3) + log(x, a + 2)",
    "(a*x) mod (b + 0.7)",
    ...Object.keys(unary)
      .filter((name) => /^[a-z]+\d*p?1?$/.test(name) && !["unaryMinus", "unaryPlus", "not", "acosh"].includes(name))
      .map((name) => `${name}(a*b + 0.1*x)`),
    "acosh(1 + a + b)",
  ])("of %s agree with differences", (text) => {
    const { value, gradient } = compiled(text);
    const slope = new Float64Array(2);
    expect(gradient(at, [2], slope)).toBe(value(at, [2]));
    at.forEach((_, j) => {
      const moved = (by: number) =>
        value(
          at.map((v, i) => (i === j ? v + by : v)),
          [2],
        );
      // Five-point differences: error about h^4, 1e-12, and rounding about 1e-16 / h.
      const h = 1e-3;
      const difference = (8 * (moved(h) - moved(-h)) - (moved(2 * h) - moved(-2 * h))) / (12 * h);
      expect(slope[j]).toBeCloseTo(difference, 8);
    });
  });

  it("ignore a branch that is not taken, even where it has no derivative", () => {
    const slope = new Float64Array(2);
    compiled("a > 0 ? a : sqrt(b)").gradient([1, 0], [0], slope);
    expect([...slope]).toEqual([1, 0]);
  });
});

describe("refusals", () => {
  it.each([
    ["a = 3", "an assignment"],
    ["f(x) = x", "a definition of a function"],
    ["a; b", "more than one formula"],
    ["a.constructor", "property access"],
    ['a["constructor"]', "property access"],
    ["[1, 2]", "an array"],
    ["{a: 1}", "an object"],
    ["1:3", "a range"],
    ['"text"', "text or null"],
    ["null", "text or null"],
    ["1e999", "not finite"],
    ["9^9^9^9", "not a finite number"],
    ["1/0", "not a finite number"],
    ["sqrt(-1)", "not a finite number"],
    ["Infinity", "not finite"],
    ["a + ", "cannot be read"],
    ["speed * x", '"speed" is neither a parameter (a, b) nor a column (x)'],
    ["__proto__", '"__proto__" is neither'],
    ["constructor(a)", "constructor() is not among"],
    ["import(a)", "import() is not among"],
    ["evaluate(a)", "evaluate() is not among"],
    ["random()", "random() is not among"],
    ["x!", "factorial() is not among"],
    ["exp(a, b)", "exp() cannot take 2 numbers"],
    ["pow(a)", "pow() cannot take 1 number"],
    [`cos.constructor("return process")`, "not a name"],
    [`${"a+".repeat(249)}a`, "accepted"],
    [`${"(".repeat(50)}a${")".repeat(50)}`, "accepted"],
    [`${"a+".repeat(300)}a`.replaceAll("a", "x"), "more than 500 parts"],
    ["a".repeat(1001), "longer than 1000 characters"],
    ["(".repeat(900), "it"],
  ])("%s", (text, reason) => {
    expect(reasonOf(text)).toContain(reason);
  });

  it("never throw, whatever the text", () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 60 }), (text) => {
        const result = compileExpression(text, ["a"], ["x"]);
        if (!result.ok) expect(result.reason.length).toBeGreaterThan(0);
      }),
      { numRuns: 500, seed: 1 },
    );
  });
});

it("knows no function under a name of the object machinery", () => {
  for (const name of ["constructor", "toString", "__proto__", "hasOwnProperty"]) {
    expect(Object.hasOwn(unary, name) || Object.hasOwn(binary, name)).toBe(false);
  }
});
