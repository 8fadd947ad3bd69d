import { median, report, timeProgram } from "./measure.mjs";

const ROUNDS = 5;
/** What all explanations of the shipped baseline may take on two cores, start of the program included. */
const BUDGET_MS = 5000;

/** Attribution, spread, assumptions and readings of the shipped baseline at 10,000 draws; and of all reforms together. */
export default function why() {
  for (const scenario of ["baseline", "reform-package"]) {
    const words = ["dist/cli.js", "why", scenario, "--json", "--draws", "10000"];
    const took = median(Array.from({ length: ROUNDS }, () => timeProgram(process.execPath, words)));
    report(`why ${scenario}, 10,000 draws`, `${took.toFixed(0)} ms`, `budget: ${BUDGET_MS} ms`, took / BUDGET_MS);
  }
}
