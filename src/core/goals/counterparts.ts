import type { Assessment, Goal } from "../domain.ts";

/** Two goals ask for the same where the base that makes them one lies no further than this from the median base. */
const APART = 0.15;

/**
 * Finds the goals of the same scheme and year that ask for about the same in the other measure, each value once.
 *
 * A count and a share are one goal on one base alone: 29.334 m people are 60 % of 48.89 m. On any other base the one is met
 * before the other.
 */
export function counterparts(
  goal: Goal,
  goals: readonly Goal[],
  medianBase: number,
): Assessment["counterparts"][number][] {
  const found = goals
    .filter((g) => g.scheme === goal.scheme && g.year === goal.year && g.measure !== goal.measure)
    .filter((g, i, all) => all.findIndex((other) => other.value === g.value) === i)
    .map((other) => {
      const [count, share] = goal.measure === "participants" ? [goal, other] : [other, goal];
      return { goal: other.id, impliedBase: count.value / share.value };
    });
  const apart = ({ impliedBase }: { readonly impliedBase: number }) => Math.abs(Math.log(impliedBase / medianBase));
  return found.filter((other) => apart(other) <= APART).sort((a, b) => apart(a) - apart(b));
}
