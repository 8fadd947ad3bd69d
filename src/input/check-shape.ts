import type { Place } from "../core/errors.ts";
import { didYouMean, nearest } from "./nearest.ts";
import type { Hint, Problems } from "./problems.ts";
import { readShape, type Shape, type ShapeFault } from "./schema/shape.ts";
import { dotted, isMap, type Path, valueAtPath } from "./yaml-tree.ts";

/** A value whose every part has a place: one parsed file, or several merged. */
export interface Placed {
  readonly value: unknown;
  valueAt(path: Path): Place;
  keyAt(path: Path): Place;
  /** Returns where a character of the text at a path stands; where that cannot be told, where the text does. */
  within?(path: Path, offset: number): Place;
}

/**
 * Checks a placed value against a shape and tells every fault at its place; undefined if there was any.
 *
 * `subject` begins the codes: `scenario` makes `scenario/unknown-key`.
 */
export function checkShape<T>(shape: Shape<T>, placed: Placed, subject: string, problems: Problems): T | undefined {
  const result = readShape(shape, placed.value);
  if ("value" in result) return result.value;
  const misspelt = result.faults.flatMap(({ code, path, known = [] }) =>
    code === "unknown-key" ? [dotted([...path.slice(0, -1), nearest(String(path[path.length - 1]), known) ?? ""])] : [],
  );
  for (const fault of result.faults) {
    const missing = valueAtPath(placed.value, fault.path) === undefined;
    // A misspelt key is both unknown and missing; it is told once.
    if (!missing || !misspelt.includes(dotted(fault.path))) tell(fault, placed, subject, problems);
  }
  return undefined;
}

/** Shows a value in a message: text in quotes, long text cut, maps and lists by their kind. */
export function show(value: unknown): string {
  if (typeof value === "string") return value.length > 40 ? `"${value.slice(0, 39)}…"` : `"${value}"`;
  if (value === null || value === undefined) return "empty";
  if (Array.isArray(value)) return value.length === 0 ? "an empty list" : "a list";
  return isMap(value) ? "a map" : String(value);
}

function tell(fault: ShapeFault, placed: Placed, subject: string, problems: Problems): void {
  const { path, known = [] } = fault;
  const key = dotted(path);
  const name = String(path[path.length - 1] ?? "");
  const what = key || "the file";
  const found = valueAtPath(placed.value, path);
  const error = (code: string, place: Place, message: string, hint?: Hint) =>
    problems.error(`${subject}/${code}`, place, message, { ...(key && { path: key }), hint });

  if (fault.code === "unknown-key") {
    const owner = dotted(path.slice(0, -1)) || "the file";
    const message = fault.message ?? `${key} is not a key that ${owner} may have`;
    error("unknown-key", placed.keyAt(path), message, fault.hint ?? (() => didYouMean(name, known)));
  } else if (fault.code === "bad-key") {
    error("bad-id", placed.keyAt(path), `${what} is not named by ${fault.expected}`, "write registration-drive");
  } else if (found === undefined && path.length > 0) {
    const value = known.length > 0 ? known.join(" or ") : "...";
    error("missing-key", placed.keyAt(path.slice(0, -1)), `${key} is missing`, `add ${name}: ${value}`);
  } else if (fault.code === "unknown-kind" && known.length > 0) {
    error("unknown-kind", placed.valueAt(path), `${key} is ${show(found)}, which is not known`, () =>
      didYouMean(String(found), known),
    );
  } else {
    const message = fault.message ?? `${what} is ${show(found)}, expected ${fault.expected}`;
    const { offset } = fault;
    error(fault.code, (offset && placed.within?.(path, offset)) || placed.valueAt(path), message, fault.hint);
  }
}
