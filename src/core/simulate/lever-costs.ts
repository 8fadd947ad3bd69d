import type { Draws, ProjectionInput } from "../domain.ts";
import { leverClock } from "../levers/ramp.ts";
import { distributionQuantile } from "../numeric/distribution.ts";
import { Stream } from "../numeric/stream.ts";
import { leverValues } from "./lever-values.ts";
import type { PathCache } from "./path-cache.ts";

/** What a lever costs its payer, by year: means over the draws, in the money and prices of its unit cost. */
export interface LeverCost {
  readonly lever: string;
  readonly currency: string;
  readonly priceYear: number | null;
  readonly years: readonly number[];
  readonly mean: readonly number[];
}

/**
 * Works out what levers cost that are paid for every participant of their scheme, for those whose unit cost is stated
 * for a person-year: unit cost x units a participant x participants at the year's end, draw by draw.
 */
export function leverCosts(input: ProjectionInput, draws: Draws, cache: PathCache): LeverCost[] {
  const { seed } = input.run;
  const { years, draws: n } = draws;
  return leverValues(input.scenario.levers, () => seed, n, cache).flatMap(
    ({ lever, kind, values, count }): LeverCost[] => {
      const { unitCost } = lever;
      const scheme = draws.schemes.indexOf(lever.target);
      if (!kind.unitsPerParticipant || unitCost?.per !== "person-year" || scheme < 0) return [];
      const stream = new Stream(seed, `lever/${lever.id}/unitCost`);
      const prices = Float64Array.from({ length: n }, (_, draw) =>
        Math.max(0, distributionQuantile(unitCost.value, stream.uniform(draw, 0))),
      );
      const mean = years.map((year, y) => {
        const clock = leverClock(lever, year);
        const from = (scheme * years.length + y) * n;
        let sum = 0;
        for (let draw = 0; draw < n; draw++) {
          const own = values.subarray(draw * count, (draw + 1) * count);
          const units = kind.unitsPerParticipant?.(own, clock) ?? 0;
          sum += prices[draw] * units * draws.participants[from + draw];
        }
        return sum / n;
      });
      return [{ lever: lever.id, currency: unitCost.currency, priceYear: unitCost.priceYear, years, mean }];
    },
  );
}
