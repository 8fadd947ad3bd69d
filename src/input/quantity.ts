import type { Distribution } from "../core/domain.ts";
import { logit } from "../core/units.ts";
import { formOf, type QuantityFault, spreadHint } from "./quantity-form.ts";
import { type Limits, readTypedNumber, type Unit, writeTypedNumber } from "./typed-number.ts";
import { isMap, type Path } from "./yaml-tree.ts";

/** A number as a user wrote it, certain or not, with its unit; all values in the unit's inner scale. */
export type Quantity = { readonly unit: Unit } & (
  | { readonly form: "plain"; readonly value: number }
  | { readonly form: "triangle"; readonly low: number; readonly mode: number; readonly high: number }
  | { readonly form: "range"; readonly p5: number; readonly p95: number }
  | { readonly form: "normal"; readonly mean: number; readonly sd: number }
  | { readonly form: "uniform"; readonly low: number; readonly high: number }
  | { readonly form: "beta"; readonly alpha: number; readonly beta: number }
  | { readonly form: "beta-by-mean"; readonly mean: number; readonly sd: number }
  | { readonly form: "lognormal"; readonly median: number; readonly p95: number }
  | { readonly form: "lognormal-by-mean"; readonly mean: number; readonly sd: number }
  | { readonly form: "pert"; readonly low: number; readonly mode: number; readonly high: number }
  | { readonly form: "discrete"; readonly values: readonly number[]; readonly weights: readonly number[] }
);

/** The 95th percentile of the standard normal distribution. */
const z95 = 1.6448536269514722;

/** Shapes of a beta that can be told from a single value, and from all of it at the two ends. */
const shapes: Limits = { min: 0.01, max: 100_000 };

/** Most values of a discrete distribution. */
const mostValues = 100;

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

  const plain = (of: unknown, path: Path, within: Limits): number => {
    const read = readTypedNumber("number", of, within);
    if ("value" in read) return read.value;
    faults.push({ ...read.fault, path });
    return Number.NaN;
  };
  const spread: Limits = { min: 0, max: Math.min(Number.MAX_VALUE, limits.max - limits.min) };
  // A share is open at its ends, every other unit upward alone.
  const positive = (x: number) => !(x <= 0);

  let value: Quantity = { unit, form: "plain", value: Number.NaN };
  const form = isMap(raw) ? formOf(unit, raw, limits) : "plain";
  if (!isMap(raw)) {
    value = { unit, form: "plain", value: number(raw, []) };
    const hint = faults.length > 0 ? spreadHint(unit, raw, limits) : null;
    if (hint !== null) faults[0] = { ...faults[0], hint };
  } else if (typeof form === "object") {
    faults.push(form);
  } else if (form === "triangle" || form === "pert") {
    const path = form === "pert" ? ["pert"] : [];
    const ends = numbers(form === "pert" ? raw.pert : raw, ["low", "mode", "high"], path);
    value = { unit, form, ...ends };
    const rising = [ends.low, ends.mode, ends.high].sort((a, b) => a - b).map((end) => writeTypedNumber(unit, end));
    if (ends.low > ends.mode || ends.mode > ends.high)
      refuse(
        path,
        "low, mode and high do not rise",
        `write them in rising order: {low: ${rising[0]}, mode: ${rising[1]}, high: ${rising[2]}}`,
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
    value = { unit, form, ...numbers(raw.normal, ["mean", "sd"], ["normal"], { sd: spread }) };
  } else if (form === "uniform") {
    value = { unit, form, ...numbers(raw.uniform, ["low", "high"], ["uniform"]) };
    if (value.low > value.high) refuse(["uniform"], "low is above high", "write the lower end first");
  } else if (form === "beta" || form === "beta-by-mean") {
    const inner = raw.beta as Record<string, unknown>;
    if (unit !== "share")
      refuse(
        ["beta"],
        "a beta distribution lies between 0% and 100%, so only a share can have one",
        "use pert: {low, mode, high}",
      );
    else if (form === "beta") {
      const [alpha, beta] = (["alpha", "beta"] as const).map((key) => plain(inner[key], ["beta", key], shapes));
      value = { unit, form, alpha, beta };
    } else {
      value = { unit, form, ...numbers(inner, ["mean", "sd"], ["beta"], { sd: spread }) };
      const { alpha, beta } = betaShapes(value.mean, value.sd);
      const borne = [alpha, beta].every((shape) => !(shape < shapes.min || shape > shapes.max));
      if (value.sd > 0 && !borne)
        refuse(
          ["beta"],
          "no beta distribution has this mean and standard deviation",
          "mean lies between 0% and 100%, and sd below the root of mean x (1 - mean)",
        );
    }
  } else if (form === "lognormal") {
    value = { unit, form, ...numbers(raw.lognormal, ["median", "p95"], ["lognormal"]) };
    if (!positive(value.median) || value.median >= value.p95)
      refuse(
        ["lognormal"],
        "median is not above 0 and below p95",
        "one in two lies below the median, one in twenty above p95",
      );
  } else if (form === "lognormal-by-mean") {
    value = { unit, form, ...numbers(raw.lognormal, ["mean", "sd"], ["lognormal"], { sd: spread }) };
    if (!positive(value.mean)) refuse(["lognormal"], "the mean is not above 0", "use normal: {mean, sd}");
  } else if (form === "discrete") {
    const list = (key: string) => (Array.isArray(raw[key]) ? (raw[key] as unknown[]).slice(0, mostValues + 1) : []);
    const values = list("values").map((item, i) => number(item, ["values", i]));
    const weights = Object.hasOwn(raw, "weights")
      ? list("weights").map((item, i) => plain(item, ["weights", i], { min: 0, max: 1e18 }))
      : values.map(() => 1);
    value = { unit, form, values, weights };
    if (values.length === 0 || values.length > mostValues || weights.length !== values.length)
      refuse(
        [],
        "values and weights are not two lists of one length",
        `write {values: [${example(unit, 0)}, ${example(unit, 1)}], weights: [3, 1]}, at most ${mostValues} of each`,
      );
    else if (weights.every((weight) => weight === 0))
      refuse(["weights"], "all weights are 0", "a weight says how often its value comes, against the others");
  }
  return faults.length > 0 ? { faults } : { value };
}

/** Units whose range {p5, p95} is that of a lognormal distribution: they have no upper end and none is below 0. */
const upward: ReadonlySet<Unit> = new Set<Unit>(["people", "years", "number", "money"]);

/** Shapes of the beta distribution with a mean and a standard deviation, by the method of moments. */
function betaShapes(mean: number, sd: number): { readonly alpha: number; readonly beta: number } {
  const both = (mean * (1 - mean)) / (sd * sd) - 1;
  return { alpha: mean * both, beta: (1 - mean) * both };
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
    case "pert": {
      const { low, mode, high } = quantity;
      return low === high ? { kind: "fixed", value: mode } : { kind: "pert", low, mode, high };
    }
    case "beta":
      return { kind: "beta", alpha: quantity.alpha, beta: quantity.beta };
    case "beta-by-mean":
      return quantity.sd === 0
        ? { kind: "fixed", value: quantity.mean }
        : { kind: "beta", ...betaShapes(quantity.mean, quantity.sd) };
    case "lognormal": {
      const { median, p95 } = quantity;
      return { kind: "lognormal", mu: Math.log(median), sigma: Math.log(p95 / median) / z95 };
    }
    case "lognormal-by-mean": {
      const { mean, sd } = quantity;
      if (sd === 0) return { kind: "fixed", value: mean };
      const variance = Math.log1p((sd / mean) ** 2);
      return { kind: "lognormal", mu: Math.log(mean) - variance / 2, sigma: Math.sqrt(variance) };
    }
    case "discrete": {
      const chances = chancesOf(quantity);
      if (chances.length === 1) return { kind: "fixed", value: chances[0].value };
      return {
        kind: "discrete",
        values: chances.map(({ value }) => value),
        weights: chances.map(({ chance }) => chance),
      };
    }
    case "range": {
      const scale = quantity.unit === "share" ? logit : upward.has(quantity.unit) ? Math.log : null;
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
    case "pert":
      return `${write(quantity.low)} to ${write(quantity.high)}, most likely ${write(quantity.mode)} (PERT)`;
    case "beta":
      return `beta with alpha ${writeTypedNumber("number", quantity.alpha)} and beta ${writeTypedNumber("number", quantity.beta)}`;
    case "beta-by-mean":
      return `${write(quantity.mean)} ± ${write(quantity.sd)} (beta)`;
    case "lognormal":
      return `${write(quantity.median)}, one in twenty above ${write(quantity.p95)} (lognormal)`;
    case "lognormal-by-mean":
      return `${write(quantity.mean)} ± ${write(quantity.sd)} (lognormal)`;
    case "discrete":
      return chancesOf(quantity)
        .map(({ value, chance }) => `${write(value)} in ${writeTypedNumber("share", Number(chance.toFixed(4)))}`)
        .join(", ");
  }
}

/** Values that come at all, rising, each with its share of the weights. */
function chancesOf({ values, weights }: { readonly values: readonly number[]; readonly weights: readonly number[] }) {
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  return values
    .map((value, i) => ({ value, chance: weights[i] / total }))
    .filter(({ chance }) => chance > 0)
    .sort((a, b) => a.value - b.value);
}

/** Whether the distribution that {p5, p95} stands for can have these ends. */
function spreads(unit: Unit, p5: number, p95: number): boolean {
  if (unit === "share") return p5 > 0 && p95 < 1;
  return upward.has(unit) ? p5 > 0 : true;
}

function example(unit: Unit, rank: number): string {
  const steps: Record<Unit, readonly string[]> = {
    share: ["10%", "20%", "40%"],
    "rate-per-year": ["0.2%", "0.6%", "1%"],
    "points-per-year": ["0.5pp", "1pp", "2pp"],
    people: ["0.8M", "1.2M", "1.6M"],
    years: ["1y", "2y", "4y"],
    number: ["1", "1.5", "2"],
    money: ["200k", "350k", "500k"],
  };
  return steps[unit][rank];
}
