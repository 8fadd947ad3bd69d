import type { Goal, History, HistoryPoint, Observation, Outcome, Status } from "../domain.ts";
import { STATUS_ORDER } from "./prefer.ts";

/**
 * Tells what became of each goal whose year has a year-end reading in the full histories.
 *
 * A coverage goal is judged on the rate as it was published, which is the official measure, and on the history's own
 * coverage where none was printed; a goal in people on participants. `at-least` and `about` ask for the value or more,
 * `more-than` for more; nothing is forgiven for rounding, so 95.00 is not more than 95. `histories` are those that the
 * projection was fitted to: a reading outside them was known only later. Given the observations, the status is that of
 * the figure judged, `derived` for people whom nobody counted (coverage x base); else it is the point's.
 */
export function goalOutcomes(
  goals: readonly Goal[],
  fullHistories: readonly History[],
  histories: readonly History[],
  observations: readonly Observation[] = [],
): Outcome[] {
  return goals.flatMap((goal) => {
    const point = pointOf(fullHistories, goal);
    if (!point) return [];
    const inPeople = goal.measure === "participants";
    const value = inPeople ? point.participants : (point.published ?? point.coverage);
    const hair = SAME_NUMBER * goal.value;
    return [
      {
        goal: goal.id,
        value,
        met: goal.comparator === "more-than" ? value > goal.value + hair : value >= goal.value - hair,
        status: statusOf(goal, point, observations),
        knownAtOrigin: pointOf(histories, goal) !== undefined,
        sources: point.sources,
      },
    ];
  });
}

/** Relative difference below which two numbers are one: what division by 100 leaves, far below any printed digit. */
const SAME_NUMBER = 1e-12;

function pointOf(histories: readonly History[], goal: Goal): HistoryPoint | undefined {
  return histories.find(({ scheme }) => scheme === goal.scheme)?.points.find(({ year }) => year === goal.year);
}

/** Returns the status of the figure that is judged; people whom nobody counted are derived. */
function statusOf(goal: Goal, point: HistoryPoint, observations: readonly Observation[]): Status {
  const used = point.used.flatMap((index) => observations[index] ?? []);
  if (used.length === 0) return point.status;
  const best = (figures: readonly Observation[]) =>
    STATUS_ORDER.find((status) => figures.some((figure) => figure.status === status));
  if (goal.measure === "participants")
    return best(used.filter(({ participants }) => participants === point.participants)) ?? "derived";
  if (point.published === null) return point.status;
  return best(used.filter(({ coverage }) => coverage === point.published)) ?? point.status;
}
