import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";
import { UsageError } from "../../src/cli/command.ts";
import { fitExpression } from "../../src/cli/journeys/fit-expression.ts";
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
    expect((fit.residualSumOfSquares ?? 0) / 1.2455138894e-1).toBeCloseTo(1, 8);
    expect((fit.residualStandardDeviation ?? 0) / 1.018787633e-1).toBeCloseTo(1, 8);
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

test("errors are certified even where nothing is left but the rounding of the 13 digits printed", () => {
  // NIST's Lanczos1 (Lanczos 1956), made by its own formula: the residuals are some 1e-13 of the readings.
  const made = (t: number) => 0.0951 * Math.exp(-t) + 0.8607 * Math.exp(-3 * t) + 1.5576 * Math.exp(-5 * t);
  const rows = Array.from({ length: 24 }, (_, i) => `${(i / 20).toFixed(2)},${made(i / 20).toExponential(12)}`);
  writeFileSync(join(cwd, "lanczos1.csv"), `x,y\n${rows.join("\n")}\n`);
  const fit = fitExpression({
    cwd,
    data: "lanczos1.csv",
    x: ["x"],
    y: "y",
    expression: "b1*exp(-b2*x)+b3*exp(-b4*x)+b5*exp(-b6*x)",
    start: "b1=1.2,b2=0.3,b3=5.6,b4=5.5,b5=6.5,b6=7.6",
  });
  const certified = [
    5.3347304234e-11, 2.7473038179e-10, 1.3576062225e-10, 3.3308253069e-10, 1.8815731448e-10, 1.1057500538e-10,
  ];
  certified.forEach((error, j) => {
    expect((fit.parameters[`b${j + 1}`].standardError ?? 0) / error).toBeCloseTo(1, 5);
  });
  expect((fit.residualSumOfSquares ?? 0) / 1.4307867721e-25).toBeCloseTo(1, 5);
});

test("nothing is said of errors where nothing is left to tell them, nor of anything where the search failed", () => {
  writeFileSync(join(cwd, "pair.csv"), "x,y\n1,2\n2,5\n");
  const pair = { cwd, data: "pair.csv", x: ["x"], y: "y" };
  const line = fitExpression({ ...pair, expression: "b1+b2*x", start: "b1=0,b2=1" });
  expect(line).toMatchObject({ status: "converged", degreesOfFreedom: 0, residualStandardDeviation: null });
  expect(line.parameters.b2.estimate).toBeCloseTo(3, 12);
  expect(line.parameters.b2.standardError).toBeNull();
  const lost = fitExpression({ ...pair, expression: "log(b1)*x", start: "b1=-1" });
  expect(lost).toMatchObject({ status: "failed", reason: "the residuals are not finite at the start" });
  expect(lost.residualSumOfSquares).toBeNull();
  const many = fitExpression({ ...pair, expression: "b1+b2*x+b3*x^2", start: "b1=0,b2=1,b3=1" });
  expect(many).toMatchObject({ status: "failed", reason: "2 readings cannot tell 3 parameters" });
});

test("columns may be called like constants and functions, and a perfect or a flat fit is a fit", () => {
  writeFileSync(join(cwd, "names.csv"), "e,log,pi,y\n1,1,3,2\n2,2,1,4\n3,3,2,6\n4,4,9,8\n");
  const names = { cwd, data: "names.csv", y: "y" };
  for (const [x, expression] of [
    ["e", "b1*e"],
    ["e", "b1*x"],
    ["log", "b1*log"],
    ["log", "b1*log(exp(log))"],
  ]) {
    const fit = fitExpression({ ...names, x: [x], expression, start: "b1=1" });
    expect(fit.status, expression).toBe("converged");
    expect(fit.parameters.b1.estimate, expression).toBeCloseTo(2, 12);
    expect(fit.residualSumOfSquares, expression).toBeLessThan(1e-24);
  }
  const both = fitExpression({ ...names, x: ["log", "pi"], expression: "b1*log+b2*pi", start: "b1=1,b2=1" });
  expect(both.parameters.b2.estimate).toBeCloseTo(0, 12);
  const flat = fitExpression({ ...names, x: ["e"], y: "y-2*log+5", expression: "b1+b2*x", start: "b1=1,b2=1" });
  expect(flat.parameters.b1.estimate).toBeCloseTo(5, 12);
  const twins = fitExpression({ ...names, x: ["e"], expression: "b1*x+b2*x", start: "b1=1,b2=1" });
  expect(twins).toMatchObject({ status: "singular", reason: "the readings cannot tell parameter 2 from the others" });
});
