import type { Figure } from "../report/charts/chart.ts";
import { standaloneSvg } from "../report/formats/standalone-svg.ts";
import { type Palette, withPalette } from "../report/html/with-palette.ts";
import type { LiveChart } from "./live-chart.ts";

/** Returns a chart as the text of an SVG that stands alone, in the page's present colours; `foot` says whose it is. */
export async function pictureOf(figure: Figure, chart: LiveChart, foot: string): Promise<string> {
  const fonts = getComputedStyle(document.body).fontFamily;
  const drawn = (await chart.view().toSVG()).replace(/ font-family="[^"]*"/g, "");
  const pen = document.createElement("canvas").getContext("2d");
  return standaloneSvg(figure, drawn, {
    palette: { ...presentColours(drawn), "--sans": fonts },
    foot,
    ...(pen && {
      measure(text: string, size: number, bold: boolean) {
        pen.font = `${bold ? "bold " : ""}${size}px ${fonts}`;
        return pen.measureText(text).width;
      },
    }),
  });
}

/** Puts the page's present colours in place of `var(--name)`. */
export function withColours(text: string): string {
  return withPalette(text, presentColours(text));
}

/** The page's present values of the variables that a text names, and of those of every picture. */
function presentColours(text: string): Palette {
  const style = getComputedStyle(document.documentElement);
  const names = [...text.matchAll(/var\((--[\w-]+)\)/g)].map(([, name]) => name!);
  return Object.fromEntries(
    ["--paper", "--ink", "--muted", ...names].map((name) => [name, style.getPropertyValue(name).trim()]),
  );
}
