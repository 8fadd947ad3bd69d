import type { SliderHint, UnitCost } from "../../core/domain.ts";
import type { LeverKind } from "../../core/levers/lever.ts";
import { didYouMean, nearest } from "../nearest.ts";
import { type Limits, readTypedNumber } from "../typed-number.ts";
import { isMap } from "../yaml-tree.ts";
import { quantity } from "./numbers.ts";
import { closed, custom, type Reading, type Shape, type ShapeFault, whole } from "./shape.ts";

/** What a number may rest on, the firmest first. */
export const evidenceStrengths = [
  "legal",
  "published",
  "experiment",
  "study",
  "precedent",
  "derived",
  "official-intention",
  "official-expectation",
  "judgement",
] as const;

/** More money than any country has. */
const anyMoney: Limits = { min: 0, max: 1e18 };

/** What one unit of a decision costs. */
export function unitCostShape() {
  return closed(
    {
      value: quantity("money", anyMoney, { title: "Value", description: "Money for each unit." }),
      unit: moneyUnit(),
      priceYear: whole(1900, 2200, {
        title: "Price year",
        description: "The year whose prices these are.",
        examples: [2024],
      }).optional(),
    },
    { title: "Unit cost", description: "What it costs for each unit; moves no coverage." },
  );
}

function moneyUnit(): Shape<Pick<UnitCost, "currency" | "per">> {
  const pattern = "^[A-Z]{3} per (person-year|person|year)$";
  const about = {
    title: "Unit",
    description: "Three-letter code of the money, and what it is paid for: person-year, person or year.",
    examples: ["VND per person-year", "USD per person"],
  };
  return custom<Pick<UnitCost, "currency" | "per">>({ type: "string", pattern }, about, (raw) => {
    if (typeof raw !== "string" || !new RegExp(pattern).test(raw))
      return {
        fault: { code: "bad-unit", expected: "a currency and what it is paid for", hint: `write ${meantUnit(raw)}` },
      };
    const [currency, , per] = raw.split(" ");
    return { value: { currency, per: per as UnitCost["per"] } };
  });
}

/** What somebody meant who wrote a unit of money in another way: `vnd/person` is VND per person. */
function meantUnit(raw: unknown): string {
  const [, currency, per] = /^([a-z]{3})\b(?:\s*(?:\/|per|a)\s*(.*))?$/i.exec(String(raw).trim()) ?? [];
  const unit = nearest((per ?? "").replace(/\s+/g, "-"), ["person-year", "person", "year"]);
  return `${(currency ?? "VND").toUpperCase()} per ${unit ?? "person-year"}`;
}

/** A slider as an editor shows it. */
export const sliderExample = { of: "takeUp", min: "0%", max: "60%", step: "5%" };

/** Which of a kind's numbers a reader may move, from where to where. */
export function sliderShape(kind: LeverKind): Shape<SliderHint> {
  const names = Object.keys(kind.parameters);
  const keys = {
    of: { enum: names, description: "The number that is moved." },
    min: { type: ["number", "string"], description: "Left end, in the number's unit.", examples: [sliderExample.min] },
    max: { type: ["number", "string"], description: "Right end, in the number's unit.", examples: [sliderExample.max] },
    step: {
      type: ["number", "string"],
      description: "Width of a step, in the number's unit.",
      examples: [sliderExample.step],
    },
  };
  const json = { type: "object", properties: keys, required: Object.keys(keys), additionalProperties: false };
  const about = { title: "Slider", description: "A number that readers of a page may move, and how far." };
  return custom<SliderHint>(json, about, (raw): Reading<SliderHint> => {
    if (!isMap(raw)) return { fault: { code: "wrong-type", expected: "a map {of, min, max, step}" } };
    const known = Object.keys(keys);
    const faults: ShapeFault[] = [
      ...Object.keys(raw)
        .filter((key) => !known.includes(key))
        .map((key) => ({ code: "unknown-key", path: [key], known })),
      ...known
        .filter((key) => !Object.hasOwn(raw, key))
        .map((key) => ({ code: "missing-key", path: [], message: `${key} is missing`, hint: `add ${key}` })),
    ];
    if (faults.length > 0) return { faults };
    const of = String(raw.of);
    if (!names.includes(of))
      return {
        faults: [
          {
            code: "unknown-parameter",
            path: ["of"],
            message: `a lever of kind ${kind.id} has no number ${JSON.stringify(raw.of)}`,
            hint: didYouMean(of, names),
          },
        ],
      };
    const { unit, min: least, max: most } = kind.parameters[of];
    const [min, max, step] = ["min", "max", "step"].map((key) => {
      const limits = { min: least, max: most };
      const read = readTypedNumber(unit, raw[key], key === "step" ? { min: 0, max: Number.MAX_VALUE } : limits);
      if ("value" in read) return read.value;
      faults.push({ ...read.fault, path: [key] });
      return Number.NaN;
    });
    if (min >= max) faults.push({ code: "slider", path: [], message: "min is not below max", hint: "swap the two" });
    else if (step <= 0 || step > max - min)
      faults.push({
        code: "slider",
        path: ["step"],
        message: "step is not above 0 and at most the way from min to max",
        hint: "write a step that fits at least once",
      });
    return faults.length > 0 ? { faults } : { value: { of, min, max, step } };
  });
}
