import { type Quantity, readQuantity } from "../quantity.ts";
import { type Limits, readTypedNumber, type Unit, unitForms } from "../typed-number.ts";
import { type About, custom, type Shape } from "./shape.ts";

/** A number of a unit that may be uncertain; comes back as it was written, in the unit's inner scale. */
export function quantity(unit: Unit, limits: Limits, about: About): Shape<Quantity> {
  return custom(refer(`${unit}-or-range`), { examples: unitForms[unit].examples, ...about }, (raw) =>
    readQuantity(unit, raw, limits),
  );
}

/** A number of a unit that is certain. */
export function number(unit: Unit, limits: Limits, about: About): Shape<number> {
  return custom(refer(unit), { examples: unitForms[unit].examples, ...about }, (raw) =>
    readTypedNumber(unit, raw, limits),
  );
}

/** Limits of a share. */
export const anyShare: Limits = { min: 0, max: 1 };

const refer = (name: string) => ({ allOf: [{ $ref: `#/definitions/${name}` }] });

const units = Object.keys(unitForms) as Unit[];

/** What the parts of uncertain numbers are. */
const parts = {
  low: "The least value.",
  mode: "The most likely value.",
  high: "The greatest value.",
  p5: "One in twenty lies below.",
  p95: "One in twenty lies above.",
  mean: "The mean.",
  median: "One in two lies below.",
  sd: "The standard deviation.",
} as const;

/** JSON Schema definitions of every unit, certain and uncertain. Limits of single keys are checked here alone. */
export const numberDefinitions: Readonly<Record<string, object>> = Object.fromEntries(
  units.flatMap((unit) => {
    const one = { $ref: `#/definitions/${unit}` };
    return [
      [unit, single(unit)],
      [
        `${unit}-or-range`,
        {
          title: `${unitForms[unit].noun}, certain or not`,
          anyOf: [
            one,
            fields("Triangle: the least, the most likely and the greatest value", of(one, "low", "mode", "high")),
            fields("Range: one in twenty lies below p5, one in twenty above p95", of(one, "p5", "p95")),
            under("normal", "Normal distribution", [["Mean and standard deviation", of(one, "mean", "sd")]]),
            under("uniform", "All values between low and high are equally likely", [["Ends", of(one, "low", "high")]]),
            ...(unit === "share" ? [beta(one)] : []),
            under("lognormal", "Lognormal distribution: above 0, with a long upper tail", [
              ["One in two lies below the median, one in twenty above p95", of(one, "median", "p95")],
              ["Mean and standard deviation", of(one, "mean", "sd")],
            ]),
            under("pert", "PERT: a triangle with rounder shoulders", [
              ["The least, the most likely and the greatest value", of(one, "low", "mode", "high")],
            ]),
            discrete(one),
          ],
        },
      ],
    ];
  }),
);

function single(unit: Unit): object {
  const { noun, suffixes, bare, examples } = unitForms[unit];
  const pattern = `^[+-]?(\\d+(\\.\\d*)?|\\.\\d+)\\s*(${Object.keys(suffixes).join("|")})${bare ? "?" : ""}$`;
  const digits = bare ? { type: "number", ...(unit === "share" ? { minimum: 0, maximum: 1 } : {}) } : { const: 0 };
  return {
    title: noun,
    description: `Written ${examples.join(" or ")}.`,
    anyOf: [digits, { type: "string", pattern }],
  };
}

/** Some parts of one unit, told what each is; what stands beside a reference is not read, so it stands around it. */
function of(one: object, ...names: readonly (keyof typeof parts)[]): Record<string, object> {
  return Object.fromEntries(names.map((name) => [name, { allOf: [one], description: parts[name] }]));
}

function fields(description: string, properties: Readonly<Record<string, object>>): object {
  return { type: "object", description, properties, required: Object.keys(properties), additionalProperties: false };
}

type Fields = readonly [description: string, properties: Readonly<Record<string, object>>];

/** A distribution that is named: `{beta: {alpha: 2, beta: 3}}`, in one of several sets of keys. */
function under(name: string, description: string, ways: readonly Fields[]): object {
  const [first, ...others] = ways.map(([words, properties]) => fields(words, properties));
  const inner = others.length === 0 ? first : { description: `${description}.`, anyOf: [first, ...others] };
  return fields(description, { [name]: inner });
}

function beta(one: object): object {
  const shape = { type: "number", minimum: 0.01, maximum: 100_000, description: "A shape, above 0.", examples: [2, 3] };
  return under("beta", "Beta distribution between 0% and 100%", [
    ["Its two shapes", { alpha: shape, beta: shape }],
    ["Mean and standard deviation", of(one, "mean", "sd")],
  ]);
}

function discrete(one: object): object {
  const list = (items: object) => ({ type: "array", items, minItems: 1, maxItems: 100 });
  return {
    ...fields("A few values, each as often as its weight says", {
      values: { ...list(one), description: "The values themselves." },
      weights: { ...list({ type: "number", minimum: 0 }), description: "Left out: all alike." },
    }),
    required: ["values"],
  };
}
