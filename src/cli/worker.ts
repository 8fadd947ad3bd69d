import { parentPort, workerData } from "node:worker_threads";
import { type Turns, takeTurns } from "./take-turns.ts";

// A second thread of a run: it takes turns with the first and hands every projection over.
await takeTurns(workerData as Turns, (index, projection) => parentPort?.postMessage({ index, projection }));
