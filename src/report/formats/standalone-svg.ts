import type { Figure } from "../charts/chart.ts";
import { escapeHtml } from "../html/markup.ts";
import { type Palette, withPalette } from "../html/palette.ts";

/** Room around the chart, and the height of a line of its caption, in pixels. */
const margin = 20;
const titleSize = 18;
const captionSize = 12;
const captionLine = 16;
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
  figure: Pick<Figure, "title" | "caption" | "description">,
  drawn: string,
  frame: PictureFrame,
): string {
  const { palette } = frame;
  const inner = /<svg\b[^>]*\swidth="([\d.]+)"[^>]*\sheight="([\d.]+)"/.exec(drawn) ?? ["", "640", "240"];
  const [chartWidth, chartHeight] = [Number(inner[1]), Number(inner[2])];
  const width = chartWidth + 2 * margin;
  const measure = frame.measure ?? ((text: string, size: number) => widestLetter * size * [...text].length);
  const lines = (text: string, size: number, bold: boolean) =>
    wrap(text, chartWidth, (line) => measure(line, size, bold));
  const titles = lines(figure.title, titleSize, true);
  const captions = lines(figure.caption, captionSize, false);
  const feet = lines(frame.foot, captionSize - 1, false);
  const captionTop = margin + titles.length * (titleSize + 5);
  const chartTop = captionTop + captions.length * captionLine + 8;
  const footTop = chartTop + chartHeight + 12;
  const height = Math.ceil(footTop + feet.length * captionLine + margin - 8);
  const text = (line: string, y: number, size: number, fill: string, more = "") =>
    `<text x="${margin}" y="${y}" font-size="${size}" fill="${fill}"${more}>${escapeHtml(line)}</text>`;
  const framed = [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" role="img" font-family="${escapeHtml(palette["--sans"] ?? "sans-serif")}">`,
    `<title>${escapeHtml(figure.title)}</title><desc>${escapeHtml(figure.description)}</desc>`,
    `<rect width="${width}" height="${height}" fill="var(--paper)"/>`,
    ...titles.map((line, i) =>
      text(line, margin + titleSize - 2 + i * (titleSize + 5), titleSize, "var(--ink)", ' font-weight="700"'),
    ),
    ...captions.map((line, i) => text(line, captionTop + captionSize + i * captionLine, captionSize, "var(--muted)")),
    plainXml(drawn).replace(/<svg\b/, `<svg x="${margin}" y="${chartTop}"`),
    ...feet.map((line, i) => text(line, footTop + captionSize + i * captionLine, captionSize - 1, "var(--muted)")),
    "</svg>\n",
  ];
  return withPalette(framed.join("\n"), palette);
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
