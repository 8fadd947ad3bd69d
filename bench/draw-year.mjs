import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { simulate } from "../dist/index.js";
import { median, report } from "./measure.mjs";

const ROUNDS = 15;

/**
 * Nanoseconds per draw-year: simulating every scheme of the reference scenario, mixture, base, levers and sums
 * included, against a plain C loop at -O3 that does the bare step of one path.
 */
export default function drawYear() {
  const { stdout } = spawnSync(process.execPath, ["dist/cli.js", "run", "--json"], { maxBuffer: 1 << 28 });
  const run = JSON.parse(stdout);
  const { input } = run.projections.find((p) => p.input.scenario.id === run.reference);
  const { schemes, years, draws } = simulate(input).draws;
  const drawYears = schemes.length * years.length * draws;
  const times = Array.from({ length: ROUNDS }, () => {
    const begun = performance.now();
    simulate(input);
    return performance.now() - begun;
  });
  const ours = (median(times) * 1e6) / drawYears;
  const plain = plainC();
  if (plain === null)
    report("one draw-year", `${ours.toFixed(0)} ns`, "no C compiler here to compare with", Number.NaN);
  else report("one draw-year", `${ours.toFixed(0)} ns`, `plain C at -O3: ${plain.toFixed(0)} ns`, ours / plain);
}

function plainC() {
  const folder = mkdtempSync(join(tmpdir(), "covercast-bench-"));
  try {
    const program = join(folder, "draw-year");
    const { status } = spawnSync("cc", ["-O3", "-o", program, "bench/draw-year.c", "-lm"]);
    if (status !== 0) return null;
    return median(Array.from({ length: 5 }, () => Number(spawnSync(program, { encoding: "utf8" }).stdout)));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
