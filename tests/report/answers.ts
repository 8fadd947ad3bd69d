import type { Comparison, Solutions } from "../../src/core/domain.ts";

/** Made-up differences of some schemes against the baseline, and made-up answers to what it would take. */
export function answersOf(
  scenario: string,
  step: number,
  years: readonly number[],
  schemes: readonly string[],
): { readonly comparison: Comparison; readonly solutions: Solutions } {
  const grown = (size: number) => years.map((_, y) => step * size * (y / years.length));
  return {
    comparison: {
      scenario,
      with: "baseline",
      draws: 10000,
      years,
      levels: [0.1, 0.5, 0.9],
      schemes: schemes.map((scheme, s) => ({
        scheme,
        // The last scheme is left alone.
        coverage: [0.004, 0.01, 0.018].map((size) => grown(s === schemes.length - 1 ? 0 : size)),
        participants: [0.2e6, 0.5e6, 0.9e6].map((size) => grown(s === schemes.length - 1 ? 0 : size)),
      })),
      goals: [
        comparedGoal("pension-2030", 0.3, 0.2, 0.002),
        comparedGoal("voluntary-2030", 0.2, 0.003, 0.103),
        comparedGoal("unemployment-2030", 0.001, 0, 0),
        comparedGoal("health-2030", 0.9, 0, 0),
      ],
    },
    solutions: {
      levers: [
        {
          goal: "pension-2030",
          probability: 0.8,
          lever: "drive",
          parameter: "compliance",
          unit: "share",
          min: 0,
          max: 1,
          status: "solved",
          value: 0.63,
          reached: 0.8,
          limit: null,
          frontier: [0, 0.25, 0.5, 0.75, 1].map((value) => ({ value, probability: value ** 0.5 })),
        },
        {
          goal: "voluntary-2030",
          probability: 0.9,
          lever: "subsidy",
          parameter: "takeUp",
          unit: "share",
          min: 0,
          max: 0.5,
          status: "beyond",
          value: 0.5,
          reached: 0.4,
          limit: "range",
          frontier: [0, 0.25, 0.5].map((value) => ({ value, probability: value * 0.8 })),
        },
      ],
      mixes: [
        {
          goal: "pension-2030",
          probability: 0.6,
          currency: "XXX",
          status: "solved",
          reached: 0.6,
          levers: [
            { lever: "drive", parameter: "compliance", value: 0.4, cost: 3e9 },
            { lever: "subsidy", parameter: "takeUp", value: 0.1, cost: 1e9 },
          ],
          cost: 4e9,
          frontier: [0.2, 0.4, 0.6].map((probability) => ({ probability, cost: probability * 7e9, levers: [] })),
        },
      ],
    },
  };
}

/** A goal under two scenarios, from how often it is met under the other and on one side alone. */
export function comparedGoal(goal: string, other: number, gained: number, lost: number, draws = 10000) {
  const difference = gained - lost;
  const error = gained + lost === 0 ? 1.5 / draws : Math.sqrt((gained + lost - difference ** 2) / draws);
  return { goal, probability: other + difference, other, difference, error, gained, lost };
}
