import type { Assessment } from "../core/domain.ts";

/** Groups assessments that a key calls the same, in the order in which each group first appears. */
function groupBy(assessments: readonly Assessment[], key: (a: Assessment) => string): Assessment[][] {
  const groups = new Map<string, Assessment[]>();
  for (const a of assessments) groups.set(key(a), [...(groups.get(key(a)) ?? []), a]);
  return [...groups.values()];
}

/** Groups goals that ask for the same thing and differ by the instrument alone. */
export function sameGoals(assessments: readonly Assessment[]): Assessment[][] {
  return groupBy(assessments, ({ goal: g }) => [g.scheme, g.year, g.measure, g.value, g.comparator].join("|"));
}

/** Groups goals of one scheme and year: one answer, with its variants. */
export function goalsOfOneYear(assessments: readonly Assessment[]): Assessment[][] {
  return groupBy(assessments, ({ goal: g }) => `${g.scheme}|${g.year}`);
}

/** Picks one goal for each scheme and year, the first that is not reached yet: what a chart of reaching it is about. */
export function goalsToReach(assessments: readonly Assessment[]): Assessment[] {
  return goalsOfOneYear(assessments).flatMap((group) => {
    const next = group.find((a) => a.firstMet !== null && !a.alreadyMet);
    return next ? [next] : [];
  });
}
