import type { LeverUnit } from "../core/levers/lever.ts";
import { mendNumber, namedUnit } from "./mend-number.ts";
import type { Hint } from "./problems.ts";

/** What a number is of; it decides how it may be written. Which money it is stands beside it. */
export type Unit = LeverUnit | "money";

/** A fault in how something is written: what would be right, or what is wrong, and what to do. */
export interface Fault {
  /** Last part of the diagnostic's code. */
  readonly code: string;
  /** Ends the sentence "KEY is VALUE, expected ..."; or `message` says the whole of it. */
  readonly expected?: string;
  readonly message?: string;
  readonly hint?: Hint;
  /** The character of the text at which it lies, from 0; absent: the whole value is meant. */
  readonly offset?: number;
}

/** A value, or the fault that keeps it from being read. */
export type Read<T> = { readonly value: T } | { readonly fault: Fault };

interface UnitForm {
  readonly noun: string;
  /** Suffix to decimal exponent, or to a divisor. */
  readonly suffixes: Readonly<Record<string, { exponent: number } | { per: number }>>;
  /** Whether a number without a suffix is clear. */
  readonly bare: boolean;
  readonly examples: readonly string[];
}

/** How the numbers of each unit are written. */
export const unitForms: Readonly<Record<Unit, UnitForm>> = {
  share: { noun: "a share", suffixes: { "%": { exponent: -2 } }, bare: true, examples: ["12%", "0.12"] },
  "rate-per-year": {
    noun: "a rate per year",
    suffixes: { "%": { exponent: -2 } },
    bare: true,
    examples: ["0.6%", "0.006"],
  },
  "points-per-year": {
    noun: "percentage points a year",
    suffixes: { pp: { exponent: -2 } },
    bare: false,
    examples: ["2pp", "0.5pp"],
  },
  people: {
    noun: "a number of people",
    suffixes: { k: { exponent: 3 }, M: { exponent: 6 } },
    bare: true,
    examples: ["1.2M", "850k", "1200000"],
  },
  years: {
    noun: "a length of time",
    suffixes: { y: { exponent: 0 }, mo: { per: 12 }, d: { per: 365.25 } },
    bare: false,
    examples: ["3y", "6mo"],
  },
  number: { noun: "a plain number", suffixes: {}, bare: true, examples: ["1.5", "2"] },
  money: {
    noun: "an amount of money",
    suffixes: { k: { exponent: 3 }, M: { exponent: 6 }, bn: { exponent: 9 }, tn: { exponent: 12 } },
    bare: true,
    examples: ["350000", "350k", "1.2bn"],
  },
};

/** What a number must lie between, both ends included. */
export interface Limits {
  readonly min: number;
  readonly max: number;
}

/** Reads one number of a unit as a person writes it: `12%`, `0.12`, `2pp`, `1.2M`, `6mo`. */
export function readTypedNumber(unit: Unit, raw: unknown, limits: Limits): Read<number> {
  const read = scan(unit, raw, limits);
  if ("value" in read) return read;
  return { fault: { code: read.code, expected: describeLimits(unit, limits), hint: read.hint() } };
}

/** The same without words; hints are asked for last, since they try other writings. */
function scan(
  unit: Unit,
  raw: unknown,
  limits: Limits,
): { readonly value: number } | { readonly code: string; readonly hint: () => string } {
  const form = unitForms[unit];
  if (typeof raw === "number") {
    if (!Number.isFinite(raw)) return { code: "not-a-number", hint: () => `write ${form.examples[0]}` };
    if (!form.bare && raw !== 0) return { code: "unit-missing", hint: () => bareHint(unit, raw, limits) };
    const read = inside(raw, raw, unit, limits);
    const part = unit === "people" && isPart(raw) && "value" in read;
    return part ? { code: "unit-missing", hint: () => partHint(raw) } : read;
  }
  if (typeof raw !== "string") return { code: "wrong-type", hint: () => `write ${form.examples.join(" or ")}` };
  const parts = /^([+-]?(?:\d+(?:\.\d*)?|\.\d+))\s*([\p{L}%]*)$/u.exec(raw.trim());
  if (!parts || raw.length > 40) return { code: "not-a-number", hint: () => textHint(unit, raw, limits) };
  const [, digits, suffix] = parts;
  if (suffix === "") return scan(unit, Number(digits), limits);
  const scale = Object.hasOwn(form.suffixes, suffix) ? form.suffixes[suffix] : undefined;
  if (scale === undefined) return { code: "wrong-unit", hint: () => suffixHint(unit, digits, suffix, limits) };
  // The decimal exponent goes to the number parser, so that 57% is the double nearest 0.57.
  const value = "per" in scale ? Number(digits) / scale.per : Number(`${digits}e${scale.exponent}`);
  return inside(value, null, unit, limits);
}

/** Returns text that reads as what somebody probably meant by other text or a number; null where that cannot be told. */
export function mended(unit: Unit, raw: unknown, limits: Limits): string | null {
  const text = String(raw);
  const form = { unit, suffixes: Object.keys(unitForms[unit].suffixes) };
  return reads(unit, text, limits) ? text : mendNumber(text, form, (other) => reads(unit, other, limits));
}

const reads = (unit: Unit, text: string, limits: Limits) => "value" in scan(unit, text, limits);

/** Tells whether a number that stands without k or M holds a part of a person: it was meant in millions. */
const isPart = (raw: number) => !Number.isInteger(raw) && Math.abs(raw) < 1000;

/** Writes a number of a unit as a person would: the shortest text that reads back as the same number. */
export function writeTypedNumber(unit: Unit, value: number): string {
  if (value === Number.POSITIVE_INFINITY) return "never";
  const plain = (x: number) => String(Number(x.toPrecision(12)));
  switch (unit) {
    case "share":
      return `${plain(value * 100)}%`;
    case "rate-per-year":
      // A growth is thought of in percent, the speed of an exponential approach as a plain number.
      return Math.abs(value) < 0.25 ? `${plain(value * 100)}%` : plain(value);
    case "points-per-year":
      return `${plain(value * 100)}pp`;
    case "number":
      return plain(value);
    case "money":
      for (const [size, suffix] of [
        [1e12, "tn"],
        [1e9, "bn"],
        [1e6, "M"],
      ] as const)
        if (Math.abs(value) >= size) return `${plain(value / size)}${suffix}`;
      return Math.abs(value) >= 1e4 && value % 1000 === 0 ? `${plain(value / 1e3)}k` : plain(value);
    case "people":
      if (Math.abs(value) >= 1e6) return `${plain(value / 1e6)}M`;
      // A part of a person reads back with its k alone, and never with an exponent.
      if (isPart(value)) return `${(value / 1e3).toFixed(12).replace(/\.?0+$/, "")}k`;
      return Math.abs(value) >= 1e4 && value % 1000 === 0 ? `${plain(value / 1e3)}k` : plain(value);
    case "years": {
      const months = value * 12;
      const whole = Math.abs(months - Math.round(months)) < 1e-9;
      return whole && !Number.isInteger(value) && months < 36 ? `${Math.round(months)}mo` : `${plain(value)}y`;
    }
  }
}

/** Tells that a limit is none: as far as numbers go. */
const endless = (max: number) => max >= 1e18;

/** Says what a number of a unit must be: `a share between 0 and 1`, `a length of time of 0.05y or more`. */
export function describeLimits(unit: Unit, { min, max }: Limits): string {
  const { noun } = unitForms[unit];
  if (unit === "share" && min === 0 && max === 1) return `${noun} between 0 and 1`;
  if (endless(max)) return `${noun} of ${writeTypedNumber(unit, min)} or more`;
  return `${noun} between ${writeTypedNumber(unit, min)} and ${writeTypedNumber(unit, max)}`;
}

function inside(value: number, bare: number | null, unit: Unit, limits: Limits): ReturnType<typeof scan> {
  if (Number.isFinite(value) && value >= limits.min && value <= limits.max) return { value: value === 0 ? 0 : value };
  const percent = bare !== null && "%" in unitForms[unit].suffixes && Math.abs(bare) >= 1;
  const meant = percent && bare / 100 >= limits.min && bare / 100 <= limits.max;
  // What lies below 0 by its nature is often written by its size.
  const below = limits.max <= 0 && -value >= limits.min && -value <= limits.max;
  return {
    code: "out-of-range",
    hint: () =>
      below
        ? `write ${writeTypedNumber(unit, -value)}: it lies below 0`
        : meant
          ? `write ${bare}% or ${Number((bare / 100).toPrecision(12))}`
          : rangeHint(unit, limits),
  };
}

const rangeHint = (unit: Unit, { min, max }: Limits) =>
  `write a value from ${writeTypedNumber(unit, min)}${endless(max) ? " up" : ` to ${writeTypedNumber(unit, max)}`}`;

function bareHint(unit: Unit, raw: number, limits: Limits): string {
  const ways = unit === "years" ? [`${raw}y for years`, `${raw}mo for months`] : [`${raw}pp for percentage points`];
  const right = ways.filter((way) => reads(unit, way.split(" ")[0], limits));
  return right.length > 0 ? `write ${right.join(" or ")}` : rangeHint(unit, limits);
}

function partHint(raw: number): string {
  return `people come whole: write ${raw}M for millions, ${raw}k for thousands`;
}

function suffixHint(unit: Unit, digits: string, suffix: string, limits: Limits): string {
  const [points, share] = [`${digits}pp`, `${digits}%`];
  if (unit === "points-per-year" && suffix === "%")
    return reads(unit, points, limits) ? `write ${points} for percentage points` : rangeHint(unit, limits);
  if (suffix === "pp" && "%" in unitForms[unit].suffixes)
    return `pp are percentage points; ${reads(unit, share, limits) ? `write ${share}` : rangeHint(unit, limits)}`;
  return textHint(unit, `${digits}${suffix}`, limits);
}

/** Says what to write for text that is no number of the unit: what was meant, else what it is and how the unit is written. */
function textHint(unit: Unit, raw: string, limits: Limits): string {
  const text = raw.trim();
  const { noun, examples } = unitForms[unit];
  const meant = mended(unit, text, limits);
  const other = namedUnit(text);
  if (meant !== null && other === "percentage points" && unit !== "points-per-year")
    return `those are percentage points; write ${meant}`;
  if (meant !== null && other === "a share" && unit === "points-per-year")
    return `that is a share; write ${meant} for percentage points`;
  if (meant !== null)
    return `${/^[+-]?\d+,\d+\D*$/.test(text) && meant.includes(".") ? "a decimal has a point: " : ""}write ${meant}`;
  if (other !== null && other !== noun)
    return `${other.endsWith("s") && !other.includes("count") ? "those are" : "that is"} ${other}; write ${noun} as ${examples.join(" or ")}`;
  return `write ${examples.join(" or ")}`;
}
