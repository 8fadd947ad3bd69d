/** Runs every benchmark, each against something outside this project. `node bench/index.mjs start-up` runs one. */
import { execFileSync } from "node:child_process";
import { existsSync } from "node:fs";

process.chdir(new URL("..", import.meta.url).pathname);
if (!existsSync("dist/cli.js")) execFileSync(process.execPath, ["build.mjs"], { stdio: "inherit" });

const asked = process.argv.slice(2);
for (const name of [
  "start-up",
  "full-run",
  "sweep",
  "why",
  "answers",
  "watch",
  "draw-year",
  "fit-and-draws",
  "sizes",
  "page",
])
  if (asked.length === 0 || asked.includes(name)) await (await import(`./${name}.mjs`)).default();
