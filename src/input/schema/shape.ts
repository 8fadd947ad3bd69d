import * as z from "zod";
import { either } from "../either.ts";
import { grouped } from "../grouped.ts";
import type { Fault, Read } from "../typed-number.ts";
import type { Path } from "../yaml-tree.ts";

// Files are checked once a run, so code that is made at run time would cost more than it saves.
z.config({ jitless: true });

/** What a value must look like: checked by `readShape`, told to editors by `toJsonSchema`. */
export type Shape<T> = z.ZodType<T>;
/** The type of the values that a shape lets through. */
export type ValueOf<S> = z.infer<S>;

/** Words for people and editors; `default` is told, and filled in by whoever reads the value. */
export interface About {
  readonly title?: string;
  readonly description: string;
  readonly default?: unknown;
  readonly examples?: readonly unknown[];
}

/** A fault at a place within the value. */
export interface ShapeFault extends Fault {
  readonly path: Path;
  /** The keys that a map may have, where one is not among them. */
  readonly known?: readonly string[];
}

/** What a reading function hands back: the value, one fault, or faults with paths within the value. */
export type Reading<T> = Read<T> | { readonly faults: readonly ShapeFault[] };

/**
 * A map with exactly these keys.
 *
 * The package words its errors when they are found; what we need for ours travels in that message: for an unknown key
 * the known ones, for every other error the end of the sentence "KEY is VALUE, expected ...".
 */
export function closed<T extends z.ZodRawShape>(shape: T, about: About) {
  const known = Object.keys(shape).join(" ");
  return z
    .strictObject(shape, {
      error: (issue) => (issue.code === "unrecognized_keys" ? known : `a map of keys${mark}${known}`),
    })
    .meta({ ...about });
}

/** Parts the end of a sentence from the keys that a map may have. */
const mark = "\u0000";

/** A map with these keys and any other; the others are handed through. */
export function open<T extends z.ZodRawShape>(shape: T, about: About) {
  return z.looseObject(shape, { error: "a map of keys" }).meta({ ...about });
}

/** A map from ids to values of one shape. */
export function byId<T extends z.ZodType>(item: T, about: About) {
  const id = z.string().regex(idPattern, { error: "an id of lower-case letters, digits and hyphens" });
  return z.record(id, item, { error: "a map of ids" }).meta({ ...about });
}

/** A map from names that can stand in a formula to values of one shape. */
export function byName<T extends z.ZodType>(item: T, about: About) {
  const name = z.string().regex(/^[A-Za-z_]\w{0,31}$/, { error: "a name of letters, digits and _" });
  return z.record(name, item, { error: "a map of names" }).meta({ ...about });
}

/** Ids are kebab-case and short, so that they can stand in keys, columns and file names. */
export const idPattern = /^[a-z0-9][a-z0-9-]{0,63}$/;

/** A list of values of one shape. */
export function list<T extends z.ZodType>(item: T, about: About, min = 0) {
  const keys = item instanceof z.ZodObject ? Object.keys(item.shape).join(", ") : null;
  const error = keys !== null ? `a list of maps {${keys}}` : min > 0 ? `a list of ${min} or more` : "a list";
  const most = z.array(item, { error }).max(1000, { error: "a list of at most 1000" });
  return (min === 0 ? most : most.min(min, { error: `a list of ${min} or more` })).meta({ ...about });
}

/** One of a few words. */
export function choice<const T extends readonly [string, ...string[]]>(words: T, about: About) {
  return z.enum(words, { error: either(words) }).meta({ ...about });
}

/** Exactly this value. */
export function exactly<const T extends string | number>(value: T, about: About) {
  return z.literal(value, { error: String(value) }).meta({ ...about });
}

/** True or false. */
export function flag(about: About) {
  return z.boolean({ error: "true or false" }).meta({ ...about });
}

/** Text that is not empty. */
export function text(about: About) {
  const error = "text";
  return z
    .string({ error })
    .min(1, { error })
    .max(4000, { error: "at most 4000 characters" })
    .meta({ ...about });
}

/** A whole number from min to max. */
export function whole(min: number, max: number, about: About) {
  const error = `a whole number from ${grouped(min)} to ${grouped(max)}`;
  return z
    .number({ error })
    .int({ error })
    .min(min, { error })
    .max(max, { error })
    .meta({ ...about });
}

/** Any number that is finite, without a unit. */
export function plainNumber(about: About) {
  const error = "a number";
  return z.number({ error }).meta({ ...about });
}

/** One of several maps that a key tells apart. */
export function variants<const T extends readonly [z.core.$ZodTypeDiscriminable, ...z.core.$ZodTypeDiscriminable[]]>(
  key: string,
  options: T,
  about: About,
) {
  return z.discriminatedUnion(key, options, { error: "a map of keys" }).meta({ ...about });
}

/** Any of several shapes; for JSON Schema alone, since its faults would say too little. */
export function anyOf(options: readonly [z.ZodType, z.ZodType, ...z.ZodType[]], about: About) {
  return z.union(options).meta({ ...about });
}

/**
 * A value that a function of ours reads; `json` is the part of JSON Schema that says how it may be written.
 *
 * The function returns the value, or faults with paths within it.
 */
export function custom<T>(json: object, about: About, read: (raw: unknown) => Reading<T>): Shape<T> {
  const shape = z.unknown().transform((raw, context): T => {
    const result = read(raw);
    if ("value" in result) return result.value;
    for (const fault of "faults" in result ? result.faults : [{ ...result.fault, path: [] }])
      context.issues.push({ code: "custom", input: raw, path: [...fault.path], params: { fault } });
    return z.NEVER;
  });
  return shape.meta({ ...json, ...about }) as unknown as Shape<T>;
}

/** Checks a value against a shape: the typed value, or every fault in it. */
export function readShape<T>(
  shape: Shape<T>,
  value: unknown,
): { readonly value: T } | { readonly faults: readonly ShapeFault[] } {
  const result = shape.safeParse(value);
  return result.success ? { value: result.data } : { faults: result.error.issues.flatMap(toFaults) };
}

/** Writes a shape as JSON Schema (draft 7, which editors know best), with the given definitions beside it. */
export function toJsonSchema(shape: z.ZodType, definitions: object): object {
  const schema = z.toJSONSchema(shape, {
    target: "draft-7",
    io: "input",
    unrepresentable: "any",
    // The package leaves out defaults and examples of values that are transformed; ours are written as a user would.
    override: ({ zodSchema, jsonSchema }) => {
      const about = z.globalRegistry.get(zodSchema as unknown as z.ZodType) as Partial<About> | undefined;
      if (about?.default !== undefined) jsonSchema.default = about.default as never;
      if (about?.examples !== undefined) jsonSchema.examples = about.examples as never;
    },
  });
  return { ...titled(schema as Record<string, unknown>), definitions: titled(definitions) };
}

/** Gives every key without a title its own name in words: `probabilityAtLeast` becomes `Probability at least`. */
function titled(node: unknown): object {
  if (Array.isArray(node)) return node.map((inner) => (isObject(inner) ? titled(inner) : inner));
  const entries = Object.entries(node as Record<string, unknown>).map(([key, inner]) => {
    if (!isObject(inner) || key === "examples" || key === "default") return [key, inner];
    if (key !== "properties") return [key, titled(inner)];
    const named = Object.entries(inner).map(([name, property]) => [
      name,
      { title: inWords(name), ...titled(property) },
    ]);
    return [key, Object.fromEntries(named)];
  });
  return Object.fromEntries(entries);
}

const isObject = (value: unknown): value is object => typeof value === "object" && value !== null;

function inWords(key: string): string {
  const words = key.replace(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`);
  return words.charAt(0).toUpperCase() + words.slice(1);
}

function toFaults(issue: z.core.$ZodIssue): ShapeFault[] {
  const path = issue.path.filter((step) => typeof step !== "symbol");
  switch (issue.code) {
    case "custom":
      return [{ ...(issue.params?.fault as Fault), path }];
    case "unrecognized_keys":
      return issue.keys.map((key) => ({ code: "unknown-key", path: [...path, key], known: issue.message.split(" ") }));
    case "invalid_key":
      return [{ code: "bad-key", path, expected: issue.issues[0]?.message }];
    case "invalid_union":
      return [
        {
          code: "unknown-kind",
          path,
          known: "options" in issue ? (issue.options as string[]) : [],
          expected: issue.message,
        },
      ];
    case "invalid_type": {
      const [expected, known] = issue.message.split(mark);
      return [{ code: "wrong-type", path, expected, ...(known && { known: known.split(" ") }) }];
    }
    case "invalid_value":
      return [{ code: "wrong-value", path, expected: issue.message, known: issue.values.map(String) }];
    default:
      return [{ code: "wrong-value", path, expected: issue.message }];
  }
}
