import type { Goal, History, Outcome } from "../domain.ts";
import { meets } from "./assess.ts";

/**
 * Tells of every goal whose year has been read what became of it.
 *
 * `histories` hold all that is known today, `atOrigin` what the projection rests on: in a replay, a goal's year may be
 * known in the first alone. A rate is judged as it was printed, since that is the measure on which the goal was set;
 * where none was printed, on today's base. A goal whose year has no reading has no outcome.
 */
export function outcomes(
  goals: readonly Goal[],
  histories: readonly History[],
  atOrigin: readonly History[],
): Outcome[] {
  const reading = (from: readonly History[], goal: Goal) =>
    from.find(({ scheme }) => scheme === goal.scheme)?.points.find(({ year }) => year === goal.year);
  return goals.flatMap((goal) => {
    const point = reading(histories, goal);
    if (point === undefined) return [];
    const value = goal.measure === "coverage" ? (point.published ?? point.coverage) : point.participants;
    return {
      goal: goal.id,
      value,
      met: meets(goal, value),
      status: point.status,
      knownAtOrigin: reading(atOrigin, goal) !== undefined,
      sources: point.sources,
    };
  });
}
