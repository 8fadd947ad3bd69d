/** The only door to @resvg/resvg-js. */
import { Resvg } from "@resvg/resvg-js";
import { type FontFamily, findFonts } from "./picture-fonts.ts";

/** What turns pictures into pixels. */
export interface Painter {
  /** The family that texts are set in. */
  readonly font: string;
  paint(svg: string, scale: number): Uint8Array;
}

/** A letter with two marks, which only fonts made for Vietnamese hold; the minus of every axis; and what no font holds. */
const [letter, minus, none] = ["ệ", "\u2212", "\u{10ffff}"];

/** Finds a font that holds Vietnamese letters and returns what paints with it; null where this machine has none. */
export function openPainter(families: readonly FontFamily[] = findFonts()): Painter | null {
  const fit = families.filter((family) => holds(family, letter));
  const found = fit.find((family) => holds(family, minus)) ?? fit[0];
  if (found === undefined) return null;
  // Two versions of one family would be mixed.
  const lenders = [found, ...families.filter(({ name }) => name !== found.name)];
  return {
    font: found.name,
    paint(svg, scale) {
      // Scripts that the font may lack are looked for among all fonts of the machine, which takes its time.
      const own = svg.replace(/ font-family="[^"]*"/, ` font-family="${found.name}"`);
      const foreign = /[^\p{Script=Latin}\p{Script=Common}\p{Script=Inherited}]/u.test(svg);
      return new Uint8Array(
        new Resvg(own, { fitTo: { mode: "zoom", value: scale }, font: fontOptions(found, lenders, foreign) })
          .render()
          .asPng(),
      );
    },
  };
}

function holds(family: FontFamily, sign: string): boolean {
  const pixels = (text: string) => {
    const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="40" height="40"><text x="5" y="30" font-size="24">${text}</text></svg>`;
    return new Resvg(svg, { font: fontOptions(family, [family], false) }).render().pixels;
  };
  const [drawn, empty, missing] = [sign, " ", none].map(pixels);
  return !drawn.equals(empty) && !drawn.equals(missing);
}

/** Sets texts in one family; signs that it lacks come from the others. */
function fontOptions({ name }: FontFamily, others: readonly FontFamily[], system: boolean) {
  const fontFiles = others.flatMap(({ files }) => files);
  return { loadSystemFonts: system, fontFiles, defaultFontFamily: name, sansSerifFamily: name };
}
