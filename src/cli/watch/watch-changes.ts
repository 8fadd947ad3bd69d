import { setTimeout } from "node:timers/promises";

/** Milliseconds of quiet after which a save counts as finished. */
const QUIET_MS = 40;

/** Names of changed files, as they come in and as they are taken. */
export interface Changes {
  note(file: string): void;
  /** Something has changed that nobody has taken yet. */
  readonly waiting: boolean;
  /** Waits for the next change and until files are quiet; null when the watch is to stop. */
  take(): Promise<{ readonly files: readonly string[]; readonly since: number } | null>;
  /** Waits some milliseconds, or until something changes. */
  pause(milliseconds: number): Promise<void>;
}

/** Collects changes until they are taken; `stop` ends all waiting. */
export function collectChanges(stop: AbortSignal): Changes {
  const files = new Set<string>();
  let first = 0;
  let last = 0;
  let wake = () => {};
  const woken = () =>
    new Promise<void>((resolve) => {
      wake = resolve;
    });
  stop.addEventListener("abort", () => wake());
  return {
    note(file) {
      last = performance.now();
      if (files.size === 0) first = last;
      files.add(file);
      wake();
    },
    get waiting() {
      return files.size > 0;
    },
    async take() {
      while (files.size === 0 && !stop.aborted) await woken();
      for (let left = QUIET_MS; left > 0 && !stop.aborted; left = last + QUIET_MS - performance.now())
        await setTimeout(left, undefined, { signal: stop }).catch(() => {});
      if (stop.aborted) return null;
      const taken = { files: [...files].sort(), since: first };
      files.clear();
      return taken;
    },
    async pause(milliseconds) {
      if (files.size > 0 || stop.aborted) return;
      const timer = new AbortController();
      await Promise.race([woken(), setTimeout(milliseconds, undefined, { signal: timer.signal }).catch(() => {})]);
      timer.abort();
    },
  };
}
