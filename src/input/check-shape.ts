import type { Place } from "../core/errors.ts";
import { didYouMean, nearest } from "./nearest.ts";
import type { Hint, Problems } from "./problems.ts";
import { readShape, type Shape, type ShapeFault } from "./schema/shape.ts";
import { slug } from "./slug.ts";
import { dotted, isMap, type Path, valueAtPath } from "./yaml-tree.ts";

/** A value whose every part has a place: one parsed file, or several merged. */
export interface Placed {
  readonly value: unknown;
  valueAt(path: Path): Place;
  keyAt(path: Path): Place;
  /** Returns where a character of the text at a path stands; where that cannot be told, where the text does. */
  within?(path: Path, offset: number): Place;
  /** Returns a number at a path as it is written, `350.000`; null where that cannot be told. */
  written?(path: Path): string | null;
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
    code === "unknown-key" ? [dotted([...path.slice(0, -1), meantKey(placed, path, known) ?? ""])] : [],
  );
  for (const fault of result.faults) {
    const missing = valueAtPath(placed.value, fault.path) === undefined;
    // A misspelt key is both unknown and missing; it is told once.
    if (!missing || !misspelt.includes(dotted(fault.path))) tell(fault, placed, subject, problems);
  }
  return undefined;
}

/** The keys that a map may have and has not yet: what an unknown key in it can have been meant to be. */
function unset(placed: Placed, path: Path, known: readonly string[]): string[] {
  const owner = valueAtPath(placed.value, path.slice(0, -1));
  return known.filter((key) => !isMap(owner) || !Object.hasOwn(owner, key));
}

/** Names that other formats have for a key, or that belong to the other kind of lever. */
const otherNames: Readonly<Record<string, string>> = {
  type: "kind",
  base: "scheme",
  scheme: "base",
  name: "title",
  description: "question",
  from: "start",
  begin: "start",
  until: "end",
  to: "end",
  cost: "unitCost",
};

/** The key that an unknown one was probably meant to be: one that is not set yet, else one that is; null if none. */
function meantKey(placed: Placed, path: Path, known: readonly string[]): string | null {
  const name = String(path[path.length - 1]);
  const free = unset(placed, path, known);
  const other = Object.hasOwn(otherNames, name) ? otherNames[name] : "";
  return free.includes(other)
    ? other
    : (nearest(name, free) ?? nearest(name, known) ?? (known.includes(other) ? other : null));
}

function unknownKeyHint(placed: Placed, path: Path, known: readonly string[]): string {
  const name = String(path[path.length - 1]);
  const free = unset(placed, path, known);
  // Between brackets a comma ends the entry.
  const digits = /^\d+/.exec(name)?.[0];
  if (digits !== undefined)
    return `a decimal has a point: write 0.${digits}, not 0,${digits}; a comma begins a new key`;
  if (free.length === 0) return "take it out: all keys that may stand here are set";
  const meant = meantKey(placed, path, known);
  if (meant !== null && !free.includes(meant))
    return `did you mean ${meant}? It is set already; take one of the two out`;
  return meant !== null && nearest(name, free) !== meant ? `did you mean ${meant}?` : didYouMean(name, free);
}

/** Shows a value in a message: text in quotes, long text cut, maps and lists by their kind. */
export function show(value: unknown): string {
  if (typeof value === "string") return value.length > 40 ? `"${value.slice(0, 39)}…"` : `"${value}"`;
  if (value === null || value === undefined) return "empty";
  if (Array.isArray(value)) return value.length === 0 ? "an empty list" : "a list";
  if (typeof value === "number" && !Number.isFinite(value))
    return Number.isNaN(value) ? "not a number" : "a number without end";
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
    error("unknown-key", placed.keyAt(path), message, fault.hint ?? (() => unknownKeyHint(placed, path, known)));
  } else if (fault.code === "bad-key") {
    error(
      "bad-id",
      placed.keyAt(path),
      `${what} is not named by ${fault.expected}`,
      () => `write ${slug(name) ?? "registration-drive"}`,
    );
  } else if (found === undefined && path.length > 0) {
    const value = fault.code === "wrong-type" || known.length === 0 ? "..." : known.join(" or ");
    const one = fault.expected === "1" ? "1" : value;
    error("missing-key", placed.keyAt(path.slice(0, -1)), `${key} is missing`, `add ${name}: ${one}`);
  } else if (fault.code === "unknown-kind" && known.length > 0) {
    error("unknown-kind", placed.valueAt(path), `${key} is ${show(found)}, which is not known`, () =>
      didYouMean(String(found), known),
    );
  } else {
    const message = fault.message ?? `${what} is ${show(found)}, expected ${fault.expected}`;
    const { offset } = fault;
    const place = (offset && placed.within?.(path, offset)) || placed.valueAt(path);
    error(fault.code, place, message, fault.hint ?? mendedForm(found, fault));
  }
}

/** Says how to write a value that is of another form than it must be, where the value tells what was meant. */
function mendedForm(found: unknown, { expected = "", known = [] }: ShapeFault): Hint | undefined {
  const scalar = typeof found === "string" || typeof found === "number";
  const parts = isMap(found) ? Object.values(found) : [];
  if (/^a list(?! of maps)/.test(expected) && parts.length > 0 && parts.every((part) => typeof part !== "object"))
    return `write [${parts.join(", ")}]`;
  if (expected === "a list" && scalar) return `write [${found}]`;
  const maps = /^a list of maps \{(\w+)/.exec(expected)?.[1];
  if (maps !== undefined) return `write a list: [{${maps}: ${scalar ? found : "..."}, ...}]`;
  if (expected === "a map of ids" && Array.isArray(found))
    return "name each by an id of its own in place of the dash:  my-id: {...}";
  if (expected === "a map of keys" && found === null)
    return "write its keys in the lines below it, indented by two spaces more";
  if (expected === "a map of keys" && known.length > 0) {
    const keys = known.slice(0, 3).map((key, i) => `${key}: ${i === 0 && scalar ? found : "..."}`);
    return `write its keys: {${keys.join(", ")}}${known.length > 3 ? "; there are more" : ""}`;
  }
  if (expected.startsWith("text") && Number.isFinite(found)) return `put it in quotes: "${found}"`;
  if (expected.startsWith("text") && found === null)
    return "write it behind the colon; text that begins with # needs quotes";
  if (expected === "true or false" && typeof found === "string") {
    if (/^(yes|on|y)$/i.test(found)) return "write true";
    if (/^(no|off|n)$/i.test(found)) return "write false";
  }
  if (
    /^a whole number from (19|20)\d\d /.test(expected) &&
    Number.isInteger(found) &&
    Number(found) > 0 &&
    Number(found) < 100
  )
    return `write ${2000 + Number(found)}`;
  if (expected.startsWith("a whole number") && typeof found === "string") {
    const digits = found
      .replace(/[\s_,.](?=\d{3}\b)/g, "")
      .replace(/k$/i, "000")
      .replace(/\s*(y|yrs?|years?)$/i, "");
    return /^\d+$/.test(digits) ? `write ${digits}` : undefined;
  }
  // Of two letters any word is near.
  const guess = typeof found === "string" && found.length > 2 && known.length > 1 ? nearest(found, known) : null;
  return guess === null ? undefined : `did you mean ${guess}?`;
}
