/** The only door to @resvg/resvg-js. */
import { Resvg } from "@resvg/resvg-js";
import { type FontFamily, findFonts } from "./picture-fonts.ts";

/** What turns pictures into pixels. */
export interface Painter {
  /** The family that texts are set in. */
  readonly font: string;
  paint(svg: string, scale: number): Uint8Array;
}

/** A letter with two marks, which only fonts made for Vietnamese hold, and a place where no font holds a letter. */
const [letter, none] = ["ệ", "\u{10ffff}"];

/** Finds a font that holds Vietnamese letters and returns what paints with it; null where this machine has none. */
export function openPainter(families: readonly FontFamily[] = findFonts()): Painter | null {
  const found = families.find(holdsVietnamese);
  if (found === undefined) return null;
  return {
    font: found.name,
    paint(svg, scale) {
      // Scripts that the font may lack are looked for among all fonts of the machine, which takes its time.
      const foreign = /[^\p{Script=Latin}\p{Script=Common}\p{Script=Inherited}]/u.test(svg);
      return new Uint8Array(
        new Resvg(svg, { fitTo: { mode: "zoom", value: scale }, font: fontOptions(found, families, foreign) })
          .render()
          .asPng(),
      );
    },
  };
}

function holdsVietnamese(family: FontFamily): boolean {
  const pixels = (text: string) => {
    const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="40" height="40"><text x="5" y="30" font-size="24">${text}</text></svg>`;
    return new Resvg(svg, { font: fontOptions(family, [family], false) }).render().pixels;
  };
  const [drawn, empty, missing] = [letter, " ", none].map(pixels);
  return !drawn.equals(empty) && !drawn.equals(missing);
}

/** Sets texts in one family; signs that it lacks come from the others. */
function fontOptions({ name }: FontFamily, others: readonly FontFamily[], system: boolean) {
  const fontFiles = others.flatMap(({ files }) => files);
  return { loadSystemFonts: system, fontFiles, defaultFontFamily: name, sansSerifFamily: name };
}
