import { didYouMean } from "./nearest.ts";
import type { Quantity } from "./quantity.ts";
import { type Fault, type Limits, mended, type Unit } from "./typed-number.ts";
import { isMap, type Path } from "./yaml-tree.ts";

type Form = Exclude<Quantity["form"], "plain">;

/** A fault at a key within the quantity. */
export interface QuantityFault extends Fault {
  readonly path: Path;
}

const spellings =
  "{low, mode, high}, {p5, p95}, {values: [...], weights: [...]}, or one of normal, uniform, beta, lognormal and pert";

/** Keys of each way to write a map; where `within` is given, they stand in a map under that key. */
const ways: readonly { readonly form: Form; readonly within?: string; readonly keys: readonly string[] }[] = [
  { form: "triangle", keys: ["low", "mode", "high"] },
  { form: "range", keys: ["p5", "p95"] },
  { form: "discrete", keys: ["values", "weights"] },
  { form: "discrete", keys: ["values"] },
  { form: "normal", within: "normal", keys: ["mean", "sd"] },
  { form: "uniform", within: "uniform", keys: ["low", "high"] },
  { form: "beta", within: "beta", keys: ["alpha", "beta"] },
  { form: "beta-by-mean", within: "beta", keys: ["mean", "sd"] },
  { form: "lognormal", within: "lognormal", keys: ["median", "p95"] },
  { form: "lognormal-by-mean", within: "lognormal", keys: ["mean", "sd"] },
  { form: "pert", within: "pert", keys: ["low", "mode", "high"] },
];

/** Which way of writing a map follows, or the fault that it follows none. */
export function formOf(unit: Unit, map: Record<string, unknown>, limits: Limits): Form | QuantityFault {
  const has = (value: unknown, names: readonly string[]) =>
    isMap(value) && Object.keys(value).length === names.length && names.every((name) => Object.hasOwn(value, name));
  const way = ways.find(({ within, keys }) =>
    within === undefined ? has(map, keys) : has(map, [within]) && has(map[within], keys),
  );
  if (way) return way.form;
  const known = [...new Set(ways.flatMap(({ within, keys }) => (within === undefined ? keys : [within])))];
  const stray = Object.keys(map).find((key) => !known.includes(key));
  if (stray !== undefined)
    return {
      code: "unknown-key",
      path: [stray],
      message: `${stray} is not a key of an uncertain number`,
      hint: meantMap(unit, map, limits) ?? strayHint(stray) ?? `${didYouMean(stray, known)}; write ${spellings}`,
    };
  const only = Object.keys(map).length === 1 ? Object.keys(map)[0] : "";
  const inner = ways.filter(({ within }) => within === only);
  const hint =
    meantMap(unit, map, limits) ??
    (inner.length > 0
      ? `write ${inner.map(({ within, keys }) => `{${within}: {${keys.join(", ")}}}`).join(" or ")}`
      : `write ${spellings}`);
  return { code: "distribution", path: [], message: "this is not a complete uncertain number", hint };
}

/** Other names of the parts of an uncertain number. */
const otherParts: Readonly<Record<string, RegExp>> = {
  low: /^(min|minimum|lower|from|least|a)$/i,
  high: /^(max|maximum|upper|to|greatest|b)$/i,
  mode: /^(likely|most-?_?likely|best|central|middle)$/i,
  mean: /^(average|mu|expected)$/i,
  sd: /^(std|stdev|sigma|se)$/i,
};

/** Says how to write a map whose numbers tell what was meant: `{min: 10%, max: 30%}`, `{triangle: {...}}`; null for others. */
function meantMap(unit: Unit, map: Record<string, unknown>, limits: Limits): string | null {
  const inner = Object.values(map);
  const parts = inner.length === 1 && typeof inner[0] === "object" && inner[0] !== null ? inner[0] : map;
  if (Array.isArray(parts)) return spreadHint(unit, parts, limits);
  const found = new Map<string, string | null>();
  for (const [key, value] of Object.entries(parts)) {
    const name = Object.keys(otherParts).find((part) => otherParts[part].test(key)) ?? key.toLowerCase();
    found.set(name, typeof value === "string" || typeof value === "number" ? mended(unit, value, limits) : null);
  }
  const has = (...names: string[]) => names.length === found.size && names.every((name) => found.get(name));
  const at = (...names: string[]) => names.map((name) => `${name}: ${found.get(name)}`).join(", ");
  if (has("low", "mode", "high")) return `write {${at("low", "mode", "high")}}`;
  if (has("p5", "p95")) return `write {${at("p5", "p95")}}`;
  if (has("mean", "sd")) return `write {normal: {${at("mean", "sd")}}}`;
  if (has("median", "p95")) return `write {lognormal: {${at("median", "p95")}}}`;
  return has("low", "high") ? uniform(found.get("low") as string, found.get("high") as string) : null;
}

/** What is most often meant by a key that no uncertain number has. */
function strayHint(key: string): string | null {
  if (/^\d/.test(key)) return "a decimal has a point: 10.5%, not 10,5%";
  if (/^(min|max|minimum|maximum|from|to|lower|upper)$/i.test(key))
    return "write {low, mode, high}, or {uniform: {low, high}} where all between are equally likely";
  if (/^(mean|average|sd|std|stdev|sigma|mu)$/i.test(key)) return "write {normal: {mean, sd}}";
  if (/^(p10|p90|p2\.5|p97\.5|p25|p75)$/i.test(key))
    return "write {p5, p95}: one in twenty lies below p5, one in twenty above p95";
  if (/^(likely|most-?likely|best|central|middle)$/i.test(key))
    return "write {low, mode, high}; mode is the most likely value";
  return null;
}

/**
 * Says how to write what is meant as uncertain and is no map: `10-30%`, `10% ± 5%`, `từ 10% đến 30%`, `[10%, 20%, 30%]`;
 * null for all else, and where the parts are no numbers of the unit.
 */
export function spreadHint(unit: Unit, raw: unknown, limits: Limits): string | null {
  const one = (part: unknown) =>
    typeof part === "string" || typeof part === "number" ? mended(unit, part, limits) : null;
  if (Array.isArray(raw) && raw.length > 1 && raw.length < 5 && raw.every(isMap))
    return meantMap(unit, Object.assign({}, ...raw), limits);
  if (Array.isArray(raw)) {
    const [low, second, high] = raw.slice(0, 4).map(one);
    if (raw.length === 2 && low && second) return uniform(low, second);
    return raw.length === 3 && low && second && high ? `write {low: ${low}, mode: ${second}, high: ${high}}` : null;
  }
  if (typeof raw !== "string" || raw.length > 60) return null;
  const text = raw.normalize("NFC").trim();
  const parts =
    /^(?:(?:from|between|từ)\s+)?([\d.,]+)\s*(\D*?)\s*(-|–|—|\bto\b|\band\b|đến|tới|và|\.\.+|±|\+\/?-)\s*([\d.,]+)\s*(\D*)$/u.exec(
      text,
    );
  if (parts === null) return null;
  const [, first, firstUnit, sign, second, secondUnit] = parts;
  const [a, b] = [one(`${first}${firstUnit || secondUnit}`), one(`${second}${secondUnit || firstUnit}`)];
  if (a === null || b === null) return null;
  return /[±+]/.test(sign) ? `write {normal: {mean: ${a}, sd: ${b}}}` : uniform(a, b);
}

function uniform(low: string, high: string): string {
  return `write {uniform: {low: ${low}, high: ${high}}}, or {low: ${low}, mode: ..., high: ${high}} with the most likely value`;
}
