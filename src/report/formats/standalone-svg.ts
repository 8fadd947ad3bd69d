import type { Figure } from "../charts/chart.ts";
import { escapeHtml } from "../html/markup.ts";
import { type Palette, withPalette } from "../html/with-palette.ts";

/** Room around the chart in pixels. */
const margin = 20;
/** Height of a line as a share of the size of its letters. */
const lineHeight = 1.33;
/** Width of a letter as a share of its size where nothing measures it: more than in any usual face, so that lines fit. */
const widestLetter = 0.56;

/** What a picture is made of beside its chart. */
export interface PictureFrame {
  readonly palette: Palette;
  /** One line below the chart: whose figures these are. */
  readonly foot: string;
  /** Width of a text in pixels; absent: estimated. */
  measure?(text: string, size: number, bold: boolean): number;
}

/**
 * Frames a drawn chart as an SVG that stands alone: title, caption, paper, provenance, and colours in place of the page's
 * variables. Titles and descriptions are there for those who do not see it.
 */
export function standaloneSvg(
  figure: Pick<Figure, "title" | "sentence" | "caption" | "description">,
  drawn: string,
  frame: PictureFrame,
): string {
  const { palette } = frame;
  const size = /<svg\b[^>]*\swidth="([\d.]+)"[^>]*\sheight="([\d.]+)"/.exec(drawn) ?? ["", "640", "240"];
  const [chartWidth, chartHeight] = [Number(size[1]), Number(size[2])];
  const width = chartWidth + 2 * margin;
  const measure = frame.measure ?? ((text: string, size: number) => widestLetter * size * [...text].length);
  let y = margin;
  /** Sets a text as lines from where the last one ended. */
  const paragraph = (text: string, size: number, fill: string, bold = false) => {
    const lines = balanced(text, chartWidth, (line) => measure(line, size, bold)).map((line) => {
      y += Math.round(size * lineHeight);
      const weight = bold ? ' font-weight="700"' : "";
      return `<text x="${margin}" y="${y - Math.round(size * 0.3)}" font-size="${size}" fill="${fill}"${weight}>${escapeHtml(line)}</text>`;
    });
    return lines.join("\n");
  };
  const head = [
    paragraph(figure.title, 18, "var(--ink)", true),
    paragraph(figure.sentence ?? "", 13, "var(--ink)"),
    paragraph(figure.caption, 12, "var(--muted)"),
  ];
  const chartTop = y + 8;
  y = chartTop + chartHeight + 6;
  const foot = paragraph(frame.foot, 11, "var(--muted)");
  const height = Math.ceil(y + margin - 6);
  const framed = [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" role="img" font-family="${escapeHtml(palette["--sans"] ?? "sans-serif")}">`,
    `<title>${escapeHtml(figure.title)}</title><desc>${escapeHtml(figure.description)}</desc>`,
    `<rect width="${width}" height="${height}" fill="var(--paper)"/>`,
    ...head.filter((lines) => lines !== ""),
    plainXml(drawn).replace(/<svg\b/, `<svg x="${margin}" y="${chartTop}"`),
    foot,
    "</svg>\n",
  ];
  return withPalette(framed.join("\n"), palette);
}

/** Breaks a text into as few lines as fit, about equally long, so that no word is left over alone. */
function balanced(text: string, width: number, measure: (line: string) => number): string[] {
  const lines = wrap(text, width, measure);
  for (let part = 0.98; part > 0.5; part -= 0.02) {
    const narrower = wrap(text, part * width, measure);
    if (narrower.length > lines.length) return wrap(text, (part + 0.02) * width, measure);
  }
  return lines;
}

/** Breaks a text into lines of a width; SVG knows no lines. A word that is too long stands alone. */
function wrap(text: string, width: number, measure: (line: string) => number): string[] {
  const lines: string[] = [];
  for (const word of text.split(/\s+/).filter((word) => word !== "")) {
    const longer = `${lines.at(-1) ?? ""} ${word}`.trim();
    if (lines.length > 0 && measure(longer) <= width) lines[lines.length - 1] = longer;
    else lines.push(word);
  }
  return lines;
}

/** Replaces characters that no XML may hold: controls, halves of characters, and two that are none. */
function plainXml(text: string): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is looked for
  return text.replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|\p{Surrogate}/gu, "\ufffd");
}
