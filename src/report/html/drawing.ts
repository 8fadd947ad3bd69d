import type { ChartSection, Figure } from "../charts/chart.ts";
import { type CompiledChart, chartCompiler } from "../charts/compile.ts";
import { charts } from "../charts/index.ts";
import { trimSvg } from "../charts/trim-svg.ts";
import { type StillMemory, stillDrawer } from "../charts/vega-view.ts";
import type { Subject } from "../subject.ts";
import { figureBlock } from "./figure.ts";
import type { Markup } from "./markup.ts";
import { type PlacedFigure, placedFigures } from "./placed-figures.ts";
import { specKey } from "./spec-key.ts";

/** Outer width of the still pictures: half of the page on a desk, near the whole of it on a phone. */
const stillWidth = 460;
/** Outer width of a still picture that has a row of the page to itself. */
const wideWidth = 940;

/** What the reports of one run share: compiled specs and running charts, so that each is made once. */
export interface Drawing {
  readonly compile: ReturnType<typeof chartCompiler>;
  readonly draw: ReturnType<typeof stillDrawer>;
  /** Every specification compiled so far, by `specKey`: the page's script draws with them. */
  readonly specs: Record<string, CompiledChart>;
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
  return { compile: chartCompiler(memory.compiled), draw: stillDrawer(memory, trimSvg), specs: {} };
}

/** The figures of a section, one list for each kind of chart. */
export type SectionFigures = (section: ChartSection) => readonly (readonly Markup[])[];

/**
 * Makes all figures of a report and compiles their specifications; their still pictures, which take longer, are drawn when
 * the result is called.
 */
export function drawCharts(subject: Subject, drawing: Drawing): () => SectionFigures {
  const picture = ({ figure, leads }: PlacedFigure) => {
    const { text, compiled } = drawing.compile(figure.spec);
    return drawing.draw(text, compiled, still(figure), leads ? wideWidth : stillWidth);
  };
  const placed = new Map(charts.map(({ section }) => [section, placedFigures(subject, section)]));
  for (const { figure } of [...placed.values()].flat(2))
    drawing.specs[specKey(figure.spec)] ??= drawing.compile(figure.spec).compiled;
  return () => {
    const drawn = new Map(
      [...placed].map(([section, lists]) => [
        section,
        lists.map((figures) => figures.map((one) => figureBlock(subject.language, one, picture(one)))),
      ]),
    );
    return (section) => drawn.get(section) ?? [];
  };
}

/** A still picture has no pointer, so it does without the marks that answer one. */
function still(figure: Figure): Figure {
  return "readouts" in figure.datasets ? { ...figure, datasets: { ...figure.datasets, readouts: [] } } : figure;
}
