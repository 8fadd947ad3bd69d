import type { ProjectionInput, Solutions } from "../domain.ts";
import type { PathCache } from "../simulate/path-cache.ts";
import { solveLever } from "./solve.ts";
import { solveMix } from "./solve-mix.ts";

/**
 * Answers what a scenario asks of itself. A question about a goal whose year is not simulated, as in a replay of a later day,
 * has no answer and is left out. Null where nothing is asked.
 */
export function answerTasks(input: ProjectionInput, cache: PathCache = new Map()): Solutions | null {
  const tasks = (input.scenario.solve ?? []).filter((task) => {
    const goal = input.goals.find((g) => g.id === task.goal);
    return goal !== undefined && goal.year >= input.firstYear && goal.year <= input.run.horizon;
  });
  if (tasks.length === 0) return null;
  return {
    levers: tasks
      .filter(({ mix }) => !mix)
      .flatMap(({ goal, probability, numbers }) =>
        numbers.map((number) => solveLever(input, { goal, probability, ...number }, cache)),
      ),
    mixes: tasks
      .filter(({ mix }) => mix)
      .map(({ goal, probability, numbers }) => solveMix(input, { goal, probability, numbers }, cache)),
  };
}
