import { type Answers, answerer, type Question } from "./answer.ts";
import { quietEngine } from "./quiet-engine.ts";
import { startThread } from "./thread.ts";

/** Asks the page's engine; an answer may be long in coming, but the page stays awake meanwhile. */
export interface Engine {
  ask<Q extends Question>(question: Q): Promise<Answers[Q["task"]]>;
}

/** Starts the engine on a second thread made from the page's own script; without threads it works in quiet moments. */
export function openEngine(script: string): Engine {
  const quiet = quietEngine();
  let broken = false;
  // Some browsers refuse a thread only once it is started.
  const thread = startThread(script, () => {
    broken = true;
  });
  if (thread === null) return quiet;
  return {
    async ask(question) {
      if (broken) return quiet.ask(question);
      try {
        return await thread.ask(question);
      } catch (error) {
        if (broken) return quiet.ask(question);
        throw error;
      }
    },
  };
}

/** What a thread of its own does: answers what it is asked. */
export function serveEngine(): void {
  const answer = answerer();
  addEventListener("message", ({ data }: MessageEvent<{ id: number; question: Question }>) => {
    try {
      postMessage({ id: data.id, answer: answer(data.question) });
    } catch (error) {
      postMessage({ id: data.id, failed: error instanceof Error ? error.message : String(error) });
    }
  });
}
