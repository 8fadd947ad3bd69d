import { expect, test } from "vitest";
import { style } from "../../src/report/html/style.ts";

type Rgb = readonly [number, number, number];
type Scheme = "light" | "dark" | "print";

/** The variables of the style sheet, as they stand in light, in dark and on paper. */
function palette(scheme: Scheme): Record<string, Rgb> {
  const blocks = [...style.matchAll(/:root \{([^}]*)\}/g)].map((match) => match[1]!);
  const own = { light: blocks[0], dark: blocks[1], print: blocks[2] }[scheme]!;
  return Object.fromEntries(
    [...own.matchAll(/--([\w-]+):\s*#([0-9a-f]{3,6})/g)].map(([, name, hex]) => {
      const whole = hex!.length === 3 ? [...hex!].map((c) => c + c).join("") : hex!;
      return [name!, [0, 2, 4].map((i) => Number.parseInt(whole.slice(i, i + 2), 16) / 255) as unknown as Rgb];
    }),
  );
}

const linear = (c: number) => (c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4);

/** Contrast of two colours by WCAG 2.2. */
function contrast(a: Rgb, b: Rgb): number {
  const [low, high] = [a, b]
    .map((rgb) => rgb.map(linear))
    .map(([r, g, blue]) => 0.2126 * r! + 0.7152 * g! + 0.0722 * blue!)
    .sort((x, y) => x - y) as [number, number];
  return (high + 0.05) / (low + 0.05);
}

/** How colours look to dichromats: Machado, Oliveira and Fernandes (2009), severity 1, on linear RGB. */
const vision: Readonly<Record<string, readonly Rgb[]>> = {
  trichromat: [
    [1, 0, 0],
    [0, 1, 0],
    [0, 0, 1],
  ],
  protanope: [
    [0.152286, 1.052583, -0.204868],
    [0.114503, 0.786281, 0.099216],
    [-0.003882, -0.048116, 1.051998],
  ],
  deuteranope: [
    [0.367322, 0.860646, -0.227968],
    [0.280085, 0.672501, 0.047413],
    [-0.01182, 0.04294, 0.968881],
  ],
  tritanope: [
    [1.255528, -0.076749, -0.178779],
    [-0.078411, 0.930809, 0.147602],
    [0.004733, 0.691367, 0.3039],
  ],
};

/** Oklab (Ottosson 2020) of a colour as somebody sees it. */
function seen(rgb: Rgb, matrix: readonly Rgb[]): number[] {
  const own = rgb.map(linear);
  const [r, g, b] = matrix.map((row) =>
    Math.min(
      1,
      Math.max(
        0,
        row.reduce((sum, m, i) => sum + m * own[i]!, 0),
      ),
    ),
  ) as [number, number, number];
  const l = Math.cbrt(0.4122214708 * r + 0.5363325363 * g + 0.0514459929 * b);
  const m = Math.cbrt(0.2119034982 * r + 0.6806995451 * g + 0.1073969566 * b);
  const s = Math.cbrt(0.0883024619 * r + 0.2817188376 * g + 0.6299787005 * b);
  return [
    0.2104542553 * l + 0.793617785 * m - 0.0040720468 * s,
    1.9779984951 * l - 2.428592205 * m + 0.4505937099 * s,
    0.0259040371 * l + 0.7827717662 * m - 0.808675766 * s,
  ];
}

const distance = (a: Rgb, b: Rgb, matrix: readonly Rgb[]) => {
  const [x, y] = [a, b].map((rgb) => seen(rgb, matrix));
  return Math.hypot(...x!.map((value, i) => value - y![i]!));
};

const schemes: readonly Scheme[] = ["light", "dark", "print"];

test.each(schemes)("words can be read on paper and on marked rows in %s", (scheme) => {
  const colours = palette(scheme);
  for (const ground of ["paper", "mark"])
    for (const name of ["ink", "muted", "accent", "goal", "later", "link"])
      expect(contrast(colours[name]!, colours[ground]!), `${name} on ${ground}`).toBeGreaterThanOrEqual(4.5);
});

test.each(schemes)("marks that carry a meaning stand out from the paper in %s", (scheme) => {
  const colours = palette(scheme);
  for (const name of ["ink", "accent", "goal", "later"])
    expect(contrast(colours[name]!, colours.paper!), name).toBeGreaterThanOrEqual(3);
});

test.each(schemes)("the middle future and the goals stand out from the bands that they lie on in %s", (scheme) => {
  const colours = palette(scheme);
  for (const band of ["band50", "band80", "band95"]) {
    expect(contrast(colours.accent!, colours[band]!), `accent on ${band}`).toBeGreaterThanOrEqual(2.4);
    expect(contrast(colours.goal!, colours[band]!), `goal on ${band}`).toBeGreaterThanOrEqual(2);
  }
});

/** Two colours this far apart in Oklab are told apart at a glance; 0.02 is about the least that is seen at all. */
const apart = 0.1;

test.each(Object.entries(vision))("a %s tells the kinds of marks apart", (name, matrix) => {
  for (const scheme of schemes) {
    const colours = palette(scheme);
    const kinds = ["ink", "accent", "goal"];
    for (const [i, one] of kinds.entries())
      for (const other of kinds.slice(i + 1))
        expect(
          distance(colours[one]!, colours[other]!, matrix),
          `${one} and ${other}, ${name}, ${scheme}`,
        ).toBeGreaterThan(apart);
    const bands = ["accent", "band50", "band80", "band95", "paper"];
    for (const [i, one] of bands.slice(1).entries())
      expect(
        distance(colours[bands[i]!]!, colours[one]!, matrix),
        `${bands[i]} and ${one}, ${name}, ${scheme}`,
      ).toBeGreaterThan(0.04);
  }
});
