import type { Lever } from "../../core/domain.ts";
import type { LeverKind } from "../../core/levers/lever.ts";
import { yearFraction } from "../../core/units.ts";
import { startOfDay } from "../iso-date.ts";
import { type Quantity, toDistribution } from "../quantity.ts";
import type { LeverFile } from "../schema/lever-shape.ts";

/** Turns a lever whose shape is right into one of the domain. */
export function buildLever(id: string, file: LeverFile, kind: LeverKind): Lever {
  const values = file as unknown as Readonly<Record<string, Quantity | undefined>>;
  const parameters = Object.keys(kind.parameters).flatMap((name) => {
    const quantity = values[name];
    return quantity === undefined ? [] : [[name, toDistribution(quantity)] as const];
  });
  return {
    id,
    kind: kind.id,
    title: file.title ?? null,
    target: (kind.target === "scheme" ? file.scheme : file.base) as string,
    // A decision is in force from the first minute of its first day to the last of its last.
    start: startOfDay(file.start),
    end: file.end === undefined ? null : yearFraction(file.end),
    lagYears: file.lag ?? 0,
    ramp: { shape: file.ramp?.shape ?? "step", overYears: file.ramp?.over ?? 0 },
    fadeHalfLifeYears: file.fade ?? null,
    parameters: Object.fromEntries(parameters),
    replacesTrendShare: file.replacesTrendShare ?? 0,
    passesOn: file.passesOn ?? true,
    evidence: file.evidence ?? [],
    note: file.note ?? "",
  };
}
