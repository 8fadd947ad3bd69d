import type { Distribution } from "../core/domain.ts";
import type { LeverParameter } from "../core/levers/lever.ts";
import { distributionQuantile } from "../core/numeric/distribution.ts";
import { expit } from "../core/units.ts";
import { percentDecimals } from "./goal-text.ts";
import type { Language } from "./language.ts";

/** 95th percentile of the standard normal distribution (NIST handbook, table of critical values). */
const z95 = 1.6448536269514722;

/**
 * Prints a lever's number, which may be uncertain, in the reader's language: `800,000 to 1.6 million, most likely
 * 1.2 million`. A parameter that nobody describes is printed as a plain number.
 */
export function distributionText(
  language: Language,
  parameter: Pick<LeverParameter, "unit" | "max"> | undefined,
  distribution: Distribution,
): string {
  const print = (value: number) => printed(language, parameter, value);
  const range = (low: number, high: number) => language.say("unit.range", { low: print(low), high: print(high) });
  switch (distribution.kind) {
    case "fixed":
      if (!Number.isFinite(distribution.value)) return language.say("unit.never");
      return withUnit(language, parameter, print(distribution.value));
    case "uniform":
      return withUnit(language, parameter, range(distribution.low, distribution.high));
    case "triangle":
    case "pert":
      return language.say("distribution.triangle", {
        range: withUnit(language, parameter, range(distribution.low, distribution.high)),
        mode: print(distribution.mode),
      });
    case "normal":
      return withUnit(
        language,
        parameter,
        language.say("distribution.normal", { mean: print(distribution.mean), sd: print(distribution.sd) }),
      );
    case "lognormal":
      return middle90(distribution, Math.exp);
    case "logitnormal":
      return middle90(distribution, expit);
    case "beta":
      return language.say("distribution.range90", {
        range: range(distributionQuantile(distribution, 0.05), distributionQuantile(distribution, 0.95)),
      });
    case "discrete":
      return distribution.values
        .map(
          (value, i) =>
            `${withUnit(language, parameter, print(value))} (${language.percent(distribution.weights[i], 0)})`,
        )
        .join(", ");
  }

  function middle90({ mu, sigma }: { mu: number; sigma: number }, back: (z: number) => number): string {
    const text = withUnit(language, parameter, range(back(mu - z95 * sigma), back(mu + z95 * sigma)));
    return language.say("distribution.range90", { range: text });
  }
}

type Described = Pick<LeverParameter, "unit" | "max"> | undefined;

function printed(language: Language, parameter: Described, value: number): string {
  if (parameter?.unit === "people") return language.people(value);
  if (parameter?.unit === "points-per-year")
    return language.decimal(value * 100, Number.isInteger(value * 100) ? 0 : 1);
  if (parameter?.unit === "number") return language.decimal(value, Math.min(2, percentDecimals(value / 100)));
  const isShare = parameter?.unit === "share" || (parameter?.unit === "rate-per-year" && parameter.max <= 1);
  if (isShare) return language.percent(value, Math.min(1, percentDecimals(value)));
  return language.decimal(value, Number.isInteger(value) ? 0 : 1);
}

/** Words that follow a number or a range once. */
function withUnit(language: Language, parameter: Described, text: string): string {
  if (parameter?.unit === "points-per-year") return language.say("unit.points", { n: text });
  if (parameter?.unit === "years") return language.say("unit.years", { n: text });
  return text;
}
