import { type Answers, answerer, type Question } from "./answer.ts";

/** Asks the page's engine; an answer may be long in coming, but the page stays awake meanwhile. */
export interface Engine {
  ask<Q extends Question>(question: Q): Promise<Answers[Q["task"]]>;
}

interface Message {
  readonly id: number;
  readonly answer?: unknown;
  readonly failed?: string;
}

/** Starts the engine on a second thread made from the page's own script; without threads it works in quiet moments. */
export function openEngine(script: string): Engine {
  const local = answerer();
  const inQuiet: Engine["ask"] = (question) =>
    new Promise((resolve, reject) => {
      const work = () => {
        try {
          resolve(local(question));
        } catch (error) {
          reject(error);
        }
      };
      if ("requestIdleCallback" in window) requestIdleCallback(work);
      else setTimeout(work, 200);
    });
  const worker = startWorker(script);
  if (worker === null) return { ask: inQuiet };

  let last = 0;
  const open = new Map<number, (message: Message) => void>();
  let broken = false;
  worker.addEventListener("message", ({ data }: MessageEvent<Message>) => {
    open.get(data.id)?.(data);
    open.delete(data.id);
  });
  // Some browsers refuse a thread only once it is started.
  worker.addEventListener("error", () => {
    broken = true;
    for (const [id, settle] of open) settle({ id, failed: "" });
    open.clear();
  });
  return {
    ask: (question) =>
      broken
        ? inQuiet(question)
        : new Promise((resolve, reject) => {
            const id = ++last;
            open.set(id, ({ answer, failed }) => {
              if (failed === undefined) resolve(answer as never);
              else if (broken) resolve(inQuiet(question));
              else reject(new Error(failed));
            });
            worker.postMessage({ id, question });
          }),
  };
}

function startWorker(script: string): Worker | null {
  try {
    return new Worker(URL.createObjectURL(new Blob([script], { type: "text/javascript" })));
  } catch {
    return null;
  }
}

/** What the second thread does with itself: answers what it is asked. */
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
