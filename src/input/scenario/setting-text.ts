import type { LeverKind } from "../../core/levers/lever.ts";
import { quantityText, readQuantity, toDistribution } from "../quantity.ts";
import { type Limits, type Unit, writeTypedNumber } from "../typed-number.ts";
import { isMap } from "../yaml-tree.ts";

const anything: Limits = { min: Number.NEGATIVE_INFINITY, max: Number.POSITIVE_INFINITY };

/** Keys of a lever whose values are plain numbers of a unit. */
const commonUnits: Readonly<Record<string, Unit>> = { lag: "years", fade: "years", replacesTrendShare: "share" };

/** Words the value of a lever's key as a user would write it, the same for values that mean the same. */
export function leverText(kind: LeverKind, key: string, value: unknown): string {
  const unit = unitOf(kind, key);
  if (unit !== undefined) return numberText(unit, value);
  const table = kind.tables && Object.hasOwn(kind.tables, key) ? kind.tables[key] : undefined;
  if (table && isMap(value)) return tableText(table.unit, value);
  if (key === "unitCost" && isMap(value)) {
    const prices = value.priceYear === undefined ? "" : `, prices of ${value.priceYear}`;
    return `${numberText("money", value.value)} ${value.unit}${prices}`;
  }
  if (key === "ramp" && isMap(value)) {
    if (isMap(value.points)) return tableText("share", value.points);
    return value.over === undefined ? String(value.shape) : `${value.shape} over ${numberText("years", value.over)}`;
  }
  return String(value);
}

function unitOf(kind: LeverKind, key: string): Unit | undefined {
  return Object.hasOwn(kind.parameters, key) ? kind.parameters[key].unit : commonUnits[key];
}

/** Tells whether the value of a lever's key is drawn anew in every simulated future. */
export function leverDrawn(kind: LeverKind, key: string, value: unknown): boolean {
  if (key === "unitCost") return isMap(value) && isDrawn("money", value.value);
  const unit = unitOf(kind, key);
  return unit !== undefined && isDrawn(unit, value);
}

/** Tells whether the value of a trend's key is drawn: a ceiling is, unless its spread is nothing. */
export function trendDrawn(key: string, value: unknown): boolean {
  return key === "ceiling" && isMap(value) && isDrawn("share", { normal: value });
}

/** Words a table: `20% in 2026, 100% in 2028`. */
function tableText(unit: Unit, table: Readonly<Record<string, unknown>>): string {
  return Object.entries(table)
    .map(([year, value]) => `${numberText(unit, value)} in ${year}`)
    .join(", ");
}

/** Words the value of a trend's key. */
export function trendText(key: string, value: unknown): string {
  if (key === "ceiling" && isMap(value)) return `${numberText("share", value.mean)} ± ${numberText("share", value.sd)}`;
  if (key === "window" && isMap(value))
    return value.from === undefined
      ? value.to === undefined
        ? "all years"
        : `to ${value.to}`
      : value.to === undefined
        ? `from ${value.from}`
        : `${value.from} to ${value.to}`;
  if (key === "exclude" && Array.isArray(value)) return value.map((item) => String(item.year)).join(", ") || "none";
  if (key === "halfLife") return numberText("years", value);
  return Array.isArray(value) ? value.join(", ") || "all that suit" : String(value);
}

/** Words a number of a unit, certain or not, that has been checked before. */
export function numberText(unit: Unit, raw: unknown): string {
  const read = readQuantity(unit, raw, anything);
  return "value" in read ? quantityText(read.value) : String(raw);
}

/** Tells whether a number that has been checked before is uncertain. */
export function isDrawn(unit: Unit, raw: unknown): boolean {
  const read = readQuantity(unit, raw, anything);
  return "value" in read && toDistribution(read.value).kind !== "fixed";
}

/** Words the default of a lever's parameter. */
export function defaultText(kind: LeverKind, name: string): string {
  const { unit, default: value } = kind.parameters[name];
  return value === null ? "" : writeTypedNumber(unit, value);
}
