import type { LeverUnit } from "../core/levers/lever.ts";
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
  const form = unitForms[unit];
  const expected = describeLimits(unit, limits);
  if (typeof raw === "number") {
    if (!Number.isFinite(raw)) return { fault: { code: "not-a-number", expected, hint: `write ${form.examples[0]}` } };
    if (!form.bare && raw !== 0) return { fault: { code: "unit-missing", expected, hint: bareHint(unit, raw) } };
    return inside(raw, raw, unit, limits);
  }
  if (typeof raw !== "string")
    return { fault: { code: "wrong-type", expected, hint: `write ${form.examples.join(" or ")}` } };
  const parts = /^([+-]?(?:\d+(?:\.\d*)?|\.\d+))\s*([\p{L}%]*)$/u.exec(raw.trim());
  if (!parts || raw.length > 40) return { fault: { code: "not-a-number", expected, hint: textHint(raw, form) } };
  const [, digits, suffix] = parts;
  if (suffix === "") return readTypedNumber(unit, Number(digits), limits);
  const scale = Object.hasOwn(form.suffixes, suffix) ? form.suffixes[suffix] : undefined;
  if (scale === undefined) return { fault: { code: "wrong-unit", expected, hint: suffixHint(unit, digits, suffix) } };
  // The decimal exponent goes to the number parser, so that 57% is the double nearest 0.57.
  const value = "per" in scale ? Number(digits) / scale.per : Number(`${digits}e${scale.exponent}`);
  return inside(value, null, unit, limits);
}

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
      return Math.abs(value) >= 1e4 && value % 1000 === 0 ? `${plain(value / 1e3)}k` : plain(value);
    case "years": {
      const months = value * 12;
      const whole = Math.abs(months - Math.round(months)) < 1e-9;
      return whole && !Number.isInteger(value) && months < 36 ? `${Math.round(months)}mo` : `${plain(value)}y`;
    }
  }
}

/** Tells that a limit is none: as far as numbers go. */
const endless = (max: number) => max >= Number.MAX_VALUE;

/** Says what a number of a unit must be: `a share between 0 and 1`, `a length of time of 0.05y or more`. */
function describeLimits(unit: Unit, { min, max }: Limits): string {
  const { noun } = unitForms[unit];
  if (unit === "share" && min === 0 && max === 1) return `${noun} between 0 and 1`;
  if (endless(max)) return `${noun} of ${writeTypedNumber(unit, min)} or more`;
  return `${noun} between ${writeTypedNumber(unit, min)} and ${writeTypedNumber(unit, max)}`;
}

function inside(value: number, bare: number | null, unit: Unit, limits: Limits): Read<number> {
  if (Number.isFinite(value) && value >= limits.min && value <= limits.max) return { value: value === 0 ? 0 : value };
  const percent = bare !== null && "%" in unitForms[unit].suffixes && Math.abs(bare) >= 1;
  const meant = percent && bare / 100 >= limits.min && bare / 100 <= limits.max;
  return {
    fault: {
      code: "out-of-range",
      expected: describeLimits(unit, limits),
      hint: meant
        ? `write ${bare}% or ${Number((bare / 100).toPrecision(12))}`
        : `write a value from ${writeTypedNumber(unit, limits.min)}${endless(limits.max) ? " up" : ` to ${writeTypedNumber(unit, limits.max)}`}`,
    },
  };
}

function bareHint(unit: Unit, raw: number): string {
  return unit === "years" ? `write ${raw}y for years or ${raw}mo for months` : `write ${raw}pp for percentage points`;
}

function suffixHint(unit: Unit, digits: string, suffix: string): string {
  if (unit === "points-per-year" && suffix === "%") return `write ${digits}pp for percentage points`;
  if (suffix === "pp")
    return `pp are percentage points; write ${"%" in unitForms[unit].suffixes ? `${digits}%` : unitForms[unit].examples[0]}`;
  const known = Object.keys(unitForms[unit].suffixes);
  const sameLetters = known.find((s) => s.toLowerCase() === suffix.toLowerCase());
  if (sameLetters) return `write ${digits}${sameLetters}`;
  const said = suffix.toLowerCase();
  const word = Object.hasOwn(spelledOut, said) ? spelledOut[said] : undefined;
  if (word !== undefined && known.includes(word)) return `write ${digits}${word}`;
  return `write ${unitForms[unit].examples.join(" or ")}`;
}

/** Units that people spell out. */
const spelledOut: Readonly<Record<string, string>> = {
  percent: "%",
  pct: "%",
  million: "M",
  mio: "M",
  thousand: "k",
  years: "y",
  year: "y",
  yr: "y",
  yrs: "y",
  months: "mo",
  month: "mo",
  m: "mo",
  days: "d",
  day: "d",
  billion: "bn",
  trillion: "tn",
  points: "pp",
};

function textHint(raw: string, form: UnitForm): string {
  const text = raw.trim();
  const [, grouped, , unit] = /^(\d{1,3}(?:([,' _])\d{3})(?:\2\d{3})+)\s*([\p{L}%]*)$/u.exec(text) ?? [];
  if (grouped !== undefined) return `write ${grouped.replace(/\D/g, "")}${unit}`;
  const [, whole, part, suffix] = /^([+-]?\d+),(\d+)\s*([\p{L}%]*)$/u.exec(text) ?? [];
  if (whole !== undefined && (suffix === "" || Object.hasOwn(form.suffixes, suffix)))
    return `a decimal has a point: write ${whole}.${part}${suffix}`;
  if (/^[\d.,\s_]+[\p{L}%]*$/u.test(raw.trim()) && /[,_\s]/.test(raw.trim()))
    return `write digits with at most one point and no commas or spaces: ${form.examples.join(" or ")}`;
  return `write ${form.examples.join(" or ")}`;
}
