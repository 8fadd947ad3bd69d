import type { Data, Goal } from "../domain.ts";
import { publicationDates } from "./vintage.ts";

/**
 * Keeps the goals that had been set by a day; all of them when `asOf` is null.
 *
 * A goal is known from the day its instrument was adopted, else from the day the first of its sources was published (or
 * is assumed to have been, for one that holds readings), else from 1 January of its own year.
 */
export function goalsKnownBy(data: Data, asOf: string | null): readonly Goal[] {
  if (asOf === null) return data.goals;
  const publicationOf = publicationDates(data);
  const knownFrom = (goal: Goal) =>
    goal.adopted ??
    goal.sources
      .flatMap((id) => {
        const { published } = publicationOf({
          date: `${goal.year}-12-31`,
          status: "projection",
          published: null,
          sources: [id],
        });
        return published === null ? [] : [published];
      })
      .sort()[0] ??
    `${goal.year}-01-01`;
  return data.goals.filter((goal) => knownFrom(goal) <= asOf);
}
