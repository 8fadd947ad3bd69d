import type { Engine } from "./engine.ts";

/** A thread that answers questions one after the other. */
export interface Thread extends Engine {
  /** Ends it; what is still open is refused. */
  end(): void;
}

interface Message {
  readonly id: number;
  readonly answer?: unknown;
  readonly failed?: string;
}

/** Starts a thread from the page's own script; null where the browser has none. `fails` is told if it breaks later. */
export function startThread(script: string, fails: () => void): Thread | null {
  const worker = startWorker(script);
  if (worker === null) return null;
  let last = 0;
  const open = new Map<number, (message: Message) => void>();
  const refuseAll = () => {
    for (const [id, settle] of open) settle({ id, failed: "" });
    open.clear();
  };
  worker.addEventListener("message", ({ data }: MessageEvent<Message>) => {
    open.get(data.id)?.(data);
    open.delete(data.id);
  });
  worker.addEventListener("error", () => {
    fails();
    refuseAll();
  });
  return {
    ask: (question) =>
      new Promise((resolve, reject) => {
        const id = ++last;
        open.set(id, ({ answer, failed }) => {
          if (failed === undefined) resolve(answer as never);
          else reject(new Error(failed));
        });
        worker.postMessage({ id, question });
      }),
    end() {
      worker.terminate();
      refuseAll();
    },
  };
}

function startWorker(script: string): Worker | null {
  try {
    return new Worker(URL.createObjectURL(new Blob([script], { type: "text/javascript" })));
  } catch {
    return null;
  }
}
