import type {
  BaseSeries,
  FittedTrend,
  Goal,
  History,
  Lever,
  ProjectionInput,
  Scenario,
  SchemeInput,
} from "../../src/core/domain.ts";
import { logit } from "../../src/core/units.ts";

/** A made-up country of five schemes, small enough to reason about: a total of two parts, one within a part, one alone. */
export const YEARS = [2020, 2021, 2022, 2023, 2024];

const trend = (scheme: string, share: number, pace = 0.08): FittedTrend => ({
  scheme,
  ceiling: 1,
  years: YEARS,
  shares: YEARS.map((_, i) => share * (0.9 + 0.025 * i)),
  origin: 2024,
  originShare: share,
  curves: [
    {
      curve: "drift",
      status: "ok",
      reason: "",
      parameters: [{ name: "pace", estimate: pace, standardError: 0.02 }],
      covarianceRoot: [0.02],
      degreesOfFreedom: 6,
      rho: 1,
      sigma: 0.05,
      atOrigin: 0,
      weight: 0.7,
      aicc: null,
      rollingError: null,
      residuals: [],
    },
    {
      curve: "logit-linear",
      status: "ok",
      reason: "",
      parameters: [
        { name: "level", estimate: logit(share) + 0.03, standardError: 0.03 },
        { name: "pace", estimate: pace * 0.8, standardError: 0.02 },
      ],
      covarianceRoot: [0.03, 0, 0.005, 0.02],
      degreesOfFreedom: 5,
      rho: 0.5,
      sigma: 0.04,
      atOrigin: logit(share) + 0.03,
      weight: 0.3,
      aicc: null,
      rollingError: null,
      residuals: [],
    },
  ],
  calibration: 1.2,
  calibrationForecasts: 4,
  warnings: [],
});

const history = (scheme: string, share: number, base: number): History => ({
  scheme,
  points: YEARS.map((year, i) => {
    const coverage = share * (0.9 + 0.025 * i);
    return {
      year,
      coverage,
      participants: coverage * base,
      base,
      published: coverage,
      rounding: 0.00005,
      status: "actual",
      derivation: "published",
      publishedOn: `${year + 1}-01-15`,
      sources: ["s"],
      note: "",
      used: [],
      rivals: [],
    };
  }),
});

const scheme = (id: string, share: number | null, over: Partial<SchemeInput> = {}): SchemeInput => ({
  id,
  title: { en: id },
  short: id.toUpperCase(),
  base: "labour",
  baseLagYears: 0,
  sumOf: [],
  within: null,
  outside: [],
  ceilingPrior: { mean: 0.9, sd: 0.1 },
  exitRate: { kind: "triangle", low: 0.03, mode: 0.05, high: 0.08 },
  trend: share === null ? null : trend(id, share),
  history: history(id, share ?? 0.45, 40e6),
  ...over,
});

export const labour: BaseSeries = {
  base: "labour",
  years: [2019, ...YEARS],
  persons: [39e6, 39.2e6, 39.4e6, 39.6e6, 39.8e6, 40e6],
  how: ["reading", "reading", "reading", "reading", "reading", "reading"],
  links: [],
  growth: { years: [2025, 2026], mean: [0.007, 0.006], sd: 0.003 },
  levelSd: 0.004,
};

export const goal = (id: string, over: Partial<Goal>): Goal => ({
  id,
  scheme: "total",
  year: 2030,
  measure: "coverage",
  value: 0.5,
  comparator: "at-least",
  instrument: "made up",
  adopted: null,
  sources: [],
  note: "",
  ...over,
});

export const lever = (id: string, kind: string, target: string, over: Partial<Lever> = {}): Lever => ({
  id,
  kind,
  title: null,
  target,
  start: 2026,
  end: null,
  lagYears: 0,
  ramp: { shape: "step", overYears: 0 },
  fadeHalfLifeYears: null,
  parameters: {},
  replacesTrendShare: 0,
  passesOn: true,
  evidence: [],
  note: "",
  ...over,
});

export const scenario: Scenario = {
  id: "baseline",
  file: "scenarios/baseline.yaml",
  title: { en: "Baseline" },
  question: { en: "?" },
  references: [],
  leavesOut: [],
  trend: {},
  world: {},
  levers: [],
  expect: [],
  assumptions: [],
};

/** Builds the projection input of the made-up country with some levers and anything else replaced. */
export function projectionInput(levers: readonly Lever[] = [], over: Partial<ProjectionInput> = {}): ProjectionInput {
  return {
    scenario: { ...scenario, levers },
    schemes: [
      scheme("total", null, { sumOf: ["formal", "voluntary"] }),
      scheme("formal", 0.4),
      scheme("voluntary", 0.05, { outside: ["formal"] }),
      scheme("jobless", 0.85, { within: "formal" }),
      scheme("health", 0.93, { baseLagYears: 1 }),
    ],
    bases: [labour],
    goals: [goal("half", {})],
    outcomes: [],
    run: { horizon: 2032, draws: 400, seed: 11, bands: [0.5, 0.8, 0.95] },
    firstYear: 2025,
    asOf: null,
    ...over,
  };
}
