import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";
import { UsageError } from "../../src/cli/command.ts";
import { fitExpression } from "../../src/cli/fit-expression.ts";
import { CovercastError } from "../../src/core/errors.ts";

const cwd = mkdtempSync(join(tmpdir(), "covercast-fit-"));
afterAll(() => rmSync(cwd, { recursive: true }));

// NIST Statistical Reference Datasets, Misra1a (Misra 1978): data and certified values.
const x = [77.6, 114.9, 141.1, 190.8, 239.9, 289.0, 332.8, 378.4, 434.8, 477.3, 536.8, 593.1, 689.1, 760.0];
const y = [10.07, 14.73, 17.94, 23.93, 29.61, 35.18, 40.02, 44.82, 50.76, 55.05, 61.01, 66.4, 75.47, 81.78];
writeFileSync(join(cwd, "misra1a.csv"), `note,volume,pressure\n${x.map((v, i) => `n,${v},${y[i]}`).join("\n")}\n`);
writeFileSync(join(cwd, "holes.csv"), "x,y\n1,2\n2,\n3,many\n");

const misra = { cwd, data: "misra1a.csv", x: ["volume"], y: "pressure", start: "b1=500,b2=0.0001" };

test("a formula is fitted to the certified values of NIST's Misra1a, its column called x or by its name", () => {
  for (const expression of ["b1*(1-exp(-b2*x))", "b1*(1-exp(-b2*volume))"]) {
    const fit = fitExpression({ ...misra, expression });
    expect(fit.status).toBe("converged");
    // Certified to 11 digits; 9 of them are asked for.
    expect(fit.parameters.b1.estimate / 2.3894212918e2).toBeCloseTo(1, 9);
    expect(fit.parameters.b2.estimate / 5.5015643181e-4).toBeCloseTo(1, 9);
    expect((fit.parameters.b1.standardError ?? 0) / 2.7070075241).toBeCloseTo(1, 8);
    expect(fit.residualSumOfSquares / 1.2455138894e-1).toBeCloseTo(1, 8);
    expect(fit.residualStandardDeviation / 1.018787633e-1).toBeCloseTo(1, 8);
    expect(fit.degreesOfFreedom).toBe(12);
  }
});

test("a formula that is not allowed, and a start that cannot be read, are refused with the reason", () => {
  const attempt = (over: object) => () => fitExpression({ ...misra, expression: "b1*x+b2", ...over });
  expect(attempt({ expression: 'b1*x+b2+import("fs")' })).toThrow(UsageError);
  expect(attempt({ start: "b1=1,b2" })).toThrow('--start must look like b1=500,b2=0.0001; "b2" does not');
  expect(attempt({ start: "b1=1,b1=2" })).toThrow("--start names b1 twice");
  expect(attempt({ start: "b1=1,b2=2,b3=3" })).toThrow("--start names b3, which the formula does not use");
});

test("a missing column and cells that are no numbers are refused with file and line", () => {
  const problems = (over: object) => {
    try {
      fitExpression({ ...misra, expression: "b1*x+b2", ...over });
    } catch (error) {
      if (error instanceof CovercastError) return error.diagnostics;
    }
    return [];
  };
  expect(problems({ x: ["volum"] })).toMatchObject([{ code: "csv/missing-column", hint: /did you mean volume/ }]);
  expect(problems({ data: "holes.csv", x: ["x"], y: "y" })).toMatchObject([
    { code: "csv/not-a-number", place: { line: 3 }, message: "y is empty, expected a number" },
    { code: "csv/not-a-number", place: { line: 4 }, message: 'y is "many", expected a number' },
  ]);
});
