import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { median, report, timeProgram } from "./measure.mjs";

const ROUNDS = 5;
/** What a run of all shipped scenarios at 10,000 draws, each explained, may take on two cores. */
const BUDGET_MS = 8000;

/** All shipped scenarios at 10,000 draws, explained and with every file written, against its budget. */
export default function fullRun() {
  const out = mkdtempSync(join(tmpdir(), "covercast-bench-"));
  const words = ["dist/cli.js", "run", "--quiet", "--draws", "10000", "--out", out];
  try {
    const took = median(Array.from({ length: ROUNDS }, () => timeProgram(process.execPath, words)));
    report("run, all scenarios, 10,000 draws", `${took.toFixed(0)} ms`, `budget: ${BUDGET_MS} ms`, took / BUDGET_MS);
  } finally {
    rmSync(out, { recursive: true, force: true });
  }
}
