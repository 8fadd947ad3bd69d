import type { Lever, RampShape, UnitCost, YearValue } from "../../core/domain.ts";
import { leverKind } from "../../core/levers/index.ts";
import type { LeverUnit } from "../../core/levers/lever.ts";
import { distributionQuantile } from "../../core/numeric/distribution.ts";
import { distributionText } from "../distribution-text.ts";
import type { Language } from "../language.ts";
import { moneyText } from "../solution-text.ts";
import { html, type Markup } from "./markup.ts";

/** A line of what is set for a measure beside its numbers: the key of a scenario's file, what it is, its value. */
export interface CourseLine {
  readonly key: string;
  readonly label: string;
  readonly value: Markup | string;
}

/** Tells how a measure's strength runs over time, which tables or formulas it follows and what it costs. */
export function leverCourse(language: Language, lever: Lever): CourseLine[] {
  const { lagYears, ramp, fadeHalfLifeYears, unitCost } = lever;
  const fixed = (unit: LeverUnit, value: number) =>
    distributionText(language, { unit, max: unit === "share" ? 1 : Number.MAX_VALUE }, { kind: "fixed", value });
  const table = (unit: LeverUnit, points: readonly YearValue[]) =>
    points.map(({ year, value }) => `${year}: ${fixed(unit, value)}`).join("; ");
  const tables = Object.entries(leverKind(lever.kind)?.tables ?? {}).flatMap(([key, { unit, describe }]) => {
    const [points, formula] = [lever.tables?.[key], lever.formulas?.[key]];
    const value = points ? table(unit, points) : formula ? html`<code>${formula.text}</code>` : null;
    return value === null ? [] : [{ key, label: language.local(describe), value }];
  });
  const lines: (CourseLine | false)[] = [
    ...tables,
    lagYears > 0 && { key: "lag", label: language.say("lever.lag"), value: fixed("years", lagYears) },
    ramp.shape !== "step" && {
      key: "ramp",
      label: language.say("lever.ramp"),
      value: ramp.points
        ? table("share", ramp.points)
        : language.say(`ramp.${ramp.shape as Exclude<RampShape, "table">}`, { over: fixed("years", ramp.overYears) }),
    },
    fadeHalfLifeYears !== null && {
      key: "fade",
      label: language.say("lever.fade"),
      value: fixed("years", fadeHalfLifeYears),
    },
    unitCost !== undefined && {
      key: "unitCost",
      label: language.say("lever.cost"),
      value: costText(language, unitCost),
    },
  ];
  return lines.filter((line) => line !== false);
}

function costText(language: Language, { value, currency, per, priceYear }: UnitCost): string {
  const money = (amount: number) => moneyText(language, amount, currency);
  const [low, high] = [0.05, 0.95].map((level) => money(distributionQuantile(value, level)));
  const amount =
    value.kind === "fixed"
      ? money(value.value)
      : language.say("distribution.range90", { range: language.say("unit.range", { low, high }) });
  const cost = language.say(`lever.per.${per}`, { cost: amount });
  return priceYear === null ? cost : language.say("lever.prices", { cost, year: priceYear });
}
