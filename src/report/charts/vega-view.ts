/**
 * The only door to Vega's runtime, for still pictures and for the page alike. Vega is taken in parts, since the whole
 * is twice as large; expressions are interpreted, so that the page needs no `eval`.
 */
import { transforms } from "vega-dataflow";
import * as encode from "vega-encode";
import { expressionInterpreter } from "vega-interpreter";
import { parse } from "vega-parser";
import { SVGStringRenderer, textMetrics } from "vega-scenegraph";
import * as basic from "vega-transforms";
import { View } from "vega-view";
import * as viewTransforms from "vega-view-transforms";
import type { NumberFormat } from "../number-format.ts";
import type { Figure } from "./chart.ts";
import type { CompiledChart } from "./compile.ts";

Object.assign(transforms, basic, viewTransforms, encode);

/** Width of a letter as a share of its size, in the mean of Latin text in the usual sans-serif faces. */
const meanLetter = 0.55;
// Without a canvas Vega takes every letter for 0.8 of its size wide, and would cut names that fit.
if (textMetrics.width === textMetrics.estimateWidth) {
  textMetrics.width = (item, text) => meanLetter * (item.fontSize ?? 11) * text.length;
}

/** What a view needs of a figure. */
export type Drawable = Pick<Figure, "datasets" | "params" | "height" | "narrowHeight">;

/** A running chart: resize it, replace its named data, read its picture. */
export type ChartView = View;

/**
 * Starts a chart without drawing it yet. `width` is the outer width in pixels; padding is taken off it. Numbers on its axes
 * are written as the specification says, or as `numbers` does.
 */
export function openView(
  compiled: CompiledChart,
  figure: Drawable,
  width: number,
  numbers?: NumberFormat["chartLocale"],
): ChartView {
  const view = new View(parse(compiled as never, undefined, { ast: true }), {
    expr: expressionInterpreter,
    renderer: "none",
    logLevel: 1,
    ...(numbers && { locale: { number: numbers } }),
  } as ConstructorParameters<typeof View>[1]);
  return fillView(view, figure, width);
}

/** Puts a figure's data, parameters and size into a chart; they show at its next run. */
export function fillView(view: ChartView, figure: Drawable, width: number): ChartView {
  for (const [name, rows] of Object.entries(figure.datasets)) view.data(name, rows.slice());
  for (const [name, value] of Object.entries(figure.params)) view.signal(name, value);
  return sizeView(view, width, figure);
}

/** Outer width in pixels from which on a chart takes its ordinary height. */
const ordinaryFrom = 600;

/** Sets the outer width of a chart, and its height as the figure has it for that width; both show at its next run. */
export function sizeView(view: ChartView, width: number, figure: Pick<Figure, "height" | "narrowHeight">): ChartView {
  const padding = paddingOf(view);
  const height = width < ordinaryFrom ? (figure.narrowHeight ?? figure.height) : figure.height;
  return view.width(Math.max(80, width - padding.left - padding.right)).height(height);
}

/** Running charts, by the text of their specification, and finished stills, by all that they depend on. */
export interface StillMemory {
  readonly views: Map<string, ChartView>;
  readonly stills: Map<string, string>;
}

/**
 * Returns a function that draws figures as still SVGs of a given outer width, `finish`ed before they are kept; `spec` is the text of the specification.
 * One running chart is kept for each specification and gets the next figure's data, which takes a third of the time of a
 * new one; and half of the figures of a run's reports are the same, since few scenarios touch every scheme, so that
 * these are drawn once. A still is the same to the last sign whatever was drawn before it.
 */
export function stillDrawer(
  { views, stills }: StillMemory,
  finish: (svg: string) => string = (svg) => svg,
): (spec: string, compiled: CompiledChart, figure: Drawable, width: number) => string {
  return (spec, compiled, { datasets, params, height, narrowHeight }, width) => {
    const figure = { datasets, params, height, narrowHeight };
    const key = JSON.stringify([figure, width, spec]);
    const known = stills.get(key);
    if (known !== undefined) return known;
    const before = views.get(spec);
    const view = before ? fillView(before, figure, width) : openView(compiled, figure, width);
    views.set(spec, view);
    const svg = finish(svgOf(view.run()));
    stills.set(key, svg);
    return svg;
  };
}

function svgOf(view: ChartView): string {
  const { left, right, top, bottom } = paddingOf(view);
  const { root } = view.scenegraph() as unknown as { root: SceneNode };
  sortTicks(root);
  const renderer = new SVGStringRenderer();
  renderer.initialize(null, view.width() + left + right, view.height() + top + bottom, [left, top], 1);
  return renderer.render(root).svg();
}

/** What of a picture's tree is walked: marks hold items, items that are groups hold marks. */
interface SceneNode {
  readonly role?: string;
  readonly items?: SceneNode[];
  readonly datum?: { readonly index?: number };
}

/** Puts ticks, grid lines and labels in the order of their axis: a running chart keeps those of earlier figures first. */
function sortTicks({ role, items = [] }: SceneNode): void {
  if (role?.startsWith("axis-")) items.sort((a, b) => (a.datum?.index ?? 0) - (b.datum?.index ?? 0));
  for (const item of items) sortTicks(item);
}

function paddingOf(view: ChartView): { left: number; right: number; top: number; bottom: number } {
  return view.padding() as { left: number; right: number; top: number; bottom: number };
}
