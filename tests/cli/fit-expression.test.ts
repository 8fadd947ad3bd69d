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

test("several columns explain, by name, and what is explained may be a formula of columns", () => {
  // y = exp(2 - 0.5 a exp(-0.1 b)), the shape of NIST's Nelson (1981): log(y) is explained by two columns.
  const rows = [1, 2, 4, 8].flatMap((a) =>
    [0, 5, 10, 20].map((b) => [a, b, Math.exp(2 - 0.5 * a * Math.exp(-0.1 * b))]),
  );
  writeFileSync(join(cwd, "two.csv"), `a,b,y\n${rows.map((row) => row.join(",")).join("\n")}\n`);
  const request = { cwd, data: "two.csv", y: "log(y)", expression: "p-q*a*exp(-r*b)", start: "p=-1e0,q=1,r=.01" };
  for (const columns of [["a", "b"], ["a"]]) {
    const { parameters } = fitExpression({ ...request, x: columns });
    expect(parameters.p.estimate).toBeCloseTo(2, 8);
    expect(parameters.q.estimate).toBeCloseTo(0.5, 8);
    expect(parameters.r.estimate).toBeCloseTo(0.1, 8);
  }
  expect(() => fitExpression({ ...request, x: ["a"], y: "log(y-100)" })).toThrow("no finite number in row 1");
  expect(() => fitExpression({ ...request, x: ["a"], y: "process.exit(y)" })).toThrow("--y is refused");
  expect(() => fitExpression({ ...request, x: ["a"], expression: "p*y+q*a+r" })).toThrow('"y" is neither a parameter');
});

test("numbers without end and hostile formulas are refused without being evaluated", () => {
  const hostile = [
    "b1*x+b2+1e999",
    "b1*x+b2^9^9^9^9^9*9^9^9^9",
    "b1.constructor(b2)",
    'b1["x"]+b2',
    "b1=b2*x",
    "b1(x)+b2",
  ];
  for (const expression of [
    ...hostile,
    "f(x)=b1;b2",
    "b1*x+b2*random()",
    `${"(".repeat(500)}b1*x+b2${")".repeat(500)}`,
  ])
    expect(() => fitExpression({ ...misra, expression }), expression).toThrow(UsageError);
  expect(() => fitExpression({ ...misra, expression: "b1*x+b2", start: "b1=1e999,b2=0" })).toThrow(UsageError);
});
