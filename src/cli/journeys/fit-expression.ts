import { resolve } from "node:path";
import { CovercastError } from "../../core/errors.ts";
import { asWritten, subtract } from "../../core/numeric/double-double.ts";
import { compileExpression, type Expression } from "../../core/numeric/expression.ts";
import { constants } from "../../core/numeric/expression-functions.ts";
import { leastSquares } from "../../core/numeric/least-squares.ts";
import { readColumnNames, readNumberColumns } from "../../input/number-columns.ts";
import { UsageError } from "../command.ts";
import { readSource } from "../files/read-source.ts";

/** A formula to fit to a table. */
export interface ExpressionRequest {
  readonly cwd: string;
  readonly data: string;
  /** Columns that explain; a single one may be called `x` in the formula, which may use other columns too. */
  readonly x: readonly string[];
  /** A column, or a formula of columns such as `log(y)`. */
  readonly y: string;
  readonly expression: string;
  /** `b1=500,b2=0.0001` */
  readonly start: string;
}

/** What `fit --data --json` prints; a standard error that the data leave open is null. */
export interface ExpressionFit {
  readonly parameters: Readonly<Record<string, { readonly estimate: number; readonly standardError: number | null }>>;
  /** Null where the search failed. */
  readonly residualSumOfSquares: number | null;
  /** Null where the search failed or as many parameters as readings leave nothing over. */
  readonly residualStandardDeviation: number | null;
  readonly degreesOfFreedom: number;
  readonly status: string;
  readonly reason: string;
  readonly iterations: number;
}

/** Fits a formula to columns of a CSV table by unweighted least squares, with exact derivatives. */
export function fitExpression(request: ExpressionRequest): ExpressionFit {
  const starts = parseStart(request.start);
  const names = starts.map(({ name }) => name);
  const { source } = readSource(request.cwd, resolve(request.cwd, request.data));
  if (!source.ok) throw new CovercastError(source.diagnostics);
  const columns = readColumnNames(source.value);
  // `log(y)` is a formula, unless the table has a column of that very name.
  const plain = columns.includes(request.y) || /^\w+$/.test(request.y);
  const response = plain ? null : compiled("--y", request.y, [], columns);
  const responses = response?.variables.filter((name) => response.used.has(name)) ?? [request.y];
  const variables = variablesOf(request.x, names, columns, responses);
  const expression = compiled("--expression", request.expression, names, variables);
  const idle = names.filter((name) => !expression.used.has(name));
  if (idle.length > 0) throw new UsageError(`--start names ${idle.join(", ")}, which the formula does not use`);

  const alias = request.x.length === 1 ? request.x[0] : "x";
  const reading = (variable: string) => (variable === "x" ? alias : variable);
  const predictors = expression.variables.filter((name) => expression.used.has(name));
  const wanted = [...new Set([...request.x, ...predictors.map(reading), ...responses])];
  const read = readNumberColumns(source.value, wanted);
  if (!read.ok) throw new CovercastError(read.diagnostics);
  const cells = (name: string) => read.value[wanted.indexOf(name)] ?? [];
  const table = (variables: readonly string[], nameOf: (variable: string) => string) => {
    const all = variables.map((variable) => cells(nameOf(variable)));
    return read.value[0].map((_, i) => all.map((column) => column[i]));
  };
  const rows = table(expression.variables, reading);
  const responseRows = response === null ? [] : table(response.variables, (name) => name);
  const y = response === null ? cells(request.y) : responseRows.map((r) => response.value([], r));
  const broken = y.findIndex((value) => !Number.isFinite(value));
  if (broken >= 0) throw new UsageError(`--y ${request.y} is no finite number in row ${broken + 1} of the table`);
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
    fineResiduals: (theta, out) =>
      rows.forEach((row, i) => {
        const written = response === null ? asWritten(y[i]) : response.fine([], responseRows[i].map(asWritten));
        const [high, low] = subtract(expression.fine(theta, row.map(asWritten)), written);
        out[i] = high + low;
      }),
  });
  const failed = fit.status === "failed";
  // Where as many parameters as readings are told, nothing is left that would tell their errors.
  const told = !failed && fit.degreesOfFreedom > 0;
  const finite = (value: number) => (Number.isFinite(value) ? value : null);
  return {
    parameters: Object.fromEntries(
      names.map((name, j) => [
        name,
        { estimate: fit.parameters[j], standardError: told ? finite(fit.standardErrors[j]) : null },
      ]),
    ),
    residualSumOfSquares: failed ? null : fit.residualSumOfSquares,
    residualStandardDeviation: told ? fit.residualStandardDeviation : null,
    degreesOfFreedom: fit.degreesOfFreedom,
    status: fit.status,
    reason: fit.reason,
    iterations: fit.iterations,
  };
}

/** Names that a formula may use beside its parameters: columns, and `x` for a single one that explains. */
function variablesOf(
  x: readonly string[],
  parameters: readonly string[],
  columns: readonly string[],
  explained: readonly string[],
): string[] {
  // A column that happens to be called like a constant is one only if it was asked for.
  const free = columns.filter((name) => !explained.includes(name) && !Object.hasOwn(constants, name));
  const names = [...(x.length === 1 ? ["x"] : []), ...x, ...free];
  return [...new Set(names)].filter((name) => !parameters.includes(name));
}

function compiled(
  option: string,
  text: string,
  parameters: readonly string[],
  variables: readonly string[],
): Expression {
  const result = compileExpression(text, parameters, variables);
  if (!result.ok) throw new UsageError(`${option} is refused: ${result.reason}`);
  return result.expression;
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
