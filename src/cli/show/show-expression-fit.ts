import type { ExpressionFit } from "../journeys/fit-expression.ts";
import { layOutTable } from "./table.ts";
import type { Terminal } from "./terminal.ts";

/** Digits printed: what certified regressions are compared at. */
const DIGITS = 10;

const told = (value: number | null) => (value === null ? "open" : value.toPrecision(DIGITS));

/** Prints a fitted formula: parameters with their errors, then how well it fits and how the search ended. */
export function showExpressionFit(fit: ExpressionFit, { print, width }: Terminal): void {
  const rows = Object.entries(fit.parameters).map(([name, { estimate, standardError }]) => [
    name,
    estimate.toPrecision(DIGITS),
    told(standardError),
  ]);
  print(layOutTable(["Parameter", "Estimate", "Standard error"], rows, [1, 2], width));
  print("");
  print(`residual sum of squares       ${told(fit.residualSumOfSquares)}`);
  print(`residual standard deviation   ${told(fit.residualStandardDeviation)}`);
  print(`degrees of freedom            ${fit.degreesOfFreedom}`);
  print(`${fit.status} after ${fit.iterations} steps: ${fit.reason}`);
}
