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

/** Compiles each distinct specification once and remembers it for as long as the returned function lives. */
export function chartCompiler(): (spec: ChartSpec) => { readonly key: string; readonly compiled: CompiledChart } {
  const known = new Map<string, { key: string; compiled: CompiledChart }>();
  return (spec) => {
    const text = JSON.stringify(spec);
    const before = known.get(text);
    if (before !== undefined) return before;
    const fresh = { key: `spec-${known.size + 1}`, compiled: compileChart(spec) };
    known.set(text, fresh);
    return fresh;
  };
}
