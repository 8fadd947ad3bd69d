import type { Projection, ProjectionInput } from "../core/domain.ts";
import { project } from "../core/project.ts";
import { RecentCache } from "../core/sweep/recent-cache.ts";
import { type ReadRequest, type ReadResult, readVariant } from "./read-variant.ts";

/** What the page's main thread asks of the second one. */
export type Question =
  | { readonly task: "project"; readonly input: ProjectionInput }
  | ({ readonly task: "read" } & ReadRequest);

/** What comes back, by task. */
export interface Answers {
  readonly project: Projection;
  readonly read: ReadResult;
}

/** Answers questions one after the other, and keeps between them what does not change from one to the next. */
export function answerer(): <Q extends Question>(question: Q) => Answers[Q["task"]] {
  const cache = new RecentCache();
  const answer = (question: Question): Answers[Question["task"]] => {
    if (question.task === "read") return readVariant(question);
    const projection = project(question.input, cache);
    cache.nextPoint();
    return projection;
  };
  return answer as never;
}
