import type { Analysis, Observation, ProjectionInput, Workspace } from "./domain.ts";
import { CovercastError } from "./errors.ts";
import type { LeverPair } from "./explain/chance-map.ts";
import { compare } from "./explain/compare.ts";
import { explainProjection } from "./explain/explain-projection.ts";
import type { Refit } from "./explain/goal-influence.ts";
import { answerTasks } from "./goals/answer-tasks.ts";
import { type FitCache, type PrepareRequest, prepare } from "./prepare.ts";
import type { PathCache } from "./simulate/path-cache.ts";

/** What it takes to explain a projection, beside its input. */
export interface AnalysisRequest {
  readonly prepared: PrepareRequest;
  readonly observations: readonly Observation[];
  /** Whether to ask for all that can be told of it. */
  readonly thorough: boolean;
  /** What the projection is compared with; null for the reference itself. */
  readonly reference: ProjectionInput | null;
  /** Goals to explain, by id, and the two numbers of a map; absent: those that lead the report, and the strongest. */
  readonly goals?: readonly string[];
  readonly pair?: LeverPair;
}

/** Explains one projection for the goals that lead the report. */
export function analyse(
  input: ProjectionInput,
  { prepared, observations, thorough, reference, goals, pair }: AnalysisRequest,
  fits: FitCache,
  cache: PathCache,
): Analysis {
  const solutions = answerTasks(input, cache);
  return {
    ...explainProjection(
      input,
      {
        goals: goals ?? explainedGoals(prepared.workspace, input),
        thorough,
        asked: goals !== undefined,
        ...(pair && { pair }),
        histories: prepared.histories,
        observations,
        refit: refitter(prepared, fits),
      },
      cache,
    ),
    ...(reference && { comparison: compare(input, reference, cache) }),
    ...(solutions && { solutions }),
  };
}

/** The goals that lead the report, by id: the workspace's own, or all. */
export function explainedGoals({ headlineGoals }: Workspace, { goals }: ProjectionInput): readonly string[] {
  return headlineGoals.length > 0 ? headlineGoals : goals.map(({ id }) => id);
}

/** Fits a projection again to other histories; what is too short to be fitted is told by null. */
export function refitter(prepared: PrepareRequest, fits: FitCache): Refit {
  return (histories) => {
    try {
      return prepare({ ...prepared, histories }, fits);
    } catch (error) {
      if (error instanceof CovercastError) return null;
      throw error;
    }
  };
}
