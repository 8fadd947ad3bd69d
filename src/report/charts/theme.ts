import type { Language } from "../language.ts";
import type { ChartSpec } from "./compile.ts";

/**
 * Colours by their part in a chart. They are CSS variables, so that light, dark and print need no new drawing; the
 * page's style sheet gives them their values, and saving a picture puts the values in.
 */
export const colour = {
  paper: "var(--paper)",
  ink: "var(--ink)",
  muted: "var(--muted)",
  faint: "var(--faint)",
  rule: "var(--rule)",
  accent: "var(--accent)",
  band50: "var(--band50)",
  band80: "var(--band80)",
  band95: "var(--band95)",
  goal: "var(--goal)",
  later: "var(--later)",
} as const;

/** Names a horizontal axis under its right end, so many pixels below it, by the `label` of a data set's row. */
export function axisName(data: string, below: number) {
  return {
    data: { name: data },
    mark: {
      type: "text" as const,
      color: colour.muted,
      fontSize: 11,
      align: "right" as const,
      x: "width" as const,
      y: { expr: `height + ${below}` },
    },
    encoding: { text: { field: "label" } },
  };
}

/** What all charts share: type, thin rules, no frame, numbers in the reader's way, a layout that is not measured. */
export function chartFrame(language: Language, padding: { left: number; right: number; top: number; bottom: number }) {
  return {
    $schema: "https://vega.github.io/schema/vega-lite/v6.json",
    width: 420,
    height: 240,
    padding,
    autosize: "none",
    background: "transparent",
    config: {
      locale: { number: { ...language.chartLocale, grouping: [3], currency: ["", ""] } },
      font: "sans-serif",
      aria: false,
      view: { stroke: null },
      text: { color: colour.ink, fontSize: 12 },
      axis: {
        aria: false,
        domain: false,
        ticks: false,
        title: null,
        grid: false,
        gridColor: colour.rule,
        labelColor: colour.muted,
        labelFontSize: 12,
        labelPadding: 6,
      },
      axisX: { domain: true, domainColor: colour.faint, ticks: true, tickColor: colour.faint, tickSize: 4 },
    },
  } satisfies Partial<ChartSpec> & Record<string, unknown>;
}
