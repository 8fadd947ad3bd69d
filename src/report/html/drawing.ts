import type { ChartSection, Figure, Row } from "../charts/chart.ts";
import { type ChartSpec, type CompiledChart, chartCompiler } from "../charts/compile.ts";
import { charts } from "../charts/index.ts";
import { trimSvg } from "../charts/trim-svg.ts";
import { type StillMemory, stillDrawer } from "../charts/vega-view.ts";
import type { Subject } from "../subject.ts";
import { figureBlock } from "./figure.ts";
import type { Markup } from "./markup.ts";
import { bigNumber } from "./scheme-figures.ts";

/** Outer width of the still pictures: half of the page on a desk, near the whole of it on a phone. */
const stillWidth = 460;
/** A chart that has a row of the page to itself: its outer width, and its height between the axes. */
const wide = { width: 940, height: 290 };
/** Digits of a number in the page's data: a hundredth of a pixel on any screen. */
const digits = 5;

/** What the reports of one run share: compiled specs and running charts, so that each is made once. */
export interface Drawing {
  readonly compile: ReturnType<typeof chartCompiler>;
  readonly draw: ReturnType<typeof stillDrawer>;
}

/** What may be kept from one run to the next: nothing in it depends on when it was made. */
export interface DrawingMemory extends StillMemory {
  /** By the text of the specification. */
  readonly compiled: Map<string, CompiledChart>;
}

/** Starts the shared work of drawing the charts of a run. */
export function startDrawing(
  memory: DrawingMemory = { compiled: new Map(), views: new Map(), stills: new Map() },
): Drawing {
  return { compile: chartCompiler(memory.compiled), draw: stillDrawer(memory) };
}

/** What the page's script needs to draw the charts anew: plain JSON within the page. */
export interface ChartIsland {
  readonly specs: Readonly<Record<string, { readonly vegaLite: ChartSpec; readonly vega: CompiledChart }>>;
  readonly figures: readonly (Pick<Figure, "id" | "title" | "caption" | "datasets" | "params" | "height" | "take"> & {
    readonly spec: string;
  })[];
}

/** Charts by section, and what the page's script needs. */
export interface DrawnCharts {
  /** The figures of a section, one list for each kind of chart. */
  section(section: ChartSection): readonly (readonly Markup[])[];
  readonly island: ChartIsland;
}

/** Makes all figures of a report: its still pictures for the page, its data for the script. */
export function drawCharts(subject: Subject, drawing: Drawing): DrawnCharts {
  const specs: Record<string, ChartIsland["specs"][string]> = {};
  const figures: ChartIsland["figures"][number][] = [];
  const blocks = charts.map((chart) => {
    const made = chart.figures(subject);
    return {
      section: chart.section,
      blocks: made.map((figure, i) => {
        const leads = chart.id === "fan" && i === 0 && made.length % 2 === 1;
        const height = leads ? wide.height : figure.height;
        const { key, text, compiled } = drawing.compile(figure.spec);
        specs[key] ??= { vegaLite: figure.spec, vega: compiled };
        const { id, title, caption, datasets, take, params } = figure;
        figures.push({ id, title, caption, spec: key, datasets: rounded(datasets), take, params, height });
        const svg = drawing.draw(text, compiled, still({ ...figure, height }), leads ? wide.width : stillWidth);
        const big = chart.id === "fan" ? bigNumber(subject, figure.scheme) : null;
        return figureBlock(subject.language, figure, trimSvg(svg), { big, leads });
      }),
    };
  });
  return {
    section: (section) => blocks.filter((b) => b.section === section && b.blocks.length > 0).map((b) => b.blocks),
    island: { specs, figures },
  };
}

/** A still picture has no pointer, so it does without the marks that answer one. */
function still(figure: Figure): Figure {
  return "readouts" in figure.datasets ? { ...figure, datasets: { ...figure.datasets, readouts: [] } } : figure;
}

function rounded(datasets: Figure["datasets"]): Figure["datasets"] {
  const value = (cell: Row[string]) => (typeof cell === "number" ? Number(cell.toPrecision(digits)) : cell);
  const row = (cells: Row): Row => Object.fromEntries(Object.entries(cells).map(([key, cell]) => [key, value(cell)]));
  return Object.fromEntries(Object.entries(datasets).map(([name, rows]) => [name, rows.map(row)]));
}
