import { spawnSync } from "node:child_process";

/** Returns the middle of some numbers. */
export function median(values) {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[sorted.length >> 1];
}

/** Runs a program to its end and returns how long that took, in milliseconds; throws if it fails. */
export function timeProgram(program, words, options = {}) {
  const begun = performance.now();
  const { status, stderr } = spawnSync(program, words, { encoding: "utf8", ...options });
  const took = performance.now() - begun;
  if (status !== 0) throw new Error(`${program} ${words.join(" ")} ended with ${status}: ${stderr}`);
  return took;
}

/** Prints one result: what, how much, against what, and the ratio where there is one. */
export function report(what, value, against, ratio) {
  const compared = Number.isFinite(ratio) ? `ratio ${ratio < 0.1 ? ratio.toPrecision(1) : ratio.toFixed(2)}` : "";
  console.log(`${what.padEnd(36)} ${value.padStart(10)}   ${against.padEnd(40)} ${compared}`.trimEnd());
}

/** Returns the processor time that something takes in this process, in milliseconds; other work here does not count. */
export function processorTime(act) {
  const begun = process.cpuUsage();
  act();
  const { user, system } = process.cpuUsage(begun);
  return (user + system) / 1000;
}
