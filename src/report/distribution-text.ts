import type { Distribution } from "../core/domain.ts";
import type { LeverUnit } from "../core/levers/lever.ts";
import { expit } from "../core/units.ts";
import type { Language } from "./language.ts";

/** 5th and 95th percentile of the standard normal distribution (NIST handbook, table of critical values). */
const z95 = 1.6448536269514722;

/** Prints a number that may be uncertain, in the reader's language: `800,000 to 1.6 million, most likely 1.2 million`. */
export function distributionText(language: Language, unit: LeverUnit, distribution: Distribution): string {
  const print = (value: number) => printed(language, unit, value);
  const range = (low: number, high: number) => language.say("unit.range", { low: print(low), high: print(high) });
  switch (distribution.kind) {
    case "fixed":
      return print(distribution.value);
    case "uniform":
      return range(distribution.low, distribution.high);
    case "triangle":
      return language.say("distribution.triangle", {
        range: range(distribution.low, distribution.high),
        mode: print(distribution.mode),
      });
    case "normal":
      return language.say("distribution.normal", { mean: print(distribution.mean), sd: print(distribution.sd) });
    case "lognormal": {
      const { mu, sigma } = distribution;
      return language.say("distribution.range90", {
        range: range(Math.exp(mu - z95 * sigma), Math.exp(mu + z95 * sigma)),
      });
    }
    case "logitnormal": {
      const { mu, sigma } = distribution;
      return language.say("distribution.range90", { range: range(expit(mu - z95 * sigma), expit(mu + z95 * sigma)) });
    }
  }
}

function printed(language: Language, unit: LeverUnit, value: number): string {
  if (!Number.isFinite(value)) return language.say("unit.never");
  switch (unit) {
    case "people":
      return language.people(value);
    case "points-per-year":
      return language.pointsWithUnit(value);
    case "years":
      return language.say("unit.years", { n: language.decimal(value, Number.isInteger(value) ? 0 : 1) });
    case "share":
    case "rate-per-year":
      return language.percent(value);
  }
}
