import type { Distribution } from "../core/domain.ts";
import { logit } from "../core/units.ts";
import { didYouMean } from "./nearest.ts";
import { type Fault, type Limits, readTypedNumber, type Unit, writeTypedNumber } from "./typed-number.ts";
import { isMap, type Path } from "./yaml-tree.ts";

/** A number as a user wrote it, certain or not, with its unit; all values in the unit's inner scale. */
export type Quantity = { readonly unit: Unit } & (
  | { readonly form: "plain"; readonly value: number }
  | { readonly form: "triangle"; readonly low: number; readonly mode: number; readonly high: number }
  | { readonly form: "range"; readonly p5: number; readonly p95: number }
  | { readonly form: "normal"; readonly mean: number; readonly sd: number }
  | { readonly form: "uniform"; readonly low: number; readonly high: number }
);

/** A fault at a key within the quantity. */
export interface QuantityFault extends Fault {
  readonly path: Path;
}

/** The 95th percentile of the standard normal distribution. */
const z95 = 1.6448536269514722;

/** Reads a number or one of the ways to write an uncertain one; all that is wrong with it comes back at once. */
export function readQuantity(
  unit: Unit,
  raw: unknown,
  limits: Limits,
): { readonly value: Quantity } | { readonly faults: readonly QuantityFault[] } {
  const faults: QuantityFault[] = [];
  const number = (value: unknown, path: Path, within: Limits = limits): number => {
    const read = readTypedNumber(unit, value, within);
    if ("value" in read) return read.value;
    faults.push({ ...read.fault, path });
    return Number.NaN;
  };
  const numbers = <K extends string>(
    map: unknown,
    keys: readonly K[],
    path: Path,
    within?: Partial<Record<K, Limits>>,
  ) =>
    Object.fromEntries(
      keys.map((key) => [key, number((map as Record<string, unknown>)[key], [...path, key], within?.[key])]),
    ) as Record<K, number>;
  const refuse = (path: Path, message: string, hint: string) =>
    faults.push({ code: "distribution", path, message, hint });

  let value: Quantity = { unit, form: "plain", value: Number.NaN };
  const form = isMap(raw) ? formOf(raw) : "plain";
  if (!isMap(raw)) {
    value = { unit, form: "plain", value: number(raw, []) };
  } else if (typeof form === "object") {
    faults.push(form);
  } else if (form === "triangle") {
    value = { unit, form, ...numbers(raw, ["low", "mode", "high"], []) };
    if (value.low > value.mode || value.mode > value.high)
      refuse(
        [],
        "low, mode and high do not rise",
        `write them in rising order: {low: ${example(unit, 0)}, mode: ${example(unit, 1)}, high: ${example(unit, 2)}}`,
      );
  } else if (form === "range") {
    value = { unit, form, ...numbers(raw, ["p5", "p95"], []) };
    if (value.p5 >= value.p95)
      refuse([], "p5 is not below p95", "p5 is the low end: one in twenty lies below it, one in twenty above p95");
    else if (!spreads(unit, value.p5, value.p95))
      refuse(
        [],
        `p5 and p95 of ${unit === "share" ? "a share must lie above 0% and below 100%" : "this unit must be above 0"}`,
        "use {low, mode, high} to reach the border itself",
      );
  } else if (form === "normal") {
    const width = Math.min(Number.MAX_VALUE, limits.max - limits.min);
    value = { unit, form, ...numbers(raw.normal, ["mean", "sd"], ["normal"], { sd: { min: 0, max: width } }) };
  } else if (form === "uniform") {
    value = { unit, form, ...numbers(raw.uniform, ["low", "high"], ["uniform"]) };
    if (value.low > value.high) refuse(["uniform"], "low is above high", "write the lower end first");
  }
  return faults.length > 0 ? { faults } : { value };
}

/** Turns what was written into the canonical distribution; ranges without width become fixed values. */
export function toDistribution(quantity: Quantity): Distribution {
  switch (quantity.form) {
    case "plain":
      return { kind: "fixed", value: quantity.value };
    case "triangle": {
      const { low, mode, high } = quantity;
      return low === high ? { kind: "fixed", value: mode } : { kind: "triangle", low, mode, high };
    }
    case "uniform": {
      const { low, high } = quantity;
      return low === high ? { kind: "fixed", value: low } : { kind: "uniform", low, high };
    }
    case "normal": {
      const { mean, sd } = quantity;
      return sd === 0 ? { kind: "fixed", value: mean } : { kind: "normal", mean, sd };
    }
    case "range": {
      const scale =
        quantity.unit === "share" ? logit : quantity.unit === "people" || quantity.unit === "years" ? Math.log : null;
      const [low, high] = scale ? [scale(quantity.p5), scale(quantity.p95)] : [quantity.p5, quantity.p95];
      const [mu, sigma] = [(low + high) / 2, (high - low) / (2 * z95)];
      if (scale === null) return { kind: "normal", mean: mu, sd: sigma };
      return { kind: scale === logit ? "logitnormal" : "lognormal", mu, sigma };
    }
  }
}

/** Words a quantity for a table: `12%`, `30% to 70%`, `0.8M to 1.6M, most likely 1.2M`, `0.6% ± 0.4%`. */
export function quantityText(quantity: Quantity): string {
  const write = (value: number) => writeTypedNumber(quantity.unit, value);
  switch (quantity.form) {
    case "plain":
      return write(quantity.value);
    case "triangle":
      return `${write(quantity.low)} to ${write(quantity.high)}, most likely ${write(quantity.mode)}`;
    case "range":
      return `${write(quantity.p5)} to ${write(quantity.p95)}`;
    case "normal":
      return `${write(quantity.mean)} ± ${write(quantity.sd)}`;
    case "uniform":
      return `${write(quantity.low)} to ${write(quantity.high)}, all equally likely`;
  }
}

const spellings = "{low, mode, high}, {p5, p95}, {normal: {mean, sd}} or {uniform: {low, high}}";

/** Which way of writing a map follows, or the fault that it follows none. */
function formOf(map: Record<string, unknown>): "triangle" | "range" | "normal" | "uniform" | QuantityFault {
  const keys = Object.keys(map);
  const has = (...names: readonly string[]) =>
    keys.length === names.length && names.every((name) => Object.hasOwn(map, name));
  const inner = (name: string, ...names: readonly string[]) => {
    const value = map[name];
    return (
      has(name) &&
      isMap(value) &&
      Object.keys(value).length === names.length &&
      names.every((n) => Object.hasOwn(value, n))
    );
  };
  if (has("low", "mode", "high")) return "triangle";
  if (has("p5", "p95")) return "range";
  if (inner("normal", "mean", "sd")) return "normal";
  if (inner("uniform", "low", "high")) return "uniform";
  const known = ["low", "mode", "high", "p5", "p95", "normal", "uniform"];
  const stray = keys.find((key) => !known.includes(key));
  if (stray !== undefined)
    return {
      code: "unknown-key",
      path: [stray],
      message: `${stray} is not a key of an uncertain number`,
      hint: `${didYouMean(stray, known)}; write ${spellings}`,
    };
  const hint = has("low", "high")
    ? "add mode, the most likely value, or write {uniform: {low: ..., high: ...}}"
    : `write ${spellings}`;
  return { code: "distribution", path: [], message: "this is not a complete uncertain number", hint };
}

/** Whether the distribution that {p5, p95} stands for can have these ends. */
function spreads(unit: Unit, p5: number, p95: number): boolean {
  if (unit === "share") return p5 > 0 && p95 < 1;
  return unit === "people" || unit === "years" ? p5 > 0 : true;
}

function example(unit: Unit, rank: number): string {
  const steps: Record<Unit, readonly string[]> = {
    share: ["10%", "20%", "40%"],
    "rate-per-year": ["0.2%", "0.6%", "1%"],
    "points-per-year": ["0.5pp", "1pp", "2pp"],
    people: ["0.8M", "1.2M", "1.6M"],
    years: ["1y", "2y", "4y"],
  };
  return steps[unit][rank];
}
