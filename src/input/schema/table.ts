import type { YearValue } from "../../core/domain.ts";
import { type Limits, readTypedNumber, type Unit } from "../typed-number.ts";
import { isMap } from "../yaml-tree.ts";
import { type About, custom, type Reading, type Shape, type ShapeFault } from "./shape.ts";

/** Most years of a table. */
const mostYears = 200;

/** A table from year to a number of a unit, `{2026: 20%, 2028: 60%}`; comes back with its years rising. */
export function table(unit: Unit, limits: Limits, about: About): Shape<readonly YearValue[]> {
  return custom<readonly YearValue[]>(tableSchema(unit), about, (raw) => readTable(unit, limits, raw));
}

/** How a table may be written, for editors. */
export function tableSchema(unit: Unit): object {
  return {
    type: "object",
    propertyNames: { pattern: "^(19|20|21)\\d{2}$" },
    additionalProperties: { $ref: `#/definitions/${unit}` },
    minProperties: 1,
    maxProperties: mostYears,
  };
}

/** Reads a table; `otherwise` says what else might stand there. */
export function readTable(unit: Unit, limits: Limits, raw: unknown, otherwise = ""): Reading<readonly YearValue[]> {
  const expected = `a table of years, {2026: ..., 2028: ...}${otherwise && `, ${otherwise}`}`;
  if (!isMap(raw) || Object.keys(raw).length === 0 || Object.keys(raw).length > mostYears)
    return { fault: { code: "wrong-type", expected } };
  const faults: ShapeFault[] = [];
  const values = Object.entries(raw).map(([key, value]): YearValue => {
    if (!/^(19|20|21)\d{2}$/.test(key))
      faults.push({ code: "bad-year", path: [key], message: `${key} is not a year`, hint: "write  2026: ..." });
    const read = readTypedNumber(unit, value, limits);
    if ("value" in read) return { year: Number(key), value: read.value };
    faults.push({ ...read.fault, path: [key] });
    return { year: Number(key), value: Number.NaN };
  });
  return faults.length > 0 ? { faults } : { value: values.sort((a, b) => a.year - b.year) };
}
