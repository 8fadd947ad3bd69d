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
            fields("Triangle: the least, the most likely and the greatest value", { low: one, mode: one, high: one }),
            fields("Range: one in twenty lies below p5, one in twenty above p95", { p5: one, p95: one }),
            fields("Normal distribution", { normal: fields("Mean and standard deviation", { mean: one, sd: one }) }),
            fields("All values between low and high are equally likely", {
              uniform: fields("Ends", { low: one, high: one }),
            }),
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

function fields(description: string, properties: Readonly<Record<string, object>>): object {
  return { type: "object", description, properties, required: Object.keys(properties), additionalProperties: false };
}
