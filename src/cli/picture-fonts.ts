import { homedir } from "node:os";
import { join } from "node:path";
import { listTree } from "./io.ts";

/** A family of fonts on this machine. */
export interface FontFamily {
  readonly name: string;
  /** Regular, then bold. */
  readonly files: readonly string[];
}

/** Families with Vietnamese letters that systems carry, best first, by the names of their files. */
const known: readonly (readonly [name: string, regular: string, bold: string])[] = [
  ["Noto Sans", "NotoSans-Regular.ttf", "NotoSans-Bold.ttf"],
  ["Segoe UI", "segoeui.ttf", "segoeuib.ttf"],
  ["Roboto", "Roboto-Regular.ttf", "Roboto-Bold.ttf"],
  ["Open Sans", "OpenSans-Regular.ttf", "OpenSans-Bold.ttf"],
  ["Arial", "Arial.ttf", "Arial Bold.ttf"],
  ["Arial", "arial.ttf", "arialbd.ttf"],
  ["Liberation Sans", "LiberationSans-Regular.ttf", "LiberationSans-Bold.ttf"],
  ["DejaVu Sans", "DejaVuSans.ttf", "DejaVuSans-Bold.ttf"],
  // These lend arrows and signs that the others lack.
  ["Noto Sans Symbols", "NotoSansSymbols-Regular.ttf", "NotoSansSymbols-Bold.ttf"],
  ["Noto Sans Math", "NotoSansMath-Regular.ttf", ""],
];

/** Finds the families of this machine that pictures may be set in, best first. */
export function findFonts(folders: readonly string[] = fontFolders()): FontFamily[] {
  const files = new Map(
    folders
      .flatMap((folder) => listTree(folder, ".ttf", ".otf"))
      .reverse()
      .map((path) => [path.replace(/^.*[\\/]/, ""), path]),
  );
  return known.flatMap(([name, regular, bold]) => {
    const found = [regular, bold].map((file) => files.get(file)).filter((path) => path !== undefined);
    return files.has(regular) ? [{ name, files: found }] : [];
  });
}

/** Where systems keep their fonts. */
function fontFolders(): string[] {
  const home = homedir();
  const { WINDIR, LOCALAPPDATA } = process.env;
  if (WINDIR !== undefined)
    return [join(WINDIR, "Fonts"), ...(LOCALAPPDATA ? [join(LOCALAPPDATA, "Microsoft", "Windows", "Fonts")] : [])];
  return [
    "/usr/share/fonts",
    "/usr/local/share/fonts",
    "/System/Library/Fonts",
    "/Library/Fonts",
    join(home, "Library/Fonts"),
    join(home, ".local/share/fonts"),
    join(home, ".fonts"),
  ];
}
