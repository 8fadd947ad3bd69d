import type { Row } from "../charts/chart.ts";
import type { ChartSpec } from "../charts/compile.ts";

/** A still chart of a sweep, with what stands above it and its data as a table. */
export interface SweepFigure {
  readonly title: string;
  readonly caption: string;
  /** The same told in words, for those who do not see it. */
  readonly description: string;
  readonly spec: ChartSpec;
  readonly datasets: Readonly<Record<string, readonly Row[]>>;
  readonly params: Readonly<Record<string, number | string | readonly number[]>>;
  readonly height: number;
  readonly table: {
    readonly columns: readonly { readonly label: string; readonly numeric: boolean }[];
    readonly rows: readonly (readonly string[])[];
  };
}

/** An axis whose ticks have texts of their own: parameters `NAMETicks` and `NAMELabels`. */
export function printedAxis(name: "x" | "y") {
  return {
    values: { expr: `${name}Ticks` },
    labelExpr: `split(${name}Labels, '|')[indexof(${name}Ticks, datum.value)]`,
    grid: true,
  };
}

/** A scale between two parameters. */
export function printedScale(name: "x" | "y") {
  return { domainMin: { expr: `${name}Min` }, domainMax: { expr: `${name}Max` }, nice: false, zero: false };
}

/** Parameters that `printedAxis` and `printedScale` need, with values that are put in figure by figure. */
export function axisParams(...names: readonly ("x" | "y")[]) {
  return names.flatMap((name) => [
    { name: `${name}Min`, value: 0 },
    { name: `${name}Max`, value: 1 },
    { name: `${name}Ticks`, value: [0, 1] },
    { name: `${name}Labels`, value: "0|1" },
  ]);
}
