import type { Place } from "../core/errors.ts";
import type { SourceText } from "./source-text.ts";

/** Keys and indices from the root of a file to a value: `["levers", "drive", "compliance"]`. */
export type Path = readonly (string | number)[];

/** Offsets of one value and of the key that names it. */
export interface Offsets {
  readonly key: number;
  readonly value: number;
}

/** A parsed YAML or JSON file: plain values, and where each of them stands. */
export interface YamlTree {
  readonly source: SourceText;
  /** Maps are plain objects without dangerous keys; there are no dates, symbols or shared parts. */
  readonly value: unknown;
  /** Returns where the value at a path stands; for a path that is not there, where its nearest ancestor does. */
  valueAt(path: Path): Place;
  /** Returns where the key of a path stands, in the same way. */
  keyAt(path: Path): Place;
}

/** Names a path as users do: `levers.drive.evidence[0].ref`. */
export function dotted(path: Path): string {
  return path.reduce<string>(
    (text, step) => (typeof step === "number" ? `${text}[${step}]` : text === "" ? step : `${text}.${step}`),
    "",
  );
}

/** Makes one string of a path, for use as the key of a map. */
export function pathKey(path: Path): string {
  return path.join("\u0000");
}

/** Tells whether a value is a map, that is, neither a list nor a scalar. */
export function isMap(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** Returns what stands at a path, or undefined; looks at own keys alone. */
export function valueAtPath(root: unknown, path: Path): unknown {
  return path.reduce<unknown>(
    (value, step) =>
      typeof value === "object" && value !== null && Object.hasOwn(value, step)
        ? (value as Record<string | number, unknown>)[step]
        : undefined,
    root,
  );
}

/**
 * Returns where a character of the text at a path stands: text on one line, plain or in quotes, without escapes; of other
 * text where it begins.
 */
export function placeWithin(tree: YamlTree, path: Path, offset: number): Place {
  const place = tree.valueAt(path);
  const text = valueAtPath(tree.value, path);
  const line = tree.source.text.split(/\r\n|\n|\r/)[place.line - 1] ?? "";
  const quote = /["']/.test(line[place.column - 1] ?? "") ? 1 : 0;
  const start = place.column - 1 + quote;
  const verbatim = typeof text === "string" && line.startsWith(text, start);
  return verbatim ? { ...place, column: start + 1 + offset } : place;
}

/** Returns the digits and points at a path as they are written; null where no plain number stands. */
export function writtenNumber(tree: YamlTree, path: Path): string | null {
  const { line, column } = tree.valueAt(path);
  const text = tree.source.text.split(/\r\n|\n|\r/)[line - 1] ?? "";
  return /^[+-]?\d[\d.]*(?=[\s,\]}]|$)/.exec(text.slice(column - 1))?.[0] ?? null;
}
