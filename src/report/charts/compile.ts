/** The only door to vega-lite. */
import { compile, type TopLevelSpec } from "vega-lite";

/** A Vega-Lite specification whose data have names but no values. */
export type ChartSpec = TopLevelSpec;

/** A compiled specification: plain JSON that Vega runs. */
export type CompiledChart = Readonly<Record<string, unknown>>;

/** Compiles a chart's specification; named data and parameters survive under their names. */
export function compileChart(spec: ChartSpec): CompiledChart {
  return compile(spec).spec as unknown as CompiledChart;
}

/** A compiled specification, its name within the reports of one run, and the text that it was compiled from. */
export interface NamedChart {
  readonly key: string;
  readonly text: string;
  readonly compiled: CompiledChart;
}

/**
 * Compiles each distinct specification once and names it in the order in which they come. `known` holds what was
 * compiled before, by the text of the specification.
 */
export function chartCompiler(known: Map<string, CompiledChart> = new Map()): (spec: ChartSpec) => NamedChart {
  const named = new Map<string, NamedChart>();
  return (spec) => {
    const text = JSON.stringify(spec);
    const before = named.get(text);
    if (before !== undefined) return before;
    const compiled = known.get(text) ?? compileChart(spec);
    known.set(text, compiled);
    const fresh = { key: `spec-${named.size + 1}`, text, compiled };
    named.set(text, fresh);
    return fresh;
  };
}
