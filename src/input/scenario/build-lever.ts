import type { Lever } from "../../core/domain.ts";
import type { LeverKind } from "../../core/levers/lever.ts";
import { yearFraction } from "../../core/units.ts";
import type { Placed } from "../check-shape.ts";
import { startOfDay } from "../iso-date.ts";
import { type Quantity, toDistribution } from "../quantity.ts";
import type { LeverFile } from "../schema/lever-shape.ts";
import { isFormula, type TableOrFormula } from "../schema/table-or-formula.ts";

/** Turns a lever whose shape is right into one of the domain. */
export function buildLever(id: string, file: LeverFile, kind: LeverKind, placed: Placed): Lever {
  const values = file as unknown as Readonly<Record<string, Quantity | undefined>>;
  const parameters = Object.keys(kind.parameters).flatMap((name) => {
    const quantity = values[name];
    return quantity === undefined ? [] : [[name, toDistribution(quantity)] as const];
  });
  const tables = Object.keys(kind.tables ?? {}).flatMap((name) => {
    const table = (file as unknown as Readonly<Record<string, TableOrFormula | undefined>>)[name];
    return table === undefined || isFormula(table) ? [] : [[name, table] as const];
  });
  const formulas = Object.keys(kind.tables ?? {}).flatMap((name) => {
    const table = (file as unknown as Readonly<Record<string, TableOrFormula | undefined>>)[name];
    if (table === undefined || !isFormula(table)) return [];
    return [[name, { text: table.formula, place: placed.valueAt(["levers", id, name]) }] as const];
  });
  const { ramp, unitCost, slider } = file;
  return {
    id,
    kind: kind.id,
    title: file.title ?? null,
    target: (kind.target === "scheme" ? file.scheme : file.base) as string,
    // A decision is in force from the first minute of its first day to the last of its last.
    start: startOfDay(file.start),
    end: file.end === undefined ? null : yearFraction(file.end),
    lagYears: file.lag ?? 0,
    ramp: {
      shape: ramp?.shape ?? "step",
      overYears: ramp?.over ?? 0,
      ...(ramp?.points && { points: ramp.points }),
    },
    fadeHalfLifeYears: file.fade ?? null,
    parameters: Object.fromEntries(parameters),
    ...(tables.length > 0 && { tables: Object.fromEntries(tables) }),
    ...(formulas.length > 0 && { formulas: Object.fromEntries(formulas) }),
    decidedBy: file.decidedBy ?? kind.decidedBy,
    ...(unitCost && {
      unitCost: {
        value: toDistribution(unitCost.value),
        ...unitCost.unit,
        priceYear: unitCost.priceYear ?? null,
      },
    }),
    ...(slider && { slider }),
    replacesTrendShare: file.replacesTrendShare ?? 0,
    passesOn: file.passesOn ?? true,
    evidence: file.evidence ?? [],
    note: file.note ?? "",
  };
}
