/**
 * What schema/shape.ts is on the command line, without the package for schemas, which would make up a tenth of a page's
 * program: it checks values and makes no JSON Schemas. Pages are bundled with this in its place; a test holds the two
 * against each other.
 */
import { either } from "../input/either.ts";
import { grouped } from "../input/grouped.ts";
import type { About, Reading, ShapeFault } from "../input/schema/shape.ts";
import type { Path } from "../input/yaml-tree.ts";

type Result = { readonly value: unknown } | { readonly faults: readonly ShapeFault[] };

/** A shape: how it reads a value at a path, and what of it others ask. */
interface PlainShape {
  read(value: unknown, path: Path): Result;
  readonly isOptional: boolean;
  /** Of a map: its keys; of one exact value: that value. */
  readonly keys?: Readonly<Record<string, PlainShape>>;
  readonly exact?: unknown;
  optional(): PlainShape;
  meta(about: unknown): PlainShape;
}

function shape(
  read: PlainShape["read"],
  more: Pick<PlainShape, "keys" | "exact"> = {},
  isOptional = false,
): PlainShape {
  const made: PlainShape = {
    read: (value, path) => (isOptional && value === undefined ? { value } : read(value, path)),
    isOptional,
    ...more,
    optional: () => shape(read, more, true),
    meta: () => made,
  };
  return made;
}

const fault = (code: string, path: Path, expected: string, known?: readonly string[]): Result => ({
  faults: [{ code, path, expected, ...(known && { known }) }],
});
const isMap = (value: unknown): value is Record<string, unknown> =>
  typeof value === "object" && value !== null && !Array.isArray(value);

/** Ids are kebab-case and short, as on the command line. */
export const idPattern = /^[a-z0-9][a-z0-9-]{0,63}$/;

function map(keys: Readonly<Record<string, PlainShape>>, strict: boolean): PlainShape {
  return shape(
    (value, path) => {
      if (!isMap(value)) return fault("wrong-type", path, "a map of keys", strict ? Object.keys(keys) : undefined);
      const faults: ShapeFault[] = [];
      const result: Record<string, unknown> = strict ? {} : { ...value };
      for (const [key, inner] of Object.entries(keys)) {
        const given = Object.hasOwn(value, key) ? value[key] : undefined;
        if (given === undefined && inner.isOptional) continue;
        const read = inner.read(given, [...path, key]);
        if ("value" in read) result[key] = read.value;
        else faults.push(...read.faults);
      }
      const known = Object.keys(keys);
      if (strict)
        for (const key of Object.keys(value))
          if (!Object.hasOwn(keys, key)) faults.push({ code: "unknown-key", path: [...path, key], known });
      return faults.length > 0 ? { faults } : { value: result };
    },
    { keys },
  );
}

/** A map with exactly these keys. */
export const closed = (keys: Readonly<Record<string, PlainShape>>, _about: About) => map(keys, true);

/** A map with these keys and any other. */
export const open = (keys: Readonly<Record<string, PlainShape>>, _about: About) => map(keys, false);

function named(pattern: RegExp, what: string, key: string) {
  return (item: PlainShape, _about: About) =>
    shape((value, path) => {
      if (!isMap(value)) return fault("wrong-type", path, what);
      const faults: ShapeFault[] = [];
      const result: Record<string, unknown> = {};
      for (const [name, given] of Object.entries(value)) {
        if (!pattern.test(name)) {
          faults.push({ code: "bad-key", path: [...path, name], expected: key });
          continue;
        }
        const read = item.read(given, [...path, name]);
        if ("value" in read) result[name] = read.value;
        else faults.push(...read.faults);
      }
      return faults.length > 0 ? { faults } : { value: result };
    });
}

/** A map from ids to values of one shape. */
export const byId = named(idPattern, "a map of ids", "an id of lower-case letters, digits and hyphens");

/** A map from names that can stand in a formula to values of one shape. */
export const byName = named(/^[A-Za-z_]\w{0,31}$/, "a map of names", "a name of letters, digits and _");

/** A list of values of one shape. */
export function list(item: PlainShape, _about: About, min = 0): PlainShape {
  const maps = item.keys && `a list of maps {${Object.keys(item.keys).join(", ")}}`;
  return shape((value, path) => {
    if (!Array.isArray(value))
      return fault("wrong-type", path, maps ?? (min > 0 ? `a list of ${min} or more` : "a list"));
    const read = value.map((one, i) => item.read(one, [...path, i]));
    const faults = read.flatMap((one) => ("faults" in one ? one.faults : []));
    if (faults.length > 0) return { faults };
    if (value.length > 1000) return fault("wrong-value", path, "a list of at most 1000");
    if (value.length < min) return fault("wrong-value", path, `a list of ${min} or more`);
    return { value: read.map((one) => ("value" in one ? one.value : undefined)) };
  });
}

/** One of a few words. */
export const choice = (words: readonly string[], _about: About) =>
  shape((value, path) =>
    words.includes(value as string) ? { value } : fault("wrong-value", path, either(words), words),
  );

/** Exactly this value. */
export const exactly = (exact: string | number, _about: About) =>
  shape((value, path) => (value === exact ? { value } : fault("wrong-value", path, String(exact), [String(exact)])), {
    exact,
  });

/** True or false. */
export const flag = (_about: About) =>
  shape((value, path) => (typeof value === "boolean" ? { value } : fault("wrong-type", path, "true or false")));

/** Text that is not empty. */
export const text = (_about: About) =>
  shape((value, path) => {
    if (typeof value !== "string") return fault("wrong-type", path, "text");
    if (value.length > 4000) return fault("wrong-value", path, "at most 4000 characters");
    return value === "" ? fault("wrong-value", path, "text") : { value };
  });

/** A whole number from min to max. */
export function whole(min: number, max: number, _about: About): PlainShape {
  const expected = `a whole number from ${grouped(min)} to ${grouped(max)}`;
  return shape((value, path) => {
    if (typeof value !== "number" || !Number.isInteger(value)) return fault("wrong-type", path, expected);
    return value >= min && value <= max ? { value } : fault("wrong-value", path, expected);
  });
}

/** Any number that is finite, without a unit. */
export const plainNumber = (_about: About) =>
  shape((value, path) =>
    typeof value === "number" && Number.isFinite(value) ? { value } : fault("wrong-type", path, "a number"),
  );

/** One of several maps that a key tells apart. */
export function variants(key: string, options: readonly PlainShape[], _about: About): PlainShape {
  return shape((value, path) => {
    if (!isMap(value)) return fault("wrong-type", path, "a map of keys");
    const known = options.map((option) => option.keys?.[key]?.exact);
    const option = options[known.indexOf(Object.hasOwn(value, key) ? value[key] : undefined)];
    return option
      ? option.read(value, path)
      : fault("unknown-kind", [...path, key], "a map of keys", known as string[]);
  });
}

/** A value that a function of ours reads. */
export const custom = <T>(_json: object, _about: About, read: (raw: unknown) => Reading<T>) =>
  shape((value, path) => {
    const result = read(value);
    if ("value" in result) return result;
    const faults = "faults" in result ? result.faults : [{ ...result.fault, path: [] }];
    return { faults: faults.map((one) => ({ ...one, path: [...path, ...one.path] })) };
  });

/** Checks a value against a shape: the typed value, or every fault in it. */
export const readShape = (of: PlainShape, value: unknown): Result => of.read(value, []);

/** Shapes of JSON Schemas alone are asked for by nobody here. */
export const anyOf = (_options: readonly PlainShape[], _about: About) => shape((value) => ({ value }));
export const toJsonSchema = () => ({});
