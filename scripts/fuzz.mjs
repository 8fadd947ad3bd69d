/**
 * Gives mutated files to the whole program, many more than the tests do.
 *
 *   node scripts/fuzz.mjs [--cases 10000] [--seed 1] [--from 0] [--cli 50] [--limit 60000] [--quick]
 *
 * Of every 50 cases (`--cli`; 0: none) one also goes through the built command line. Each case is the same for the same
 * seed and number, on every machine; `--quick` takes the cheaper commands of the tests. Ends with 1 if any case broke a
 * promise, and prints it as small as it could be made.
 */

import { execFileSync } from "node:child_process";
import { existsSync, mkdirSync, rmSync } from "node:fs";
import { pathToFileURL } from "node:url";
import { parseArgs } from "node:util";
import { build } from "esbuild";

process.chdir(new URL("..", import.meta.url).pathname);
const { values } = parseArgs({
  options: {
    cases: { type: "string", default: "10000" },
    seed: { type: "string", default: "1" },
    from: { type: "string", default: "0" },
    cli: { type: "string", default: "50" },
    limit: { type: "string", default: "60000" },
    quick: { type: "boolean", default: false },
  },
});
if (!existsSync("dist/cli.js")) execFileSync(process.execPath, ["build.mjs"], { stdio: "inherit" });
const outfile = `node_modules/.cache/covercast/fuzz/run-${process.pid}.mjs`;
mkdirSync("node_modules/.cache/covercast/fuzz", { recursive: true });
await build({
  entryPoints: ["tests/input/fuzz/run.ts"],
  outfile,
  bundle: true,
  packages: "external",
  platform: "node",
  target: "node20",
  format: "esm",
});
const { fuzz, describeFinding } = await import(pathToFileURL(outfile).href);
rmSync(outfile);

const [cases, seed, from, throughCli, limit] = ["cases", "seed", "from", "cli", "limit"].map((name) =>
  Number(values[name]),
);
const began = performance.now();
const seconds = () => ((performance.now() - began) / 1000).toFixed(0);
let told = 0;
const tell = (done, findings) => {
  for (; told < findings.length; told++) console.log(`\n${describeFinding(findings[told], seed)}`);
  if (done % 250 === 0) console.error(`${done} of ${cases} cases, ${told} findings, ${seconds()} s`);
};
const summary = await fuzz({ seed, from, cases, quick: values.quick, throughCli, limit, tell });
const table = (counts) =>
  Object.entries(counts)
    .sort(([, a], [, b]) => b - a)
    .map(([name, count]) => `  ${String(count).padStart(7)}  ${name}`)
    .join("\n");
console.log(`\n${cases} cases of seed ${seed} in ${seconds()} s, ${summary.throughCli} through the command line`);
console.log(table(summary.outcomes));
console.log(`Problems told, by the number of cases:\n${table(summary.codes)}`);
console.log(`Slowest: ${summary.slowest.map((c) => `${c.index} (${c.milliseconds.toFixed(0)} ms)`).join(", ")}`);
console.log(`${summary.findings.length} findings`);
process.exitCode = summary.findings.length > 0 ? 1 : 0;
