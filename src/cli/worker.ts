import { parentPort, workerData } from "node:worker_threads";
import type { ThreadWork } from "./threads/thread.ts";

// A second thread: it takes turns with the first and hands every result over.
const work = workerData as ThreadWork;
const send = (index: number, result: unknown) => parentPort?.postMessage({ index, result });
if (work.task === "scenarios") await (await import("./threads/take-turns.ts")).takeTurns(work.turns, send);
else if (work.task === "series") await (await import("./threads/take-blocks.ts")).takeBlocks(work.turns, send);
else await (await import("./threads/take-points.ts")).takePoints(work.turns, send);
