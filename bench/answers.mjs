import { median, report, timeProgram } from "./measure.mjs";

const ROUNDS = 5;
/** What one number of a lever may take to be found on two cores, start of the program included. */
const BUDGET_MS = 2000;

/** One number of the shipped scenario with the most levers, found at 10,000 draws, as its file asks. */
export default function answers() {
  const goal = ["--goal", "si-2030-resolution-28", "--probability", "50%", "--lever", "decree-159.takeUp"];
  const words = ["dist/cli.js", "solve", "reform-package", ...goal, "--json", "--draws", "10000"];
  const took = median(Array.from({ length: ROUNDS }, () => timeProgram(process.execPath, words)));
  report("solve one number, 10,000 draws", `${took.toFixed(0)} ms`, `budget: ${BUDGET_MS} ms`, took / BUDGET_MS);
}
