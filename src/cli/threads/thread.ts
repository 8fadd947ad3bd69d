import { Worker } from "node:worker_threads";
import { assetPath } from "../files/io.ts";
import type { BlockTurns } from "./take-blocks.ts";
import type { SweepTurns } from "./take-points.ts";
import type { Turns } from "./take-turns.ts";

/** What a second thread may be given to do; it takes turns with the first on shared memory. */
export type ThreadWork =
  | { readonly task: "scenarios"; readonly turns: Turns }
  | { readonly task: "series"; readonly turns: BlockTurns }
  | { readonly task: "points"; readonly turns: SweepTurns };

/** Starts a thread; `keep` gets each result with its place, and the promise ends with the thread. */
export function startThread<Result>(work: ThreadWork, keep: (index: number, result: Result) => void): Promise<void> {
  return new Promise((resolve, reject) => {
    const thread = new Worker(assetPath("worker.js"), { workerData: work });
    thread.on("message", ({ index, result }) => keep(index, result));
    thread.on("error", reject);
    thread.on("exit", (code) => (code === 0 ? resolve() : reject(new Error(`a thread ended with code ${code}`))));
  });
}
