import type { Projection, Run } from "../../core/domain.ts";
import type { CompiledChart } from "../charts/compile.ts";
import { packShared, type SharedJson, unpackShared } from "./shared-json.ts";

/** A file of the workspace, as it was read. */
export interface WorkspaceFile {
  readonly file: string;
  readonly text: string;
}

/**
 * All that the script of a run's pages needs to answer what if: what every scenario is projected from, never the draws.
 * It is the same in each of them, so that it is packed once.
 */
export interface PageData {
  readonly locale: string;
  readonly run: Run;
  /** Compiled specifications by `specKey`. */
  readonly specs: Readonly<Record<string, CompiledChart>>;
  /** The workspace's file and the scenarios, so that a page can read a scenario file as the command line does. */
  readonly files: readonly WorkspaceFile[];
}

/** Digits of the results that a page recomputes: finer than what it holds its own against, by more than half. */
const digits = 10;
/** Digits of what is only shown: finer than a pixel of any chart. */
const shownDigits = 6;

/**
 * Writes page data as JSON in which nothing stands twice; results are rounded to what can be seen of them, what they are
 * made from is not.
 */
export function writePageData(data: PageData): string {
  const projections = data.run.projections.map((projection) => ({
    ...projection,
    ...resultsOf(projection, shownDigits),
    analysis: rounded(projection.analysis, shownDigits),
  }));
  const [backtest, nowcasts] = [data.run.backtest, data.run.nowcasts].map((part) => rounded(part, shownDigits));
  return JSON.stringify(packShared({ ...data, run: { ...data.run, projections, backtest, nowcasts } }));
}

/** Writes the results that one page recomputes, with the digits that it takes to hold the page's own against them. */
export function writePrinted(projection: Projection): string {
  const scenario = projection.input.scenario.id;
  return JSON.stringify(packShared({ scenario, ...resultsOf(projection, digits) }));
}

function resultsOf({ summary, assessments, attributions }: Projection, digits: number) {
  return {
    summary: rounded(summary, digits),
    assessments: assessments.map((a) => ({ ...(rounded(a, digits) as object), goal: a.goal, outcome: a.outcome })),
    attributions: rounded(attributions, digits),
  };
}

function rounded(value: unknown, digits: number): unknown {
  if (typeof value === "number") return Number(value.toPrecision(digits));
  if (typeof value !== "object" || value === null) return value;
  if (Array.isArray(value)) return value.map((inner) => rounded(inner, digits));
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, rounded(inner, digits)]));
}

/** Reads what `writePageData` wrote and, in a line of its own, `writePrinted`. */
export function readPageData(text: string): PageData {
  const [data, printed] = text.split("\n").map((line) => unpackShared(JSON.parse(line) as SharedJson)) as [
    PageData,
    (Partial<Projection> & { scenario: string })?,
  ];
  if (!printed) return data;
  const { scenario, ...results } = printed;
  const projections = data.run.projections.map((p) => (p.input.scenario.id === scenario ? { ...p, ...results } : p));
  return { ...data, run: { ...data.run, projections } };
}
