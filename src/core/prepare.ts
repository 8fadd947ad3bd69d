import type {
  BaseSeries,
  Goal,
  History,
  Outcome,
  ProjectionInput,
  RunSettings,
  Scenario,
  Scheme,
  SchemeInput,
  TrendSettings,
  Workspace,
  YearEndPeak,
} from "./domain.ts";
import { CovercastError, type Diagnostic } from "./errors.ts";
import { fitTrend } from "./fit/fit-trend.ts";
import { IPCC_SCALE } from "./goals/likelihood.ts";

/** Fits that scenarios share; keys are the inputs of the fit. */
export type FitCache = Map<string, ReturnType<typeof fitTrend>>;

export interface PrepareRequest {
  readonly workspace: Workspace;
  readonly scenario: Scenario;
  /** Histories and bases as known on `asOf`. */
  readonly histories: readonly History[];
  readonly bases: readonly BaseSeries[];
  readonly goals: readonly Goal[];
  readonly outcomes: readonly Outcome[];
  readonly run: RunSettings;
  readonly asOf: string | null;
  /** How far year ends stand above other months; absent: not known. */
  readonly peaks?: readonly YearEndPeak[];
}

/**
 * Turns histories and a scenario into all that the engine needs. The only caller of the fit.
 *
 * Throws a CovercastError that names every scheme without enough history, every base without a reading and every lever on a total.
 */
export function prepare(request: PrepareRequest, fits: FitCache = new Map()): ProjectionInput {
  const { workspace, scenario, histories, run } = request;
  const problems: Diagnostic[] = [];
  const schemes = workspace.schemes.map((scheme): SchemeInput => {
    const history = histories.find((h) => h.scheme === scheme.id) ?? { scheme: scheme.id, points: [] };
    const { exitRate, title, short, base, baseLagYears, sumOf, within, id } = scheme;
    const outside = partsBefore(scheme, workspace.schemes);
    const settings: TrendSettings = { ...scheme.trend, ...scenario.trend[id] };
    const ceilingPrior = settings.ceiling;
    const common = { id, title, short, base, baseLagYears, sumOf, within, outside, exitRate, ceilingPrior, history };
    if (sumOf.length > 0) {
      problems.push(...leversOnTotal(scheme, scenario));
      return { ...common, trend: null };
    }
    const used = readingsOf(scheme, workspace.schemes, histories, settings);
    if (used.length < 2) {
      problems.push(tooShort(scheme, used.length, request));
      return { ...common, trend: null };
    }
    const fit = {
      scheme: id,
      years: used.map((r) => r.year),
      shares: used.map((r) => r.share),
      rounding: used.map((r) => r.rounding),
      settings,
      ...(workspace.curves && { definitions: workspace.curves }),
    };
    const key = JSON.stringify(fit);
    const trend = fits.get(key) ?? fitTrend(fit);
    fits.set(key, trend);
    return { ...common, trend };
  });
  const used = [...new Set(workspace.schemes.map((scheme) => scheme.base))];
  problems.push(
    ...used.filter((id) => !request.bases.some(({ base }) => base === id)).map((id) => noBase(id, request)),
  );
  if (problems.length > 0) throw new CovercastError(problems);

  const firstYear = Math.min(...schemes.flatMap((s) => (s.trend === null ? [] : [s.trend.origin + 1])));
  if (run.horizon < firstYear) throw new CovercastError([horizonBehind(request, firstYear)]);
  return {
    scenario,
    schemes,
    bases: request.bases,
    goals: request.goals,
    outcomes: request.outcomes,
    run,
    firstYear,
    asOf: request.asOf,
    likelihood: workspace.likelihood ?? IPCC_SCALE,
    ...(request.peaks && { peaks: request.peaks }),
  };
}

/** Readings that a scheme's trend is fitted to: shares of what it is modelled as a share of, inside its window. */
export function readingsOf(
  scheme: Scheme,
  schemes: readonly Scheme[],
  histories: readonly History[],
  settings: TrendSettings,
): { readonly year: number; readonly share: number; readonly rounding: number }[] {
  const history = histories.find((h) => h.scheme === scheme.id) ?? { scheme: scheme.id, points: [] };
  const readings = sharesOf(scheme, partsBefore(scheme, schemes), history, histories);
  return readings.filter((r) => insideWindow(r.year, settings));
}

/** Parts of the same total and base that are named before a scheme. */
function partsBefore(scheme: Scheme, schemes: readonly Scheme[]): string[] {
  const total = schemes.find((s) => s.sumOf.includes(scheme.id));
  const before = total?.sumOf.slice(0, total.sumOf.indexOf(scheme.id)) ?? [];
  return before.filter((id) => schemes.find((s) => s.id === id)?.base === scheme.base);
}

/**
 * Shares that a trend is fitted to: of the base, of the parent's participants for a scheme within another, or of the
 * people whom earlier parts of the same total leave. What earlier parts hold changes slowly, so a year without their
 * reading is bridged; a parent's reading is not.
 */
function sharesOf(scheme: Scheme, outside: readonly string[], history: History, histories: readonly History[]) {
  const of = (id: string) => histories.find((h) => h.scheme === id) ?? { scheme: id, points: [] };
  if (scheme.within !== null) {
    const parent = of(scheme.within);
    return history.points.flatMap((p) => {
      const whole = parent.points.find((q) => q.year === p.year);
      // Of a parent without participants there is no share.
      if (whole === undefined || whole.participants === 0 || whole.coverage === 0) return [];
      const share = Math.min(1, p.participants / whole.participants);
      // Rounding of the two rates adds up in the worst case.
      return [{ year: p.year, share, rounding: (p.rounding + whole.rounding) / whole.coverage }];
    });
  }
  return history.points.map((p) => {
    const left = 1 - outside.reduce((sum, id) => sum + coverageBetween(of(id), p.year), 0);
    return { year: p.year, share: Math.min(1, p.coverage / left), rounding: p.rounding / left };
  });
}

/** Reads a history's coverage in a year, on the straight line between its readings and held beyond its ends. */
function coverageBetween({ points }: History, year: number): number {
  const after = points.find((p) => p.year >= year);
  const before = points.filter((p) => p.year <= year).at(-1);
  if (before === undefined || after === undefined) return (before ?? after)?.coverage ?? 0;
  if (after.year === before.year) return after.coverage;
  const way = (year - before.year) / (after.year - before.year);
  return before.coverage + way * (after.coverage - before.coverage);
}

const insideWindow = (year: number, { window, exclude }: TrendSettings) =>
  (window.from === null || year >= window.from) &&
  (window.to === null || year <= window.to) &&
  !exclude.some((e) => e.year === year);

function leversOnTotal(scheme: Scheme, scenario: Scenario): Diagnostic[] {
  return scenario.levers
    .filter((lever) => lever.target === scheme.id)
    .map((lever) => ({
      code: "scenario/lever-on-total",
      severity: "error",
      message: `levers.${lever.id} acts on ${scheme.id}, which is the sum of ${scheme.sumOf.join(" and ")}`,
      place: { file: scenario.file, line: 1, column: 1 },
      path: `levers.${lever.id}.scheme`,
      hint: `let it act on ${scheme.sumOf.join(" or ")}`,
    }));
}

function tooShort(scheme: Scheme, points: number, { workspace, asOf }: PrepareRequest): Diagnostic {
  return {
    code: "history/too-short",
    severity: "error",
    message: `${scheme.id} has ${points} usable year-end reading${points === 1 ? "" : "s"}${asOf === null ? "" : ` published by ${asOf}`}; a trend needs two or more`,
    place: workspace.places?.[`schemes.${scheme.id}`] ?? null,
    path: `schemes.${scheme.id}`,
    hint: "add 31 December readings to the observations, widen trend.window, or take the scheme out",
  };
}

function noBase(id: string, { workspace, asOf }: PrepareRequest): Diagnostic {
  const definition = workspace.bases.find((base) => base.id === id);
  const dated = definition?.reading === "year-average" ? "1 July" : "31 December";
  return {
    code: "history/no-base",
    severity: "error",
    message: `the base ${id} has no usable reading${asOf === null ? "" : ` published by ${asOf}`}, so that nothing can be a share of it`,
    place: workspace.places?.[`bases.${id}`] ?? null,
    path: `bases.${id}`,
    hint: `its readings must be dated ${dated}, as its reading says, and be of the regime ${definition?.regime ?? "named"} or linked to it`,
  };
}

function horizonBehind({ workspace, run: { horizon } }: PrepareRequest, firstYear: number): Diagnostic {
  return {
    code: "run/horizon-behind",
    severity: "error",
    message: `the horizon ${horizon} lies before the first year to project, ${firstYear}`,
    place: (horizon === workspace.run.horizon && workspace.places?.["run.horizon"]) || null,
    path: "run.horizon",
    hint: `set a horizon of ${firstYear} or later`,
  };
}
