import { style } from "./style.ts";

/** What the variables of the style sheet stand for: `--paper` to `#fdfcf9`, `--sans` to a list of fonts. */
export type Palette = Readonly<Record<string, string>>;

/** Reads the variables from the style sheet, which alone says them: the first block is light, the second lies over it in the dark. */
export function paletteOf(mode: "light" | "dark"): Palette {
  const [light, dark] = [...style.matchAll(/:root \{([^}]*)\}/g)].map(([, block]) =>
    Object.fromEntries(
      [...block!.matchAll(/(--[\w-]+):\s*([^;]+);/g)].map(([, name, value]) => [name!, value!.trim()]),
    ),
  );
  return mode === "light" ? { ...light } : { ...light, ...dark };
}

/** Puts the values in place of `var(--name)`, for readers that know no style sheet; an unknown name stays. */
export function withPalette(text: string, palette: Palette): string {
  return text.replace(/var\((--[\w-]+)\)/g, (whole, name: string) => palette[name] ?? whole);
}
