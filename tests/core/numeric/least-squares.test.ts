import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { compileExpression } from "../../../src/core/numeric/expression.ts";
import { type LeastSquaresProblem, leastSquares } from "../../../src/core/numeric/least-squares.ts";
import { certifiedProblems } from "./certified-problems.ts";

/** Residuals and Jacobian of a formula of x, as a problem. */
function problemOf(
  model: string,
  parameters: readonly string[],
  x: readonly number[],
  y: readonly number[],
  more: Pick<LeastSquaresProblem, "start"> & Partial<LeastSquaresProblem>,
): LeastSquaresProblem {
  const compiled = compileExpression(model, parameters, ["x"]);
  if (!compiled.ok) throw new Error(compiled.reason);
  const { value, gradient } = compiled.expression;
  const k = parameters.length;
  const row = new Float64Array(k);
  return {
    rows: y.length,
    residuals(theta, out) {
      for (let i = 0; i < y.length; i++) out[i] = value(theta, [x[i]]) - y[i];
    },
    jacobian(theta, out) {
      for (let i = 0; i < y.length; i++) {
        gradient(theta, [x[i]], row);
        out.set(row, i * k);
      }
    },
    ...more,
  };
}

const digits = (found: number, certified: number) => -Math.log10(Math.abs(found / certified - 1) + 1e-16);

describe.each(certifiedProblems.map((problem) => [problem.name, problem] as const))("NIST %s", (_, problem) => {
  it.each(problem.starts)("is solved to 8 digits, standard errors to 6, from %s, %s ...", (...start) => {
    const fit = leastSquares(problemOf(problem.model, problem.parameters, problem.x, problem.y, { start }));
    expect(fit.status).toBe("converged");
    problem.certified.forEach((value, j) => {
      expect(digits(fit.parameters[j], value), problem.parameters[j]).toBeGreaterThan(8);
      expect(digits(fit.standardErrors[j], problem.standardErrors[j]), problem.parameters[j]).toBeGreaterThan(6);
    });
    expect(digits(fit.residualSumOfSquares, problem.residualSumOfSquares)).toBeGreaterThan(8);
    expect(fit.degreesOfFreedom).toBe(problem.y.length - problem.parameters.length);
  });
});

/** Meyer's problem (1970): a valley so bent and narrow that plain descents from far away never reach its end. */
it("follows a narrow bent valley to its end by solving for linear parameters", () => {
  const y = [34780, 28610, 23650, 19630, 16370, 13720, 11540, 9744, 8261, 7030, 6005, 5147, 4427, 3820, 3307, 2872];
  const x = y.map((_, i) => 50 + 5 * i);
  const start = [2, 400000, 25000];
  const fit = leastSquares(problemOf("b1*exp(b2/(x+b3))", ["b1", "b2", "b3"], x, y, { start }));
  // The minimum is well known: More, Garbow and Hillstrom (1981), problem 10.
  expect(fit.residualSumOfSquares).toBeCloseTo(87.9458, 3);
});

describe("a straight line", () => {
  const x = [0, 1, 2, 3, 4];
  const y = [1.1, 2.9, 5.2, 7.1, 8.7];
  const line = (more: Partial<LeastSquaresProblem> = {}) =>
    leastSquares(problemOf("a + b*x", ["a", "b"], x, y, { start: [0, 0], ...more }));

  it("has the estimates and standard errors of the textbook formulas", () => {
    const fit = line();
    // Slope Sxy / Sxx = 19.4 / 10; intercept mean(y) - 2 slope; s^2 = RSS / 3.
    expect(fit.parameters[1]).toBeCloseTo(1.94, 12);
    expect(fit.parameters[0]).toBeCloseTo(1.12, 12);
    expect(fit.residualSumOfSquares).toBeCloseTo(0.124, 12);
    expect(fit.standardErrors[1]).toBeCloseTo(Math.sqrt(0.124 / 3 / 10), 12);
    expect(fit.standardErrors[0]).toBeCloseTo(Math.sqrt((0.124 / 3) * (1 / 5 + 4 / 10)), 12);
  });

  it("stops at a bound and finds the best value of the others there", () => {
    const fit = line({ upper: [Number.POSITIVE_INFINITY, 1.5] });
    expect(fit.parameters[1]).toBe(1.5);
    expect(fit.parameters[0]).toBeCloseTo(5 - 2 * 1.5, 9);
  });

  it("starts inside the bounds even where the start lies outside", () => {
    const fit = line({ start: [100, 100], upper: [50, 50] });
    expect(fit.parameters[1]).toBeCloseTo(1.94, 9);
  });

  it("lets a reading of weight zero say nothing", () => {
    const fit = leastSquares(
      problemOf("a + b*x", ["a", "b"], [...x, 9], [...y, -50], { start: [0, 0], weights: [1, 1, 1, 1, 1, 0] }),
    );
    expect(fit.parameters[1]).toBeCloseTo(1.94, 9);
  });

  it("draws a parameter towards its prior by as much as the prior is precise", () => {
    const pulled = (sd: number) => line({ priors: [{ parameter: 1, mean: 1, sd }], residualSd: 0.2 }).parameters[1];
    expect(pulled(1000)).toBeCloseTo(1.94, 5);
    expect(pulled(1e-4)).toBeCloseTo(1, 4);
    // Precision of the slope from the readings 10 / 0.04 = 250, of the prior 1 / 0.1^2 = 100.
    expect(pulled(0.1)).toBeCloseTo((250 * 1.94 + 100 * 1) / 350, 9);
  });
});

describe("what cannot be fitted is a status with a reason", () => {
  it("when the residuals are not finite at the start", () => {
    const fit = leastSquares(problemOf("log(a*x)", ["a"], [1, 2], [0, 1], { start: [-1] }));
    expect(fit.status).toBe("failed");
    expect(fit.reason).toContain("not finite");
  });

  it("when there are fewer readings than parameters", () => {
    const fit = leastSquares(problemOf("a + b*x", ["a", "b"], [1], [1], { start: [0, 0] }));
    expect(fit).toMatchObject({ status: "failed", reason: "1 readings cannot tell 2 parameters" });
  });

  it("when two parameters do the same", () => {
    const fit = leastSquares(
      problemOf("a + b + c*x", ["a", "b", "c"], [1, 2, 3, 4], [1, 2, 2, 4], { start: [0, 0, 0] }),
    );
    expect(fit.status).toBe("singular");
    expect(fit.reason).toContain("parameter 2");
    expect(fit.standardErrors[1]).toBe(Number.POSITIVE_INFINITY);
    expect(fit.parameters.every(Number.isFinite)).toBe(true);
  });
});

it("never throws and never answers NaN, whatever the readings", () => {
  const reading = fc.double({ noNaN: true, noDefaultInfinity: true, min: -1e12, max: 1e12 });
  const models = ["a*exp(b*x)", "a/(1+exp(b-x))", "a*x^b", "a*sin(b*x)", "log(a+b*x)", "sqrt(a)+b/x"];
  fc.assert(
    fc.property(
      fc.constantFrom(...models),
      fc.array(fc.tuple(reading, reading), { minLength: 1, maxLength: 8 }),
      fc.tuple(reading, reading),
      (model, points, start) => {
        const [x, y] = [points.map(([a]) => a), points.map(([, b]) => b)];
        const fit = leastSquares({ ...problemOf(model, ["a", "b"], x, y, { start }), maximumIterations: 50 });
        const numbers = [...fit.parameters, ...fit.standardErrors, ...fit.covariance, ...fit.residuals];
        expect([...numbers, fit.residualSumOfSquares, fit.residualStandardDeviation].some(Number.isNaN)).toBe(false);
      },
    ),
    { numRuns: 200, seed: 1 },
  );
});
