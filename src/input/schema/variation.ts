import type { Distribution, SweepMethod, SweepVariable } from "../../core/domain.ts";
import { readQuantity, toDistribution } from "../quantity.ts";
import { readTypedNumber } from "../typed-number.ts";
import { isMap } from "../yaml-tree.ts";
import { type About, custom, type Reading, type Shape, type ShapeFault } from "./shape.ts";

/** How a sweep moves one number: through values, or by drawing from a distribution. */
export interface Variation {
  readonly values: readonly number[];
  readonly spread: Distribution | null;
}

/** Most values of one number. */
const mostValues = 1000;

const one = { type: ["number", "string"] };
const keys = {
  values: {
    type: "array",
    items: one,
    minItems: 1,
    maxItems: mostValues,
    description: "The values themselves.",
    examples: [["10%", "20%"]],
  },
  weights: {
    type: "array",
    items: { type: "number", minimum: 0 },
    description: "How often each value is drawn.",
    examples: [[3, 1]],
  },
  min: { ...one, description: "Least value.", examples: ["10%"] },
  max: { ...one, description: "Greatest value.", examples: ["30%"] },
  steps: {
    type: "integer",
    minimum: 2,
    maximum: mostValues,
    description: "How many values from min to max, both among them.",
    examples: [5],
  },
  ...Object.fromEntries(
    ["low", "mode", "high", "p5", "p95"].map((key) => [
      key,
      { ...one, description: "Part of a range.", examples: ["20%"] },
    ]),
  ),
  ...Object.fromEntries(
    [
      ["normal", { mean: "20%", sd: "5%" }],
      ["uniform", { low: "10%", high: "30%" }],
      ["beta", { mean: "20%", sd: "5%" }],
      ["lognormal", { median: "20%", p95: "40%" }],
      ["pert", { low: "10%", mode: "20%", high: "40%" }],
    ].map(([key, example]) => [
      key,
      {
        type: "object",
        description: "A distribution, as in a scenario; for a Latin hypercube.",
        examples: [example],
      },
    ]),
  ),
};

/** JSON Schema of any variation, for editors. */
export const variationSchema = { type: "object", properties: keys, additionalProperties: false, minProperties: 1 };

/** Reads how a sweep of some method moves one number, in the number's own unit. */
export function variation(
  method: SweepMethod,
  { unit, limits }: Pick<SweepVariable, "unit" | "limits">,
  about: About,
): Shape<Variation> {
  return custom<Variation>(variationSchema, about, (raw) =>
    method === "latin-hypercube" ? readSpread(unit, raw, limits) : readLevels(method, unit, raw, limits),
  );
}

type Unit = SweepVariable["unit"];
type Limits = SweepVariable["limits"];

function readSpread(unit: Unit, raw: unknown, limits: Limits): Reading<Variation> {
  if (!isMap(raw))
    return {
      fault: {
        code: "wrong-type",
        expected: "what to draw from, {min, max} or a distribution",
        hint: "write {min: ..., max: ...}, or a range as in a scenario",
      },
    };
  if (!Object.hasOwn(raw, "min") && !Object.hasOwn(raw, "max")) {
    const read = readQuantity(unit, raw, limits);
    return "value" in read ? { value: { values: [], spread: toDistribution(read.value) } } : read;
  }
  const ends = readEnds(unit, raw, limits, ["min", "max"]);
  if ("faults" in ends) return ends;
  return { value: { values: [], spread: { kind: "uniform", low: ends.min, high: ends.max } } };
}

function readLevels(method: SweepMethod, unit: Unit, raw: unknown, limits: Limits): Reading<Variation> {
  if (!isMap(raw))
    return { fault: { code: "wrong-type", expected: "{values: [...]} or {min, max, steps}", hint: valuesHint(raw) } };
  if (Object.hasOwn(raw, "values")) return readValues(unit, raw, limits);
  const ends = readEnds(unit, raw, limits, ["min", "max", "steps"]);
  if ("faults" in ends) return ends;
  if (method === "grid" && raw.steps === undefined)
    return {
      fault: { code: "missing-key", message: "a grid needs to know how many values to take", hint: "add steps: 5" },
    };
  const steps = raw.steps ?? 2;
  if (!Number.isInteger(steps) || (steps as number) < 2 || (steps as number) > mostValues)
    return {
      faults: [{ code: "wrong-value", path: ["steps"], expected: `a whole number from 2 to ${mostValues}` }],
    };
  const last = (steps as number) - 1;
  // Twelve digits: five steps from 10% to 50% must come out as 30%, not a hair beside it.
  const values = Array.from({ length: last + 1 }, (_, i) =>
    Number((ends.min + ((ends.max - ends.min) * i) / last).toPrecision(12)),
  );
  return { value: { values, spread: null } };
}

/** Says how to write values that stand without their key. */
function valuesHint(raw: unknown): string {
  const values = Array.isArray(raw) ? raw : [raw];
  const plain = values.length > 0 && values.length < 20 && values.every((v) => ["string", "number"].includes(typeof v));
  return `write {values: [${plain ? values.join(", ") : "10%, 20%"}]}`;
}

function readValues(unit: Unit, raw: Record<string, unknown>, limits: Limits): Reading<Variation> {
  const faults = strayKeys(raw, ["values"]);
  const list = raw.values;
  if (!Array.isArray(list) || list.length === 0 || list.length > mostValues)
    return {
      faults: [...faults, { code: "wrong-type", path: ["values"], expected: `a list of 1 to ${mostValues} values` }],
    };
  const values = list.map((item, i) => {
    const read = readTypedNumber(unit, item, limits);
    if ("value" in read) return read.value;
    faults.push({ ...read.fault, path: ["values", i] });
    return Number.NaN;
  });
  values.forEach((value, i) => {
    if (!Number.isNaN(value) && values.indexOf(value) < i)
      faults.push({
        code: "duplicate-value",
        path: ["values", i],
        message: "this value stands twice",
        hint: "take one of the two out",
      });
  });
  return faults.length > 0 ? { faults } : { value: { values, spread: null } };
}

function readEnds(
  unit: Unit,
  raw: Record<string, unknown>,
  limits: Limits,
  known: readonly string[],
): { readonly min: number; readonly max: number } | { readonly faults: readonly ShapeFault[] } {
  const faults = strayKeys(raw, known);
  const [min, max] = ["min", "max"].map((key) => {
    if (!Object.hasOwn(raw, key)) {
      faults.push({ code: "missing-key", path: [], message: `${key} is missing`, hint: `add ${key}` });
      return Number.NaN;
    }
    const read = readTypedNumber(unit, raw[key], limits);
    if ("value" in read) return read.value;
    faults.push({ ...read.fault, path: [key] });
    return Number.NaN;
  });
  if (faults.length === 0 && min >= max)
    faults.push({ code: "wrong-value", path: [], message: "min is not below max", hint: "swap the two" });
  return faults.length > 0 ? { faults } : { min, max };
}

function strayKeys(raw: Record<string, unknown>, known: readonly string[]): ShapeFault[] {
  return Object.keys(raw)
    .filter((key) => !known.includes(key))
    .map((key) => ({ code: "unknown-key", path: [key], known }));
}
