import type { Diagnostic, Place } from "../core/errors.ts";

/** Colours for the parts of a diagnostic; each takes text and hands it back with or without colour. */
export interface FrameStyle {
  readonly error: (text: string) => string;
  readonly warning: (text: string) => string;
  readonly place: (text: string) => string;
  readonly faint: (text: string) => string;
}

const plain = (text: string) => text;

/** No colour at all. */
const plainStyle: FrameStyle = { error: plain, warning: plain, place: plain, faint: plain };

/** Longest part of a source line that is shown, in characters. */
const excerptWidth = 100;

/**
 * Writes diagnostics as people read them, file by file and line by line, and how many there are in the last line.
 *
 *     scenarios/drive.yaml:14:17  error  scenario/out-of-range
 *       levers.drive.compliance is 12, expected a share between 0 and 1
 *       14 |     compliance: 12
 *          |                 ^^
 *       hint: write 12% or 0.12
 *
 * `sources` has the text of files by name; without it the excerpt is left out. What stands in the files is shown without
 * control characters, so that it cannot drive a terminal.
 */
export function frameDiagnostics(
  diagnostics: readonly Diagnostic[],
  sources: ReadonlyMap<string, string> = new Map(),
  style: FrameStyle = plainStyle,
): string {
  const files = [...new Set(diagnostics.map(({ place }) => place?.file ?? ""))];
  const rank = ({ place }: Diagnostic) => [files.indexOf(place?.file ?? ""), place?.line ?? 0, place?.column ?? 0];
  const ordered = [...diagnostics].sort((a, b) => {
    const [x, y] = [rank(a), rank(b)];
    return x[0] - y[0] || x[1] - y[1] || x[2] - y[2];
  });
  return [...ordered.map((d) => frameDiagnostic(d, sources, style)), countDiagnostics(diagnostics)].join("\n\n");
}

/** Writes one diagnostic: where and which rule, what, the line with a caret, what to do. */
export function frameDiagnostic(
  { place, severity, code, message, path, hint }: Diagnostic,
  sources: ReadonlyMap<string, string> = new Map(),
  style: FrameStyle = plainStyle,
): string {
  const where = place ? `${style.place(harmless(`${place.file}:${place.line}:${place.column}`))}  ` : "";
  const subject = path && !message.includes(path) ? `${path}: ` : "";
  // What is wrong with a file as a whole needs no line of it.
  const whole = code.startsWith("file/") && place?.line === 1 && place.column === 1;
  const source = place && !whole && sources.get(place.file);
  return [
    `${where}${style[severity](severity)}  ${style.faint(code)}`,
    `  ${harmless(subject + message)}`,
    ...(source ? excerpt(source, place, code, style) : []),
    ...(hint ? [`  hint: ${harmless(hint)}`] : []),
  ].join("\n");
}

/** Says how many: `3 errors, 1 warning`. */
function countDiagnostics(diagnostics: readonly Diagnostic[]): string {
  const count = (severity: Diagnostic["severity"]) => {
    const n = diagnostics.filter((d) => d.severity === severity).length;
    return n === 0 ? [] : [`${n} ${severity}${n === 1 ? "" : "s"}`];
  };
  return [...count("error"), ...count("warning")].join(", ") || "no problems";
}

function excerpt(source: string, { file, line, column }: Place, code: string, style: FrameStyle): string[] {
  const text = source.split(/\r\n|\n|\r/)[line - 1];
  if (text === undefined || text.trim() === "") return [];
  const short = text.length <= excerptWidth || column - 1 <= excerptWidth * 0.7;
  const start = short ? 0 : column - 1 - Math.floor(excerptWidth * 0.5);
  const shown = text.slice(start, start + excerptWidth);
  const [before, after] = [start > 0 ? "…" : "", start + excerptWidth < text.length ? "…" : ""];
  const gutter = " ".repeat(String(line).length);
  const indent = " ".repeat(width(before + harmless(text.slice(start, column - 1))));
  const marked = text.slice(column - 1, Math.min(column - 1 + spanOf(text, column, file, code), start + excerptWidth));
  return [
    `  ${style.faint(`${line} |`)} ${before}${harmless(shown)}${after}`,
    `  ${style.faint(`${gutter} |`)} ${indent}${style.error("^".repeat(Math.max(1, width(harmless(marked)))))}`,
  ];
}

/** Counts the letters of what is wrong at a column: a key, a value, a cell; where only a spot is known, one. */
function spanOf(line: string, column: number, file: string, code: string): number {
  const [before, rest] = [line.slice(0, column - 1), line.slice(column - 1)];
  if (code === "yaml/syntax" || code === "yaml/too-deep" || code.startsWith("file/")) return 1;
  const quoted = /^"(?:[^"\\]|\\.|"")*"|^'(?:[^']|'')*'/.exec(rest)?.[0];
  if (quoted !== undefined) return quoted.length;
  if (file.endsWith(".csv")) return /^[^,]*/.exec(rest)?.[0].trimEnd().length ?? 1;
  if (code.endsWith("/formula")) return /^[\w.]+/.exec(rest)?.[0].length ?? 1;
  if (/^[[{]/.test(rest)) return bracketed(rest);
  const count = (sign: RegExp) => before.match(sign)?.length ?? 0;
  const within = count(/[[{]/g) > count(/[\]}]/g);
  const plain = within ? /^[^,[\]{}]*?(?=:(?:\s|$)|\s#|[,[\]{}]|$)/ : /^.*?(?=:(?:\s|$)|\s#|$)/;
  return plain.exec(rest)?.[0].trimEnd().length ?? 1;
}

/** Counts the letters from a bracket to the one that closes it; 1 if that stands on another line. */
function bracketed(text: string): number {
  let depth = 0;
  for (let i = 0; i < text.length; i++) {
    if (/[[{]/.test(text[i])) depth++;
    else if (/[\]}]/.test(text[i]) && --depth === 0) return i + 1;
  }
  return 1;
}

/** Replaces everything that moves a cursor, changes a colour or turns the direction of writing. */
function harmless(text: string): string {
  return text
    .replace(/[\r\n]/g, " ")
    .replace(/\t/g, "→")
    .replace(/[\p{Cc}\p{Cf}\u2028\u2029]/gu, "·");
}

/** Counts terminal cells: a mark on a letter takes none, an East Asian letter two. */
function width(text: string): number {
  const wide = /[\p{Script=Han}\p{Script=Hangul}\p{Script=Hiragana}\p{Script=Katakana}\uff01-\uff60]/u;
  return [...text].reduce((sum, letter) => sum + (/\p{M}/u.test(letter) ? 0 : wide.test(letter) ? 2 : 1), 0);
}
