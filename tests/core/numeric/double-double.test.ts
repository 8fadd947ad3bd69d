import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  add,
  asWritten,
  type DoubleDouble,
  divide,
  exponential,
  logarithm,
  multiply,
  power,
  squareRoot,
  subtract,
} from "../../../src/core/numeric/double-double.ts";
import { compileExpression } from "../../../src/core/numeric/expression.ts";

const one: DoubleDouble = [1, 0];
const two: DoubleDouble = [2, 0];

describe("double doubles", () => {
  // Second parts: what the mathematical constant is beyond the double nearest to it.
  it.each([
    ["e", exponential(one), Math.E, 1.4456468917292502e-16],
    ["ln 2", logarithm(two), Math.LN2, 2.319046813846299e-17],
    ["the root of 2", squareRoot(two), Math.SQRT2, -9.667293313452913e-17],
    ["a third", divide(one, [3, 0]), 1 / 3, 1.850371707708594e-17],
    ["2 to the half", power(two, [0.5, 0]), Math.SQRT2, -9.667293313452913e-17],
    ["a tenth as written", asWritten(0.1), 0.1, -5.551115123125783e-18],
    ["3 tenths as written", multiply(asWritten(0.1), [3, 0]), 0.3, 2 ** -54 / 5],
    ["100 as written", asWritten(100), 100, 0],
  ] as const)("know %s to 30 digits", (_, [high, low], first, second) => {
    expect(high).toBe(first);
    expect(Math.abs(low - second)).toBeLessThan(1e-30);
  });

  it("undo what they did, to 28 digits or more", () => {
    const number = fc.double({ min: 1e-6, max: 1e6, noNaN: true });
    fc.assert(
      fc.property(number, number, (a, b) => {
        const [x, y] = [asWritten(a), asWritten(b)];
        const same = (z: DoubleDouble) => Math.abs((z[0] - x[0] + (z[1] - x[1])) / a);
        expect(same(subtract(add(x, y), y))).toBeLessThan((1e-28 * (a + b)) / a);
        expect(same(multiply(divide(x, y), y))).toBeLessThan(1e-28);
        expect(same(exponential(logarithm(x)))).toBeLessThan(1e-28);
        expect(same(multiply(squareRoot(x), squareRoot(x)))).toBeLessThan(1e-28);
        expect(same(power(power(x, [3, 0]), divide(one, [3, 0])))).toBeLessThan(1e-27);
      }),
      { numRuns: 100, seed: 2 },
    );
  });

  it("keep the digits of one double where there are no more, and never turn a number into none", () => {
    for (const a of [0, 1e300, 1e-300, -1e300, 1e200])
      for (const z of [
        asWritten(a),
        exponential([a, 0]),
        multiply([a, 0], [a, 0]),
        power([a, 0], two),
        squareRoot([Math.abs(a), 0]),
      ])
        expect(Number.isNaN(z[0]) || Number.isNaN(z[1]), `${a}: ${z.join()}`).toBe(false);
    expect(logarithm([0, 0])[0]).toBe(Number.NEGATIVE_INFINITY);
    expect(power([-2, 0], [3, 0])).toEqual([-8, 0]);
    expect(power([-2, 0], [0.5, 0])[0]).toBeNaN();
  });
});

it("formulas say the same with 31 digits as with 16, whatever functions they use", () => {
  const text = "a*exp(-b*x)+log(x+2)/sqrt(x+1)-x^2.5+cube(x)/3+max(a,x)*sin(x)+(x>1?atan2(x,b):-x)+square(x)^-1";
  const compiled = compileExpression(text, ["a", "b"], ["x"]);
  if (!compiled.ok) throw new Error(compiled.reason);
  for (const x of [0.3, 0.9, 1.7, 3]) {
    const [high, low] = compiled.expression.fine([1.1, 0.7], [asWritten(x)]);
    const plain = compiled.expression.value([1.1, 0.7], [x]);
    expect(Math.abs(high + low - plain)).toBeLessThan(4e-15 * (1 + Math.abs(plain)));
  }
});
