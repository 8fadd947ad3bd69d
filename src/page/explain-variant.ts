import { type AnalysisRequest, analyse, explainedGoals } from "../core/analyse.ts";
import type { Analysis, Observation, ProjectionInput } from "../core/domain.ts";
import type { FitCache } from "../core/prepare.ts";
import type { PathCache } from "../core/simulate/path-cache.ts";
import type { WorkspaceFile } from "../report/html/page-data.ts";
import { prepareRequest } from "./prepare-request.ts";

/** A variant to be explained, and what it takes beside its input. */
export interface ExplainVariant {
  readonly input: ProjectionInput;
  /** What it is compared with; null for the reference itself. */
  readonly reference: ProjectionInput | null;
  /** The workspace's own file: what trends are fitted by when readings are drawn anew. */
  readonly workspaceFile: WorkspaceFile;
  readonly observations: readonly Observation[];
  /** The goal that the reader has chosen; null: the workspace's first. */
  readonly goal: string | null;
  readonly thorough: boolean;
}

/** Explains a variant as the command line would; null where the workspace's file is not understood. */
export function explainVariant(
  { input, reference, workspaceFile, observations, goal, thorough }: ExplainVariant,
  fits: FitCache,
  cache: PathCache,
): Analysis | null {
  const prepared = prepareRequest(input, workspaceFile);
  if ("diagnostics" in prepared) return null;
  const ids = explainedGoals(prepared.request.workspace, input);
  const request: AnalysisRequest = {
    prepared: prepared.request,
    observations,
    thorough,
    reference,
    ...(goal !== null && { goals: [goal, ...ids.filter((id) => id !== goal)] }),
  };
  return analyse(input, request, fits, cache);
}
