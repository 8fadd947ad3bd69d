import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { simulate } from "../dist/index.js";
import { CEILING, fitMadeUp, madeUpInput } from "./made-up.mjs";
import { median, processorTime, report } from "./measure.mjs";

/** Turns of ours and of the program in C, one after the other, so that both see the same machine. */
const TURNS = 9;
const ROUNDS = 9;
const DRAWS = 10_000;
const YEARS = 10;

/** Nanoseconds of processor time per draw-year of one scheme on one base, against the same arithmetic in C at -O3. */
export default function drawYear() {
  const trend = fitMadeUp();
  const folder = mkdtempSync(join(tmpdir(), "covercast-bench-"));
  try {
    const program = join(folder, "draw-year");
    const compiled = spawnSync("cc", ["-O3", "-o", program, "bench/draw-year.c", "-lm"]).status === 0;
    for (const [what, ceiling] of [
      ["one draw-year", null],
      ["the same below a stated ceiling", CEILING],
    ]) {
      const ours = [];
      const plain = [];
      for (let turn = 0; turn < TURNS; turn++) {
        ours.push(median(Array.from({ length: ROUNDS }, (_, round) => nanoseconds(trend, round, ceiling))));
        const words = [String(DRAWS), String(YEARS), ceiling === null ? "0" : "1"];
        if (compiled) plain.push(Number(spawnSync(program, words, { encoding: "utf8" }).stdout));
      }
      const value = `${median(ours).toFixed(0)} ns`;
      if (!compiled) report(what, value, "no C compiler here to compare with", Number.NaN);
      else {
        const ratio = median(ours.map((ns, turn) => ns / plain[turn]));
        report(what, value, `the same in C at -O3: ${median(plain).toFixed(0)} ns`, ratio);
      }
    }
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function nanoseconds(trend, seed, ceiling) {
  const input = madeUpInput(trend, DRAWS, seed, ceiling, YEARS);
  return (processorTime(() => simulate(input)) * 1e6) / DRAWS / YEARS;
}
