/** What the variables of the style sheet stand for: `--paper` to `#fdfcf9`, `--sans` to a list of fonts. */
export type Palette = Readonly<Record<string, string>>;

/** Puts the values in place of `var(--name)` and mixes colours, for readers that know no style sheet; an unknown name stays. */
export function withPalette(text: string, palette: Palette): string {
  return text
    .replace(/var\((--[\w-]+)\)/g, (whole, name: string) => palette[name] ?? whole)
    .replace(
      /color-mix\(in srgb, (#[\da-f]{6}) ([\d.]+)%, (#[\da-f]{6})\)/gi,
      (_, a: string, share: string, b: string) => mixed(a, b, Number(share) / 100),
    );
}

/** Mixes two colours as CSS does in sRGB: `share` of the first, the rest of the second (CSS Color 5). */
function mixed(a: string, b: string, share: number): string {
  const parts = [1, 3, 5].map((at) => {
    const [one, other] = [a, b].map((colour) => Number.parseInt(colour.slice(at, at + 2), 16)) as [number, number];
    return Math.round(one * share + other * (1 - share))
      .toString(16)
      .padStart(2, "0");
  });
  return `#${parts.join("")}`;
}
