import { fitTrend } from "../dist/index.js";

/** Readings of a made-up scheme: 20 years of growth that slows down. */
export const years = Array.from({ length: 20 }, (_, i) => 2005 + i);
export const shares = years.map((_, i) => 0.85 / (1 + Math.exp(1.5 - 0.18 * i)) + 0.004 * Math.sin(3 * i));
/** A ceiling that somebody might state for it. */
export const CEILING = { mean: 0.9, sd: 0.05 };
const settings = { ceiling: null, window: { from: null, to: null }, curves: [], exclude: [] };

/** Fits the made-up scheme, with nothing stated of its ceiling. */
export function fitMadeUp() {
  return fitTrend({ scheme: "made-up", years, shares, rounding: years.map(() => 0.0005), settings });
}

/** Makes the smallest projection of it: one scheme on one base, no levers, and a ceiling if one is given. */
export function madeUpInput(trend, draws, seed, ceilingPrior, ahead) {
  const persons = years.map((_, i) => 4e7 * 1.01 ** i);
  return {
    scenario: { id: "baseline", world: {}, levers: [] },
    schemes: [
      {
        id: "made-up",
        base: "people",
        baseLagYears: 0,
        sumOf: [],
        within: null,
        outside: [],
        exitRate: { kind: "fixed", value: 0.05 },
        ceilingPrior,
        trend,
        history: { scheme: "made-up", points: [] },
      },
    ],
    bases: [
      {
        base: "people",
        years,
        persons,
        how: years.map(() => "reading"),
        links: [],
        growth: { years: [], mean: [0.007], sd: 0.003 },
        levelSd: 0.004,
      },
    ],
    goals: [],
    outcomes: [],
    run: { horizon: trend.origin + ahead, draws, seed, bands: [0.8] },
    firstYear: trend.origin + 1,
    asOf: null,
  };
}
