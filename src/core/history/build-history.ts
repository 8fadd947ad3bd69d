import type { BaseSeries, Data, Finding, History, HistoryPoint, Observation, Scheme, Workspace } from "../domain.ts";
import { isYearEnd } from "../units.ts";
import { yearOf } from "./calendar.ts";
import { completeSums, type Points } from "./complete-sums.ts";
import { groupBy } from "./group-by.ts";
import { leftOut } from "./left-out.ts";
import { buildBaseSeries, type LinkedBase } from "./link-bases.ts";
import { type Dated, isFact, knownBy, publicationDates } from "./vintage.ts";
import { type NoPoint, yearEndPoint } from "./year-end-point.ts";

/** A year end of a scheme that has figures but no point, and why. */
export interface LeftOut {
  readonly scheme: Scheme;
  readonly year: number;
  readonly reason: NoPoint;
  /** The point was filled from total and parts after all. */
  readonly filled: boolean;
  readonly figures: readonly Dated<Observation>[];
}

export interface BuildRequest {
  readonly workspace: Workspace;
  readonly data: Data;
  /** Only figures published by this day count; null: all. */
  readonly asOf: string | null;
}

/** Histories with everything their making knew, for the audit. */
export interface BuiltHistories {
  readonly histories: readonly History[];
  /** By base id, for every base that has a value. */
  readonly linkedBases: ReadonlyMap<string, LinkedBase>;
  readonly leftOut: readonly LeftOut[];
  readonly observations: readonly Dated<Observation>[];
}

/**
 * Builds one consistent year-end series for each scheme, in the workspace's order, on one series for each base.
 *
 * Only readings of 31 December make points, a year without one stays a gap, and every point names by index the figures
 * it uses and their rivals. The findings tell what was left out and why.
 */
export function buildHistories(request: BuildRequest): {
  histories: History[];
  bases: BaseSeries[];
  findings: Finding[];
} {
  const built = build(request);
  return {
    histories: [...built.histories],
    bases: request.workspace.bases.flatMap(({ id }) => built.linkedBases.get(id)?.series ?? []),
    findings: leftOut(request.workspace, built),
  };
}

/** Does the work of `buildHistories` and returns what the audit needs besides. */
export function build({ workspace, data, asOf }: BuildRequest): BuiltHistories {
  const publicationOf = publicationDates(data);
  const observations = knownBy(data.observations, asOf, publicationOf);
  const readings = knownBy(data.bases, asOf, publicationOf);
  const yearEnds = groupBy(
    observations.filter(({ row }) => isYearEnd(row.date)),
    ({ row }) => row.scheme,
  );
  const linkedBases = new Map<string, LinkedBase>();
  for (const definition of workspace.bases) {
    const years = workspace.schemes
      .filter(({ base }) => base === definition.id)
      .flatMap(({ id, baseLagYears }) =>
        (yearEnds.get(id) ?? []).filter((figure) => isFact(figure)).map(({ row }) => yearOf(row.date) - baseLagYears),
      );
    if (years.length === 0) continue;
    const linked = buildBaseSeries({
      definition,
      readings: readings.filter(({ row }) => row.base === definition.id),
      from: Math.min(...years),
      to: Math.max(...years),
      horizon: workspace.run.horizon,
    });
    if (linked.series.years.length > 0) linkedBases.set(definition.id, linked);
  }

  const points: Points = new Map();
  const without: Omit<LeftOut, "filled">[] = [];
  const figuresOf = (scheme: string, year: number) =>
    (yearEnds.get(scheme) ?? []).filter(({ row }) => yearOf(row.date) === year);
  for (const scheme of workspace.schemes) {
    const made = new Map<number, HistoryPoint>();
    points.set(scheme.id, made);
    const base = linkedBases.get(scheme.base) ?? noBase(scheme.base);
    for (const year of new Set((yearEnds.get(scheme.id) ?? []).map(({ row }) => yearOf(row.date)))) {
      const figures = figuresOf(scheme.id, year);
      const point = yearEndPoint(scheme, year, figures, base, workspace.pins);
      if (typeof point === "string") without.push({ scheme, year, reason: point, figures });
      else made.set(year, point);
    }
  }
  completeSums(workspace.schemes, points, (scheme, year) => figuresOf(scheme, year).map(({ index }) => index));
  return {
    observations,
    linkedBases,
    leftOut: without.map((left) => ({ ...left, filled: points.get(left.scheme.id)!.has(left.year) })),
    histories: workspace.schemes.map(({ id }) => ({
      scheme: id,
      points: [...points.get(id)!.values()].sort((a, b) => a.year - b.year),
    })),
  };
}

function noBase(base: string): LinkedBase {
  const growth = { years: [], mean: [], sd: 0 };
  return {
    series: { base, years: [], persons: [], how: [], links: [], growth, levelSd: 0 },
    linked: { regime: "", cells: [], links: [], spans: [], unlinked: [] },
  };
}
