import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { simulate } from "../dist/index.js";
import { fitMadeUp, madeUpInput } from "./made-up.mjs";
import { median, processorTime, report } from "./measure.mjs";

const ROUNDS = 41;
const DRAWS = 10_000;
const YEARS = 10;

/** Nanoseconds of processor time per draw-year of one scheme, trend, ceiling and base, against the same arithmetic in C at -O3. */
export default function drawYear() {
  const trend = fitMadeUp();
  const times = Array.from({ length: ROUNDS }, (_, round) => {
    const input = madeUpInput(trend, DRAWS, round, { mean: 0.9, sd: 0.05 });
    return processorTime(() => simulate(input));
  });
  const ours = (median(times) * 1e6) / DRAWS / YEARS;
  const plain = plainC();
  const value = `${ours.toFixed(0)} ns`;
  if (plain === null) report("one draw-year", value, "no C compiler here to compare with", Number.NaN);
  else report("one draw-year", value, `the same in C at -O3: ${plain.toFixed(0)} ns`, ours / plain);
}

function plainC() {
  const folder = mkdtempSync(join(tmpdir(), "covercast-bench-"));
  try {
    const program = join(folder, "draw-year");
    const { status } = spawnSync("cc", ["-O3", "-o", program, "bench/draw-year.c", "-lm"]);
    if (status !== 0) return null;
    const words = [String(DRAWS), String(YEARS)];
    return median(Array.from({ length: 5 }, () => Number(spawnSync(program, words, { encoding: "utf8" }).stdout)));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
