import type { History, HistoryPoint, Pace } from "../domain.ts";

/** Years over which the recent pace is taken, where the history reaches back so far. */
const RECENT_YEARS = 3;

/** Measures the pace between two situations; years apart > 0. */
export function pace(
  from: { year: number; coverage: number; participants: number },
  to: { year: number; coverage: number; participants: number },
): Pace {
  const years = to.year - from.year;
  const uncoveredLeft = Math.max(0, 1 - to.coverage) / Math.max(1e-9, 1 - from.coverage);
  return {
    fromYear: from.year,
    toYear: to.year,
    personsPerYear: (to.participants - from.participants) / years,
    coveragePerYear: (to.coverage - from.coverage) / years,
    hazard: 1 - uncoveredLeft ** (1 / years),
  };
}

/** Returns the pace of the last three years, or of the shortest longer stretch that the history has; null below two. */
export function recentPace(history: History): Pace | null {
  const last = history.points.at(-1);
  if (last === undefined) return null;
  const before = history.points.filter((p) => p.year <= last.year - RECENT_YEARS).at(-1) ?? history.points[0];
  return before.year < last.year ? pace(before, last) : null;
}

/** Returns the fastest pace in points a year over any stretch of at least three years; null where there is none. */
export function bestPace(history: History): Pace | null {
  let best: Pace | null = null;
  history.points.forEach((from: HistoryPoint, i) => {
    const to = history.points.slice(i + 1).find((p) => p.year >= from.year + RECENT_YEARS);
    if (to === undefined) return;
    const candidate = pace(from, to);
    if (best === null || candidate.coveragePerYear > best.coveragePerYear) best = candidate;
  });
  return best;
}
