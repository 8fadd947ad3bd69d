import { levels, pitCells, scoreOf } from "../../src/core/backtest/score.ts";
import type { Backtest, PastForecast } from "../../src/core/domain.ts";

/** Makes up past forecasts of some schemes: misses that grow with the years ahead and change sides, one far off. */
export function pastOf(schemes: readonly string[]): Backtest {
  const forecasts = schemes.flatMap((scheme, s) =>
    [2020, 2021, 2022, 2023].flatMap((origin) =>
      [1, 2, 3].map((ahead): PastForecast => {
        const outcome = 0.3 + 0.1 * s + 0.01 * (origin + ahead - 2020);
        const spread = 0.01 * ahead;
        const error = (origin + ahead + s) % 3 === 0 ? spread : -0.4 * spread;
        const miss = origin === 2020 && ahead === 3 ? 0.05 : error;
        return {
          scheme,
          origin,
          year: origin + ahead,
          outcome,
          quantiles: levels.map((level) => outcome + miss + 3 * spread * (level - 0.5)),
          pit: Math.min(0.99, Math.max(0.01, 0.5 - miss / (3 * spread))),
          crps: Math.abs(miss) / 2,
          wis: Math.abs(miss) / 2,
          scale: 0.01,
          references: [
            { curve: "naive", median: outcome - 0.01 * ahead, wis: 0.008 * ahead },
            { curve: "last-pace", median: outcome + 0.02 * ahead, wis: 0.01 * ahead },
          ],
        };
      }),
    ),
  );
  const pick = (kept: (f: PastForecast) => boolean) => scoreOf(forecasts.filter(kept))!;
  return {
    kind: "history",
    cuts: ["2020", "2021", "2022", "2023"],
    draws: 1000,
    readings: 4,
    furthest: 6,
    levels,
    forecasts,
    goals: [{ goal: "made-up", scheme: schemes[0]!, origin: 2020, year: 2022, probability: 0.3, met: false }],
    all: scoreOf(forecasts),
    byScheme: schemes.map((scheme) => ({ scheme, score: pick((f) => f.scheme === scheme) })),
    byYearsAhead: [1, 2, 3].map((years) => ({ years, score: pick((f) => f.year - f.origin === years) })),
    pit: pitCells(forecasts),
    brier: 0.09,
  };
}
