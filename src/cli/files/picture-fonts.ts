import { homedir } from "node:os";
import { basename, dirname, join } from "node:path";
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
  ["Noto Sans Math", "NotoSansMath-Regular.ttf", "NotoSansMath-Bold.ttf"],
];

/** Finds the families of this machine that pictures may be set in, best first; one may be there in several versions. */
export function findFonts(folders: readonly string[] = fontFolders()): FontFamily[] {
  const paths = folders.flatMap((folder) => listTree(folder, ".ttf"));
  const present = new Set(paths);
  return known.flatMap(([name, regular, bold]) =>
    paths
      .filter((path) => basename(path) === regular)
      .map((path) => {
        const beside = join(dirname(path), bold);
        return { name, files: present.has(beside) ? [path, beside] : [path] };
      }),
  );
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
