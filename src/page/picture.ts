import type { Figure } from "../report/charts/chart.ts";
import type { LiveChart } from "./live-chart.ts";

const svgNamespace = "http://www.w3.org/2000/svg";
/** Room around the chart, and the height of a line of its caption, in pixels. */
const margin = 16;
const captionLine = 15;
const captionSize = 11;

/** Returns a chart as an SVG that stands alone: title, caption, paper, and colours in place of the page's variables. */
export async function pictureOf(figure: Figure, chart: LiveChart): Promise<SVGSVGElement> {
  const drawn = new DOMParser().parseFromString(withColours(await chart.view().toSVG()), "image/svg+xml");
  const inner = drawn.documentElement;
  for (const label of inner.querySelectorAll("text")) label.removeAttribute("font-family");
  const [width, height] = [Number(inner.getAttribute("width")), Number(inner.getAttribute("height"))];
  const lines = wrap(figure.caption, width);
  const head = 26 + lines.length * captionLine;
  const outer = element("svg", {
    xmlns: svgNamespace,
    width: width + 2 * margin,
    height: height + head + 2 * margin,
    viewBox: `0 0 ${width + 2 * margin} ${height + head + 2 * margin}`,
    "font-family": getComputedStyle(document.body).fontFamily,
  });
  outer.append(
    element("rect", { width: "100%", height: "100%", fill: variable("--paper") }),
    text(figure.title, { x: margin, y: margin + 16, "font-size": 16, "font-weight": 700, fill: variable("--ink") }),
    ...lines.map((line, i) =>
      text(line, {
        x: margin,
        y: margin + 36 + i * captionLine,
        "font-size": captionSize,
        fill: variable("--muted"),
      }),
    ),
  );
  inner.setAttribute("x", String(margin));
  inner.setAttribute("y", String(margin + head));
  outer.append(document.importNode(inner, true));
  return outer as SVGSVGElement;
}

/** Breaks a text into lines of a width, as a canvas measures the page's type; SVG knows no lines. */
function wrap(content: string, width: number): string[] {
  const pen = document.createElement("canvas").getContext("2d");
  if (!pen) return [content];
  pen.font = `${captionSize}px ${getComputedStyle(document.body).fontFamily}`;
  const lines: string[] = [];
  for (const word of content.split(" ")) {
    const longer = `${lines.at(-1) ?? ""} ${word}`.trim();
    if (lines.length > 0 && pen.measureText(longer).width <= width) lines[lines.length - 1] = longer;
    else lines.push(word);
  }
  return lines;
}

/** Puts the page's present colours in place of `var(--name)`. */
export function withColours(text: string): string {
  return text.replace(/var\((--[\w-]+)\)/g, (_, name: string) => variable(name));
}

function variable(name: string): string {
  return getComputedStyle(document.documentElement).getPropertyValue(name).trim();
}

function element(name: string, attributes: Readonly<Record<string, string | number>>): SVGElement {
  const made = document.createElementNS(svgNamespace, name);
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, String(value));
  return made;
}

function text(content: string, attributes: Readonly<Record<string, string | number>>): SVGElement {
  const made = element("text", attributes);
  made.textContent = content;
  return made;
}
