import { resolve } from "node:path";
import { compileExpression } from "../core/curves/expression.ts";
import { CovercastError } from "../core/errors.ts";
import { leastSquares } from "../core/numeric/least-squares.ts";
import { readNumberColumns } from "../input/number-columns.ts";
import { UsageError } from "./command.ts";
import { readSource } from "./read-source.ts";

/** A formula to fit to a table. */
export interface ExpressionRequest {
  readonly cwd: string;
  readonly data: string;
  /** Columns that explain; a single one may be called `x` in the formula. */
  readonly x: readonly string[];
  readonly y: string;
  readonly expression: string;
  /** `b1=500,b2=0.0001` */
  readonly start: string;
}

/** What `fit --data --json` prints; a standard error that the data leave open is null. */
export interface ExpressionFit {
  readonly parameters: Readonly<Record<string, { readonly estimate: number; readonly standardError: number | null }>>;
  readonly residualSumOfSquares: number;
  readonly residualStandardDeviation: number;
  readonly degreesOfFreedom: number;
  readonly status: string;
  readonly reason: string;
  readonly iterations: number;
}

/** Fits a formula to two or more columns of a CSV table by unweighted least squares, with exact derivatives. */
export function fitExpression(request: ExpressionRequest): ExpressionFit {
  const starts = parseStart(request.start);
  const names = starts.map(({ name }) => name);
  const variables = request.x.length === 1 ? [...new Set(["x", request.x[0]])] : request.x;
  const compiled = compileExpression(request.expression, names, variables);
  if (!compiled.ok) throw new UsageError(`--expression is refused: ${compiled.reason}`);
  const { expression } = compiled;
  const idle = names.filter((name) => !expression.used.has(name));
  if (idle.length > 0) throw new UsageError(`--start names ${idle.join(", ")}, which the formula does not use`);

  const { source } = readSource(request.cwd, resolve(request.cwd, request.data));
  if (!source.ok) throw new CovercastError(source.diagnostics);
  const columns = readNumberColumns(source.value, [request.y, ...request.x]);
  if (!columns.ok) throw new CovercastError(columns.diagnostics);
  const [y, ...x] = columns.value;
  const rows = y.map((_, i) => (request.x.length === 1 ? variables.map(() => x[0][i]) : x.map((column) => column[i])));
  const k = names.length;
  const slopes = new Float64Array(k);
  const fit = leastSquares({
    rows: y.length,
    start: starts.map(({ value }) => value),
    residuals: (theta, out) =>
      rows.forEach((row, i) => {
        out[i] = expression.value(theta, row) - y[i];
      }),
    jacobian: (theta, out) =>
      rows.forEach((row, i) => {
        expression.gradient(theta, row, slopes);
        out.set(slopes, i * k);
      }),
  });
  const finite = (value: number) => (Number.isFinite(value) ? value : null);
  return {
    parameters: Object.fromEntries(
      names.map((name, j) => [name, { estimate: fit.parameters[j], standardError: finite(fit.standardErrors[j]) }]),
    ),
    residualSumOfSquares: fit.residualSumOfSquares,
    residualStandardDeviation: fit.residualStandardDeviation,
    degreesOfFreedom: fit.degreesOfFreedom,
    status: fit.status,
    reason: fit.reason,
    iterations: fit.iterations,
  };
}

function parseStart(text: string): { name: string; value: number }[] {
  const starts = text.split(",").map((part) => {
    const [, name, number] = /^\s*([A-Za-z_]\w*)\s*=\s*(\S+)\s*$/.exec(part) ?? [];
    const value = Number(number);
    if (name === undefined || !Number.isFinite(value))
      throw new UsageError(`--start must look like b1=500,b2=0.0001; ${JSON.stringify(part)} does not`);
    return { name, value };
  });
  const twice = starts.find(({ name }, i) => starts.findIndex((other) => other.name === name) !== i);
  if (twice) throw new UsageError(`--start names ${twice.name} twice`);
  return starts;
}
