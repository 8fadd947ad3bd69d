import type { Figure } from "./chart.ts";
import type { ChartSpec } from "./compile.ts";

/**
 * Returns a figure's Vega-Lite specification with its data, parameters and size put in, so that it stands alone and any
 * reader of Vega-Lite draws it. Colours are still the CSS variables of `theme.ts`.
 */
export function wholeSpec(figure: Figure, width = 640): Record<string, unknown> {
  const { params, ...shared } = figure.spec as ChartSpec & { params?: readonly { name: string }[] };
  return {
    ...shared,
    title: figure.title,
    description: figure.caption,
    width,
    height: figure.height,
    background: "var(--paper)",
    params: params?.map((p) => (p.name in figure.params ? { ...p, value: figure.params[p.name] } : p)),
    datasets: figure.datasets,
  };
}
