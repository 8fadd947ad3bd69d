import { parentPort, workerData } from "node:worker_threads";
import { type Case, filesOfCase } from "./cases.ts";
import { judge, type Verdict } from "./judge.ts";

/** What the worker is asked: a case, and files that stand in the place of the case's own while it is made smaller. */
export interface Asked {
  readonly given: Case;
  readonly files?: ReadonlyMap<string, Uint8Array>;
}

/** What it answers. */
export interface Answer {
  readonly verdict: Verdict;
  readonly milliseconds: number;
}

const { root } = workerData as { readonly root: string };
const port = parentPort;
port?.on("message", async ({ given, files }: Asked) => {
  const from = performance.now();
  const verdict = await judge(files ?? filesOfCase(given), given.command, root);
  port.postMessage({ verdict, milliseconds: performance.now() - from } satisfies Answer);
});
