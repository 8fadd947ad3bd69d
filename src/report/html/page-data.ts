import type { Run } from "../../core/domain.ts";
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

/** Digits of a result in a page: finer than what the page holds its own results against, by more than half. */
const digits = 10;
/** Digits of what is only shown: finer than a pixel of any chart. */
const shownDigits = 6;

/** Writes page data as JSON in which nothing stands twice; results are rounded, what they are made from is not. */
export function writePageData(data: PageData): string {
  const projections = data.run.projections.map((projection) => ({
    ...projection,
    summary: rounded(projection.summary, digits),
    assessments: projection.assessments.map((a) => ({
      ...(rounded(a, digits) as object),
      goal: a.goal,
      outcome: a.outcome,
    })),
    analysis: rounded(projection.analysis, shownDigits),
  }));
  const backtest = rounded(data.run.backtest, shownDigits);
  const nowcasts = rounded(data.run.nowcasts, shownDigits);
  return JSON.stringify(packShared({ ...data, run: { ...data.run, projections, backtest, nowcasts } }));
}

function rounded(value: unknown, digits: number): unknown {
  if (typeof value === "number") return Number(value.toPrecision(digits));
  if (typeof value !== "object" || value === null) return value;
  if (Array.isArray(value)) return value.map((inner) => rounded(inner, digits));
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, rounded(inner, digits)]));
}

/** Reads what `writePageData` wrote. */
export function readPageData(text: string): PageData {
  return unpackShared(JSON.parse(text) as SharedJson) as PageData;
}
