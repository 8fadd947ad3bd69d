import { type AnalysisRequest, analyse, explainedGoals } from "../core/analyse.ts";
import { curves } from "../core/curves/index.ts";
import type { Analysis, Observation, ProjectionInput } from "../core/domain.ts";
import type { FitCache } from "../core/prepare.ts";
import type { PathCache } from "../core/simulate/path-cache.ts";
import { readWorkspace } from "../input/workspace.ts";
import type { WorkspaceFile } from "../report/html/page-data.ts";

/** A variant to be explained, and what it takes beside its input. */
export interface ExplainVariant {
  readonly input: ProjectionInput;
  /** What it is compared with. */
  readonly reference: ProjectionInput;
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
  const read = readWorkspace(
    workspaceFile,
    curves.map(({ id }) => id),
  );
  if (!read.ok) return null;
  const { workspace } = read.value;
  const { scenario, bases, goals, outcomes, run, asOf, peaks } = input;
  const histories = input.schemes.map(({ history }) => history);
  const prepared = { workspace, scenario, histories, bases, goals, outcomes, run, asOf, ...(peaks && { peaks }) };
  const ids = explainedGoals(workspace, input);
  const request: AnalysisRequest = {
    prepared,
    observations,
    thorough,
    reference,
    goals: goal === null ? ids : [goal, ...ids.filter((id) => id !== goal)],
  };
  return analyse(input, request, fits, cache);
}
