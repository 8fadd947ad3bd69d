import type { LeverSolution, Projection, ProjectionInput, SolveQuestion } from "../core/domain.ts";
import { solveLever } from "../core/goals/solve.ts";
import { project } from "../core/project.ts";
import { RecentCache } from "../core/sweep/recent-cache.ts";
import { type ReadRequest, type ReadResult, readVariant } from "./read-variant.ts";

/** What the page's main thread asks of the second one. */
export type Question =
  | { readonly task: "project"; readonly input: ProjectionInput }
  | { readonly task: "solve"; readonly input: ProjectionInput; readonly question: SolveQuestion }
  | ({ readonly task: "read" } & ReadRequest);

/** What comes back, by task. */
export interface Answers {
  readonly project: Projection;
  readonly solve: LeverSolution;
  readonly read: ReadResult;
}

/** Answers questions one after the other, and keeps between them what does not change from one to the next. */
export function answerer(): <Q extends Question>(question: Q) => Answers[Q["task"]] {
  const cache = new RecentCache();
  const answer = (question: Question): Answers[Question["task"]] => {
    if (question.task === "read") return readVariant(question);
    const found =
      question.task === "solve" ? solveLever(question.input, question.question, cache) : project(question.input, cache);
    cache.nextPoint();
    return found;
  };
  return answer as never;
}
