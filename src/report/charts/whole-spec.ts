import type { Figure } from "./chart.ts";
import type { ChartSpec } from "./compile.ts";

/**
 * Returns a figure's Vega-Lite specification with its data, parameters and size put in, so that it stands alone and any
 * reader of Vega-Lite draws it; what this figure has no data for is left out. Colours are still the CSS variables of
 * `theme.ts`.
 */
export function wholeSpec(figure: Figure, width = 640): Record<string, unknown> {
  const { params, ...shared } = figure.spec as ChartSpec & Layered & { params?: readonly { name: string }[] };
  const filled = Object.entries(figure.datasets).filter(([, rows]) => rows.length > 0);
  const drawn = withLayersOf(shared, new Set(filled.map(([name]) => name)));
  return {
    ...drawn,
    title: figure.title,
    description: figure.caption,
    width,
    height: figure.height,
    background: "var(--paper)",
    params: params?.map((p) => (p.name in figure.params ? { ...p, value: figure.params[p.name] } : p)),
    datasets: Object.fromEntries(filled),
  };
}

interface Layered {
  readonly data?: { readonly name?: string };
  readonly layer?: readonly Layered[];
}

/** Leaves out layers whose named data are empty. */
function withLayersOf<S extends Layered>(spec: S, filled: ReadonlySet<string>): S {
  if (!spec.layer) return spec;
  const kept = spec.layer.filter(({ data }) => data?.name === undefined || filled.has(data.name));
  return { ...spec, layer: kept.map((inner) => withLayersOf(inner, filled)) };
}
