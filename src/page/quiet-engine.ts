import { solveInSteps } from "../core/goals/solve.ts";
import { RecentCache } from "../core/sweep/recent-cache.ts";
import { answerer } from "./answer.ts";
import type { Engine } from "./engine.ts";
import { projectInSteps } from "./project-in-steps.ts";
import { quietMoment } from "./quiet-moment.ts";

/** Answers on the page's own thread, in quiet moments, for browsers without a second one. */
export function quietEngine(): Engine {
  const answer = answerer();
  const cache = new RecentCache();
  // One question at a time: the steps of two would push each other's work out of the cache.
  let before: Promise<unknown> = Promise.resolve();
  const inTurn = (work: () => Promise<unknown>) => {
    const mine = before.then(work);
    before = mine.catch(() => {});
    return mine as Promise<never>;
  };
  return {
    ask: (question) =>
      inTurn(async () => {
        await quietMoment();
        const steps =
          question.task === "project"
            ? projectInSteps(question.input, cache)
            : question.task === "solve"
              ? solveInSteps(question.input, question.question, cache)
              : null;
        if (steps === null) return answer(question);
        for (;;) {
          const { done, value } = steps.next();
          if (done) {
            cache.nextPoint();
            return value;
          }
          await quietMoment();
        }
      }),
  };
}
