import type { Figure } from "../report/charts/chart.ts";
import type { CompiledChart } from "../report/charts/compile.ts";
import { type ChartView, fillView, openView, sizeView } from "../report/charts/vega-view.ts";
import type { Language } from "../report/language.ts";

/** A chart of the page: drawn when it comes near the screen, or when it is asked for. */
export interface LiveChart {
  readonly figure: Figure;
  /** Draws now if need be. */
  view(): ChartView;
  isDrawn(): boolean;
  /** Shows other data: at once if it is near the screen, else when it comes near. */
  update(figure: Figure): void;
  /** Ends the chart; its place may be used for another. */
  close(): void;
}

/** How far from the screen a chart starts to draw itself. */
const near = 300;

/** Replaces a still picture by a running chart that fills its place and follows its width. */
export function liveChart(plot: HTMLElement, compiled: CompiledChart, first: Figure, language: Language): LiveChart {
  let figure = first;
  let view: ChartView | null = null;
  let stale = false;
  // As the browser last told: to ask would make it lay out the page anew for every chart.
  let isNear = false;
  let width = 0;
  const draw = () => {
    if (view === null) {
      const place = document.createElement("div");
      place.ariaHidden = "true";
      view = openView(compiled, figure, plot.clientWidth, language.chartLocale).renderer("svg").initialize(place).run();
      // The plot around it says in the reader's language what it shows.
      for (const name of ["role", "aria-label", "aria-roledescription"]) place.removeAttribute(name);
      plot.replaceChildren(place);
      resized.observe(plot);
    } else if (stale) fillView(view, figure, width || plot.clientWidth).run();
    stale = false;
    return view;
  };
  const seen = new IntersectionObserver(
    (entries) => {
      isNear = entries.at(-1)?.isIntersecting ?? isNear;
      if (isNear) draw();
    },
    { rootMargin: `${near}px` },
  );
  const resized = new ResizeObserver(() => {
    width = plot.clientWidth;
    if (view && !stale && plot.clientWidth > 0 && !matchMedia("print").matches)
      sizeView(view, plot.clientWidth, figure).run();
  });
  seen.observe(plot);
  return {
    get figure() {
      return figure;
    },
    view: draw,
    isDrawn: () => view !== null && !stale,
    update(next) {
      if (sameData(figure, next)) {
        figure = next;
        return;
      }
      figure = next;
      stale = true;
      if (view !== null && isNear) draw();
    },
    close() {
      seen.disconnect();
      resized.disconnect();
      view?.finalize();
    },
  };
}

function sameData(a: Figure, b: Figure): boolean {
  const text = ({ datasets, params, height, narrowHeight }: Figure) =>
    JSON.stringify([datasets, params, height, narrowHeight]);
  return text(a) === text(b);
}
