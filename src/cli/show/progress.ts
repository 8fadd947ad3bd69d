import cliProgress from "cli-progress";

/** Work shorter than this shows no bar. */
const PATIENCE_MS = 1000;

/** Tells how far a piece of work has come. */
export interface Progress {
  step(label: string): void;
  stop(): void;
}

/** Shows a bar on stderr once the work has taken longer than a second, and only if somebody watches. */
export function openProgress(total: number, watched: boolean): Progress {
  const begun = Date.now();
  let bar: cliProgress.SingleBar | null = null;
  let done = 0;
  return {
    step(label) {
      done += 1;
      if (!watched || Date.now() - begun < PATIENCE_MS) return;
      if (!bar) {
        bar = new cliProgress.SingleBar({
          format: "{bar} {value}/{total} {label}",
          barsize: 24,
          clearOnComplete: true,
          hideCursor: true,
          stream: process.stderr,
        });
        bar.start(total, done, { label });
      }
      bar.update(done, { label });
    },
    stop() {
      bar?.stop();
    },
  };
}
