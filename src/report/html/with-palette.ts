/** What the variables of the style sheet stand for: `--paper` to `#fdfcf9`, `--sans` to a list of fonts. */
export type Palette = Readonly<Record<string, string>>;

/** Puts the values in place of `var(--name)`, for readers that know no style sheet; an unknown name stays. */
export function withPalette(text: string, palette: Palette): string {
  return text.replace(/var\((--[\w-]+)\)/g, (whole, name: string) => palette[name] ?? whole);
}
