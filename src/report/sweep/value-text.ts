import type { SweepVariable } from "../../core/domain.ts";
import type { Language } from "../language.ts";

/** Prints a value of a number that a sweep moves, in the reader's way: `40%`, `1.2 million`, `0.4 points`. */
export function valueText(language: Language, unit: SweepVariable["unit"], value: number): string {
  switch (unit) {
    case "share":
    case "rate-per-year":
      return language.percent(value, decimalsOf(value * 100));
    case "points-per-year":
      return language.say("unit.points", { n: language.decimal(value * 100, decimalsOf(value * 100)) });
    case "people":
      return language.people(value);
    case "years":
      return language.say("unit.years", { n: language.decimal(value, decimalsOf(value)) });
    case "number":
      return language.decimal(value, decimalsOf(value));
  }
}

/** Decimals that a number needs, two at most. */
function decimalsOf(value: number): number {
  return [0, 1].find((decimals) => Math.abs(value - Number(value.toFixed(decimals))) < 1e-9) ?? 2;
}
