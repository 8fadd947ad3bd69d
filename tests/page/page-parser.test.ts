import * as fc from "fast-check";
import { expect, test, vi } from "vitest";
import { parseFormula } from "../../src/core/numeric/mathjs.ts";

// What the bundle of a page puts in the place of the package.
vi.doMock("mathjs/number", () => import("../../scripts/page-parser.mjs"));
vi.resetModules();
const { parseFormula: parseInPage } = await import("../../src/core/numeric/mathjs.ts");

const limit = 60;
const number = fc.constantFrom("0", "1", "2.5", ".5", "3.", "1e3", "2E-2", "1e+2", "100", "2e.5");
const name = fc.constantFrom("x", "year", "coverage", "a_1", "pi", "true", "e", "max", "log");
const operators =
  "+ - * / ^ % mod < > <= >= == != and or xor not ! ? : ( ) , & | ^| << >> >>> .* ./ .^ ~ to ' = . # ; \n é $ @ 2e+ null".split(
    / /,
  );
const mark = fc.constantFrom(...operators, "(", ")", "(", ")", "?", ":", "+", "-", "*", "^", "%", "/");
const gap = fc.constantFrom("", "", " ", " ", "\t", "\n");
const loose = fc
  .array(fc.tuple(fc.oneof({ weight: 3, arbitrary: number }, { weight: 4, arbitrary: name }, mark), gap), {
    maxLength: 24,
  })
  .map((parts) => parts.flat().join(""));

/** Formulas that are mostly understood, of every construct there is. */
const { formula: sound } = fc.letrec<{ formula: string }>((tie) => ({
  formula: fc.oneof(
    { maxDepth: 5, withCrossShrink: true },
    fc.oneof(number, name),
    fc
      .tuple(
        tie("formula"),
        fc.constantFrom(..."+ - * / ^ % mod < <= > >= == != and or xor".split(" "), ""),
        tie("formula"),
      )
      .map(([a, sign, b]) => `${a} ${sign} ${b}`),
    fc.tuple(fc.constantFrom("-", "+", "not "), tie("formula")).map((parts) => parts.join("")),
    tie("formula").map((inner) => `(${inner})`),
    tie("formula").map((inner) => `${inner}%`),
    tie("formula").map((inner) => `${inner}!`),
    fc
      .tuple(fc.constantFrom("max", "exp", "log"), fc.array(tie("formula"), { maxLength: 3 }))
      .map(([called, args]) => `${called}(${args.join(", ")})`),
    fc.tuple(tie("formula"), tie("formula"), tie("formula")).map(([a, b, c]) => `${a} ? ${b} : ${c}`),
  ),
}));

function alike(text: string): void {
  expect({ text, formula: parseInPage(text, limit) }).toEqual({ text, formula: parseFormula(text, limit) });
}

test("pages read formulas as the command line does, and refuse what it refuses", () => {
  fc.assert(fc.property(sound, alike), { numRuns: 4000 });
  fc.assert(fc.property(loose, alike), { numRuns: 4000 });
});

test.each([
  ["", "it holds text or null where a number is expected"],
  ["1 +", "it cannot be read: Unexpected end of expression (char 4)"],
  ["(1 + 2", "it cannot be read: Parenthesis ) expected (char 7)"],
  ["1 + * 2", "it cannot be read: Value expected (char 5)"],
  ["1 2", 'it cannot be read: Unexpected part "2" (char 3)'],
  ["1 )", "it cannot be read: Unexpected operator ) (char 3)"],
  ["x ? 1", "it cannot be read: False part of conditional expression expected (char 6)"],
  ["x ? : 1", "it cannot be read: The true-expression of a conditional operator may not be empty (char 5)"],
  ["2e+x", 'it cannot be read: Digit expected, got "x" (char 1)'],
  ["x @ y", 'it cannot be read: Syntax error in part "@ y" (char 3)'],
  ["3 = x", "it cannot be read: Invalid left hand side of assignment operator = (char 3)"],
  ["x = 3", "it holds an assignment"],
  ["f(x) = 3", "it holds a definition of a function"],
  ["x; y", "it holds more than one formula"],
  ["1:3", "it holds a range"],
  ["[1, 2]", "it holds an array"],
  ["{a: 1}", "it holds an object"],
  ["x.y", "it holds property access"],
  ["x[1]", "it holds property access"],
  ["'a'", "it holds text or null where a number is expected"],
  ["1e999", "a number in it is not finite"],
  [`${"x+".repeat(60)}x`, "it has more than 60 parts"],
  ["(".repeat(4000), "it is nested too deeply"],
])("%s is refused with the same words", (text, reason) => {
  expect([parseFormula(text, limit), parseInPage(text, limit)]).toEqual([
    { kind: "refused", reason },
    { kind: "refused", reason },
  ]);
});

test.each([
  "5% ",
  "x + 5%",
  "20 % 3",
  "1/2 x",
  "-2^2",
  "2^-3^2",
  "2(x+1)",
  "x < y < 3 < 4",
  "x ? 1 : e ? 2 : 3",
  "f(x)(2)",
  "x # note",
  "0x1f",
  "0b101 x",
])("%s is read as the command line reads it", (text) => {
  expect(parseFormula(text, limit).kind).not.toBe("refused");
  alike(text);
});
