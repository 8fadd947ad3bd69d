import { chartCompiler } from "../../report/charts/compile.ts";
import { trimSvg } from "../../report/charts/trim-svg.ts";
import { stillDrawer } from "../../report/charts/vega-view.ts";
import { wholeSpec } from "../../report/charts/whole-spec.ts";
import type { ReportFigure } from "../../report/formats/export-figures.ts";
import { figureCsv } from "../../report/formats/figure-csv.ts";
import { standaloneSvg } from "../../report/formats/standalone-svg.ts";
import { type Palette, withPalette } from "../../report/html/with-palette.ts";

/** What a figure can be written as. */
export const figureFormats = ["svg", "png", "csv", "json"] as const;
export type FigureFormat = (typeof figureFormats)[number];

/** One file of a figure, without its folder. */
interface FigureFile {
  readonly name: string;
  readonly content: string | Uint8Array;
}

/** Writes figures as files. */
export interface FigureWriter {
  /** The font of the pixels; null where none are painted. */
  readonly font: string | null;
  /** Why no pixels are painted though they were wanted; null where nothing is in the way. */
  readonly silent: string | null;
  write(one: ReportFigure): FigureFile[];
}

/** Prepares the writing of figures in some formats: compiled specifications and running charts are shared among them. */
export async function figureWriter(
  formats: readonly FigureFormat[],
  { palette, scale }: { readonly palette: Palette; readonly scale: number },
): Promise<FigureWriter> {
  const painter = formats.includes("png") ? (await import("./png.ts")).openPainter() : null;
  const compile = chartCompiler();
  const draw = stillDrawer({ views: new Map(), stills: new Map() }, trimSvg);
  const silent =
    formats.includes("png") && painter === null
      ? "No font with Vietnamese letters was found on this machine, so no PNG is written: install Noto Sans, or take the SVG."
      : null;
  return {
    font: painter?.font ?? null,
    silent,
    write({ figure, width, foot }) {
      const files: FigureFile[] = [];
      const add = (format: FigureFormat, ending: string, make: () => string | Uint8Array) => {
        if (formats.includes(format)) files.push({ name: `${figure.id}.${ending}`, content: make() });
      };
      const picture = () => {
        const { text, compiled } = compile(figure.spec);
        return standaloneSvg(figure, draw(text, compiled, figure, width), { palette, foot });
      };
      const svg = formats.includes("svg") || painter ? picture() : "";
      add("svg", "svg", () => svg);
      if (painter) add("png", "png", () => painter.paint(svg, scale));
      add("csv", "csv", () => figureCsv(figure));
      add("json", "vl.json", () => `${withPalette(JSON.stringify(wholeSpec(figure), null, 2), palette)}\n`);
      return files;
    },
  };
}
