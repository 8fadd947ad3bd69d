import type { YearValue } from "../../core/domain.ts";
import { compileFormula, formulaNames } from "../../core/levers/formula.ts";
import { nearest } from "../nearest.ts";
import type { Fault, Limits, Unit } from "../typed-number.ts";
import { type About, custom, type Shape } from "./shape.ts";
import { readTable, tableSchema } from "./table.ts";

/** A table of years, or the text of a formula that stands for one. */
export type TableOrFormula = readonly YearValue[] | { readonly formula: string };

/** A table and a formula as an editor shows them. */
export const tableExamples = (unit: Unit): readonly unknown[] =>
  unit === "people"
    ? [{ 2026: "400k", 2028: "1M" }, "50000 * t"]
    : [{ 2026: "20%", 2028: "60%" }, "coverage + 0.1 * (0.9 - coverage)"];

/** A table from year to a number of a unit, or a formula in mathjs' notation that gives its values. */
export function tableOrFormula(unit: Unit, limits: Limits, about: About): Shape<TableOrFormula> {
  const json = {
    anyOf: [
      tableSchema(unit),
      {
        type: "string",
        minLength: 1,
        maxLength: 1000,
        description: `A formula of ${Object.keys(formulaNames).join(", ")}.`,
      },
    ],
  };
  return custom<TableOrFormula>(json, { examples: tableExamples(unit), ...about }, (raw) => {
    if (typeof raw !== "string") return readTable(unit, limits, raw, "or a formula");
    const compiled = compileFormula(raw);
    return compiled.ok ? { value: { formula: raw } } : { fault: refusedFormula(raw, compiled.reason) };
  }) as Shape<TableOrFormula>;
}

/** Tells why a formula is refused, and at which of its characters. */
function refusedFormula(text: string, reason: string): Fault {
  const names = Object.keys(formulaNames);
  const char = /\(char (\d+)\)$/.exec(reason);
  const named = /^(?:"(\w+)" is|(\w+)\(\))/.exec(reason);
  const name = named?.[1] ?? named?.[2];
  const meant = named?.[1] === undefined ? null : nearest(named[1], names);
  const found = name === undefined ? -1 : text.search(new RegExp(`\\b${name}\\b`));
  return {
    code: "formula",
    message: `the formula is refused: ${reason.replace(/ \(char \d+\)$|(?<=the functions it may use): .*$/, "")}`,
    hint:
      unitHint(text) ??
      `${meant === null ? "" : `did you mean ${meant}? `}use numbers, + - * / ^, functions such as min, max and exp, and ${names.join(", ")}`,
    ...(char ? { offset: Number(char[1]) - 1 } : found >= 0 ? { offset: found } : {}),
  };
}

/** A number with its unit, which a formula does not know: `1M` is 1000000 there, `45%` is 0.45. */
function unitHint(text: string): string | null {
  const [written, digits, unit] = /(?<![\w.])(\d+(?:\.\d+)?)\s?(M|k|%(?!\s*[\w(]))/.exec(text) ?? [];
  if (written === undefined) return null;
  const exponent = { M: 6, k: 3 }[unit] ?? -2;
  return `a formula has plain numbers: write ${Number(`${digits}e${exponent}`)} for ${written}`;
}

/** What a reading of a table or formula is when it is a formula. */
export function isFormula(value: TableOrFormula): value is { readonly formula: string } {
  return "formula" in value;
}
