/** Types of those parts of Vega that ship none; the whole package `vega` has them. */
declare module "vega-dataflow" {
  export const transforms: Record<string, unknown>;
}
declare module "vega-encode";
declare module "vega-transforms";
declare module "vega-view-transforms";
declare module "vega-parser" {
  export { parse } from "vega-typings";
}
declare module "vega-view" {
  export { View } from "vega-typings";
}
declare module "vega-scenegraph" {
  type TextWidth = (item: { readonly fontSize?: number }, text: string) => number;
  export const textMetrics: { width: TextWidth; readonly estimateWidth: TextWidth };
  export class SVGStringRenderer {
    initialize(element: null, width: number, height: number, origin: readonly [number, number], scale: number): this;
    render(scene: unknown): this;
    svg(): string;
  }
}
