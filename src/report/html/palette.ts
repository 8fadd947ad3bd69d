import { style } from "./style.ts";
import type { Palette } from "./with-palette.ts";

/** Reads the variables from the style sheet, which alone says them: the first block is light, the second lies over it in the dark. */
export function paletteOf(mode: "light" | "dark"): Palette {
  const [light, dark] = [...style.matchAll(/:root \{([^}]*)\}/g)].map(([, block]) =>
    Object.fromEntries(
      [...block!.matchAll(/(--[\w-]+):\s*([^;]+);/g)].map(([, name, value]) => [name!, value!.trim()]),
    ),
  );
  return mode === "light" ? { ...light } : { ...light, ...dark };
}
