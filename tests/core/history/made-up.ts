import type {
  BaseDefinition,
  BaseReading,
  Data,
  Goal,
  HistoryPoint,
  Observation,
  Pin,
  Scheme,
  Source,
  Workspace,
} from "../../../src/core/domain.ts";
import { knownBy, publicationDates } from "../../../src/core/history/vintage.ts";

/** Made-up figures for the tests of the history; what a test does not name is the dullest that there is. */
export function observation(more: Partial<Observation> = {}): Observation {
  return {
    scheme: "pension",
    date: "2020-12-31",
    participants: null,
    coverage: null,
    participantsRounding: more.participants ? 500 : 0,
    coverageRounding: more.coverage ? 0.00005 : 0,
    base: "workers",
    status: "actual",
    published: null,
    sources: ["report"],
    note: "",
    place: { file: "observations.csv", line: 2, column: 1 },
    ...more,
  };
}

export function reading(date: string, persons: number, more: Partial<BaseReading> = {}): BaseReading {
  return {
    base: "workers",
    date,
    persons,
    status: "actual",
    variant: "",
    regime: "new",
    published: null,
    sources: ["census"],
    note: "",
    place: { file: "bases.csv", line: 2, column: 1 },
    ...more,
  };
}

export function goal(id: string, value: number, more: Partial<Goal> = {}): Goal {
  return {
    id,
    scheme: "pension",
    year: 2025,
    measure: value > 1 ? "participants" : "coverage",
    value,
    comparator: "at-least",
    instrument: id,
    adopted: null,
    sources: ["report"],
    note: "",
    ...more,
  };
}

export function source(id: string, published: string | null = null): Source {
  return { id, title: id, publisher: "", published, url: null };
}

export function scheme(id: string, more: Partial<Scheme> = {}): Scheme {
  return {
    id,
    title: { en: id, vi: id },
    short: id,
    base: "workers",
    baseLagYears: 0,
    sumOf: [],
    within: null,
    exitRate: { kind: "fixed", value: 0.05 },
    trend: { ceiling: { mean: 0.9, sd: 0.1 }, window: { from: null, to: null }, curves: [], exclude: [] },
    ...more,
  };
}

export function definition(more: Partial<BaseDefinition> = {}): BaseDefinition {
  return {
    id: "workers",
    title: { en: "workers" },
    reading: "year-end",
    regime: "new",
    growth: { kind: "fixed", value: 0.01 },
    levelSd: 0,
    ...more,
  };
}

export function workspace(more: Partial<Workspace> = {}): Workspace {
  return {
    file: "covercast.yaml",
    title: { en: "Made-up land" },
    dataPath: "data/datapackage.json",
    schemes: [scheme("pension")],
    bases: [definition()],
    headlineGoals: [],
    pins: [] as Pin[],
    reference: "baseline",
    run: { horizon: 2030, draws: 10, seed: 1, bands: [0.8] },
    locale: "en",
    ...more,
  };
}

export function data(more: Partial<Data> = {}): Data {
  return {
    observations: [],
    bases: [],
    goals: [],
    sources: [source("report", "2023-01-15"), source("census", "2023-01-31")],
    events: [],
    ...more,
  };
}

export function point(year: number, coverage: number, more: Partial<HistoryPoint> = {}): HistoryPoint {
  return {
    year,
    coverage,
    participants: coverage * 1000,
    base: 1000,
    published: coverage,
    rounding: 0.00005,
    status: "actual",
    derivation: "published",
    publishedOn: `${year + 1}-01-15`,
    sources: ["report"],
    note: "",
    used: [0],
    rivals: [],
    ...more,
  };
}

/** Dates rows as the history does, all of them known. */
export function dated<T extends Observation | BaseReading>(rows: readonly T[], sources: readonly Source[] = []) {
  return knownBy(rows, null, publicationDates({ observations: [], bases: [], sources }));
}
