import type { Expectation, Projection } from "../../core/domain.ts";
import type { Diagnostic } from "../../core/errors.ts";

/** Finds what scenarios expect of their results and do not get, each with the line that expects it. */
export function brokenExpectations(projections: readonly Projection[]): Diagnostic[] {
  return projections.flatMap((projection) =>
    projection.input.scenario.expect.flatMap((expectation) => {
      const found = foundFor(expectation, projection);
      return found !== null && holds(expectation, found) ? [] : [broken(expectation, found)];
    }),
  );
}

/** The probability of the goal, else the median coverage in the year (read, where it lies in the past). */
function foundFor({ goal, scheme, year }: Expectation, { assessments, summary, input }: Projection): number | null {
  if (goal !== null) return assessments.find((a) => a.goal.id === goal)?.probability ?? null;
  const column = summary.years.indexOf(year ?? Number.NaN);
  const simulated = summary.schemes.find((s) => s.scheme === scheme);
  const median = simulated?.coverage[summary.levels.indexOf(0.5)][column];
  const read = input.schemes.find((s) => s.id === scheme)?.history.points.find((point) => point.year === year);
  return median ?? read?.coverage ?? null;
}

function holds({ between, probabilityAtLeast }: Expectation, found: number): boolean {
  if (between !== null && (found < between[0] || found > between[1])) return false;
  return probabilityAtLeast === null || found >= probabilityAtLeast;
}

function broken(expectation: Expectation, found: number | null): Diagnostic {
  const { scheme, year, between, goal, probabilityAtLeast, level, place } = expectation;
  const percent = (share: number) => `${Number((share * 100).toFixed(2))}%`;
  const what = goal === null ? `the median coverage of ${scheme} in ${year}` : `the probability of ${goal}`;
  const wanted = [
    ...(between === null ? [] : [`between ${percent(between[0])} and ${percent(between[1])}`]),
    ...(probabilityAtLeast === null ? [] : [`at least ${percent(probabilityAtLeast)}`]),
  ].join(" and ");
  return {
    code: "scenario/expectation",
    severity: level === "warn" ? "warning" : "error",
    message: `${what} is ${found === null ? "not projected" : percent(found)}, expected ${wanted}`,
    place,
    hint:
      found === null
        ? "name a year that is projected, or a goal whose year is"
        : "look at what changed; then mend the assumption, or the expectation",
  };
}
