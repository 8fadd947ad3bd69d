import type { CompiledChart } from "../report/charts/compile.ts";
import { type ChartView, type Drawable, openView, sizeView } from "../report/charts/vega-view.ts";

/** A chart of the page: drawn when it comes near the screen, or when it is asked for. */
export interface LiveChart {
  /** Draws now if need be. */
  view(): ChartView;
}

/** How far from the screen a chart starts to draw itself. */
const near = "300px";

/** Replaces a still picture by a running chart that fills its place and follows its width. */
export function liveChart(plot: HTMLElement, compiled: CompiledChart, figure: Drawable): LiveChart {
  let view: ChartView | null = null;
  const start = () => {
    if (view !== null) return view;
    seen.disconnect();
    const place = document.createElement("div");
    place.ariaHidden = "true";
    view = openView(compiled, figure, plot.clientWidth).renderer("svg").initialize(place).run();
    plot.replaceChildren(place);
    resized.observe(plot);
    return view;
  };
  const seen = new IntersectionObserver((entries) => entries.some((e) => e.isIntersecting) && start(), {
    rootMargin: near,
  });
  const resized = new ResizeObserver(() => {
    if (view && plot.clientWidth > 0 && !matchMedia("print").matches)
      sizeView(view, plot.clientWidth, figure.height).run();
  });
  seen.observe(plot);
  return { view: start };
}
