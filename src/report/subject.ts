import type {
  Assessment,
  Goal,
  HistoryPoint,
  Projection,
  Run,
  SchemeInput,
  SchemeSummary,
  Source,
} from "../core/domain.ts";
import type { Language } from "./language.ts";

/** Whether a page has come to the figures that were printed in it, with the engine that it carries. */
export type Seal =
  | { readonly state: "working" }
  | { readonly state: "equal"; readonly figures: number; readonly tolerance: number }
  | { readonly state: "differs"; readonly by: number }
  | { readonly state: "failed"; readonly reason: string };

/** What a report has only while a page's script runs it. */
export interface Live {
  readonly seal: Seal;
  /** What the reader has changed in the scenario shown, each in words; empty: nothing. */
  readonly changes: readonly string[];
  /** Variants that the reader keeps beside the one shown, by letter. */
  readonly pins: readonly { readonly letter: string; readonly projection: Projection }[];
  /** Where the projection shown has no explanation: whether one is being worked out. Absent: it has one, or never had. */
  readonly unexplained?: "working" | "never";
}

/** What one report tells of: the whole run seen from one projection, in one language. */
export interface Subject {
  readonly run: Run;
  /** The projection that leads; in the comparing report the reference itself. */
  readonly projection: Projection;
  readonly reference: Projection;
  /** True for the one report that compares all scenarios. */
  readonly comparing: boolean;
  readonly language: Language;
  /** Absent in what is written to a file. */
  readonly live?: Live;
}

/** Returns the projection that the others are compared with; the first where the run does not hold it. */
export function referenceOf(run: Run): Projection {
  return run.projections.find((p) => p.input.scenario.id === run.reference) ?? run.projections[0]!;
}

/** Returns a scheme as the engine saw it; undefined where no such scheme was projected. */
export function schemeOf(projection: Projection, scheme: string): SchemeInput | undefined {
  return projection.input.schemes.find((s) => s.id === scheme);
}

/** Returns what was simulated for a scheme. */
export function summaryOf(projection: Projection, scheme: string): SchemeSummary | undefined {
  return projection.summary.schemes.find((s) => s.scheme === scheme);
}

/** Shares closer than this are the same: in a page, figures of other scenarios travel rounded. */
const sameShare = 1e-5;

/**
 * Tells whether a report has something to compare of a scheme: the comparing report always, a scenario's own only where
 * the scenario moves the scheme's coverage.
 */
export function compares({ comparing, projection, reference }: Subject, scheme: string): boolean {
  const [own, other] = [projection, reference].map((p) => summaryOf(p, scheme)?.coverage.flat() ?? []);
  return comparing || own.some((share, i) => Math.abs(share - (other[i] ?? Number.NaN)) > sameShare);
}

/** Reads one quantile of a scheme's coverage or participants; NaN never: null where year or level was not simulated. */
export function quantile(
  projection: Projection,
  scheme: string,
  quantity: "coverage" | "participants",
  level: number,
  year: number,
): number | null {
  const l = projection.summary.levels.findIndex((known) => Math.abs(known - level) < 1e-9);
  const y = projection.summary.years.indexOf(year);
  return summaryOf(projection, scheme)?.[quantity][l]?.[y] ?? null;
}

/** Returns a scheme's readings that the projection rests on, and those that became known later (as in a replay). */
export function readingsOf(subject: Subject, scheme: string): { fitted: HistoryPoint[]; later: HistoryPoint[] } {
  const fitted = schemeOf(subject.projection, scheme)?.history.points ?? [];
  const last = fitted.at(-1)?.year ?? Number.NEGATIVE_INFINITY;
  const full = subject.run.histories.find((h) => h.scheme === scheme)?.points ?? [];
  return { fitted: [...fitted], later: full.filter((p) => p.year > last) };
}

/** Returns one goal's assessment in a projection. */
export function assessmentOf(projection: Projection, goal: string): Assessment | undefined {
  return projection.assessments.find((a) => a.goal.id === goal);
}

/** A goal is open while nobody could know its outcome from the figures that the projection rests on. */
export function isOpen(assessment: Assessment): boolean {
  return assessment.probability !== null && !(assessment.outcome?.knownAtOrigin ?? false);
}

/** Returns the assessments that lead a report: open headline goals, else every open goal. */
export function leadingAssessments(subject: Pick<Subject, "run" | "projection">): Assessment[] {
  const open = subject.projection.assessments.filter(isOpen);
  const headline = subject.run.headlineGoals
    .map((id) => open.find((a) => a.goal.id === id))
    .filter((a): a is Assessment => a !== undefined);
  return headline.length > 0 ? headline : open;
}

/** Returns the goal's value as a share of the base in its year; null where a count meets no projected base. */
export function goalAsCoverage(projection: Projection, goal: Goal): number | null {
  if (goal.measure === "coverage") return goal.value;
  const year = projection.summary.years.indexOf(goal.year);
  const simulated = summaryOf(projection, goal.scheme)?.base[year];
  const recorded = schemeOf(projection, goal.scheme)?.history.points.find((p) => p.year === goal.year)?.base;
  const base = simulated ?? recorded;
  return base === undefined ? null : goal.value / base;
}

/** Looks sources up by id; an id without an entry is shown as it is. */
export function sourcesOf(run: Run, ids: readonly string[]): Source[] {
  return ids.map(
    (id) => run.data.sources.find((s) => s.id === id) ?? { id, title: id, publisher: "", published: null, url: null },
  );
}

/** Returns the year up to which readings were known when the projection was made. */
export function originOf(projection: Projection): number {
  return projection.input.firstYear - 1;
}
