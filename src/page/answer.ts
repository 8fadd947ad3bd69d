import type { Analysis, Goal, LeverSolution, Projection, ProjectionInput, SolveQuestion } from "../core/domain.ts";
import { type EarliestYear, earliestYear, solveLever } from "../core/goals/solve.ts";
import type { FitCache } from "../core/prepare.ts";
import { project } from "../core/project.ts";
import { RecentCache } from "../core/sweep/recent-cache.ts";
import { type ExplainVariant, explainVariant } from "./explain-variant.ts";
import { type FitResult, type FitVariant, fitVariant } from "./fit-variant.ts";
import { type ReadRequest, type ReadResult, readVariant } from "./read-variant.ts";

/** What the page's main thread asks of the second one. */
export type Question =
  | { readonly task: "project"; readonly input: ProjectionInput }
  | { readonly task: "solve"; readonly input: ProjectionInput; readonly question: SolveQuestion }
  | { readonly task: "earliest"; readonly input: ProjectionInput; readonly goal: Goal; readonly probability: number }
  | ({ readonly task: "explain" } & ExplainVariant)
  | ({ readonly task: "fit" } & FitVariant)
  | ({ readonly task: "read" } & ReadRequest);

/** What comes back, by task. */
export interface Answers {
  readonly project: Projection;
  readonly solve: LeverSolution;
  readonly earliest: EarliestYear;
  readonly explain: Analysis | null;
  readonly fit: FitResult;
  readonly read: ReadResult;
}

/** Answers questions one after the other, and keeps between them what does not change from one to the next. */
export function answerer(): <Q extends Question>(question: Q) => Answers[Q["task"]] {
  const cache = new RecentCache();
  const fits: FitCache = new Map();
  const ways: { readonly [T in Question["task"]]: (question: Extract<Question, { task: T }>) => Answers[T] } = {
    project: ({ input }) => project(input, cache),
    solve: ({ input, question }) => solveLever(input, question, cache),
    earliest: ({ input, goal, probability }) => earliestYear(input, goal, probability, cache),
    explain: (question) => explainVariant(question, fits, cache),
    fit: (question) => fitVariant(question, fits),
    read: readVariant,
  };
  const answer = (question: Question): Answers[Question["task"]] => {
    const found = ways[question.task](question as never);
    if (question.task !== "read" && question.task !== "fit") cache.nextPoint();
    return found;
  };
  return answer as never;
}
