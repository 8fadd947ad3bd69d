import type { Analysis } from "../core/domain.ts";
import type { ExplainVariant } from "./explain-variant.ts";
import { startThread, type Thread } from "./thread.ts";

/** Explains variants on a thread of its own, so that figures never wait for explanations. */
export interface Explainer {
  /** Whether the browser has such a thread. */
  can(): boolean;
  /** Explains a variant; null if it could not, or if another one was asked for meanwhile. */
  explain(variant: ExplainVariant): Promise<Analysis | null>;
  /** Stops what is being worked out. */
  stop(): void;
}

/** Prepares the thread, which is started by the first question. */
export function openExplainer(script: string): Explainer {
  let thread: Thread | null = null;
  let busy = false;
  let can = typeof Worker === "function";
  const stop = () => {
    if (!busy) return;
    // Only an end stops it: it hears nothing while it works.
    thread?.end();
    thread = null;
    busy = false;
  };
  return {
    can: () => can,
    stop,
    async explain(variant) {
      stop();
      thread ??= startThread(script, () => {
        can = false;
      });
      const mine = thread;
      can &&= mine !== null;
      if (mine === null || !can) return null;
      busy = true;
      try {
        return await mine.ask({ task: "explain", ...variant });
      } catch {
        return null;
      } finally {
        if (thread === mine) busy = false;
      }
    },
  };
}
