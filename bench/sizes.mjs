import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { report, timeProgram } from "./measure.mjs";

/** What one report may weigh. */
const REPORT_BUDGET = 1_000_000;
/** vega-embed 7.0.2 with vega 6 and vega-lite 6, minified: the usual way to put such charts on a page. */
const VEGA_EMBED = 876_000;

const kB = (bytes) => `${Math.round(bytes / 1000)} kB`;

/** Bytes of each bundle and of the largest report. */
export default function sizes() {
  const page = statSync("dist/page.js").size;
  report("dist/page.js", kB(page), `vega-embed: ${kB(VEGA_EMBED)}`, page / VEGA_EMBED);
  const chunks = readdirSync("dist/chunks").map((name) => join("dist/chunks", name));
  bundle("command line, all chunks", ["dist/cli.js", "dist/worker.js", ...chunks]);
  bundle("dist/index.js and what it loads", loadedBy("dist/index.js"));
  const out = mkdtempSync(join(tmpdir(), "covercast-bench-"));
  try {
    timeProgram(process.execPath, ["dist/cli.js", "run", "--quiet", "--out", out]);
    const reports = readdirSync(out).filter((name) => name.endsWith(".html"));
    const largest = Math.max(...reports.map((name) => statSync(join(out, name)).size));
    report(
      `largest of ${reports.length} reports`,
      kB(largest),
      `budget: ${kB(REPORT_BUDGET)}`,
      largest / REPORT_BUDGET,
    );
  } finally {
    rmSync(out, { recursive: true, force: true });
  }
}

function bundle(what, files) {
  const bytes = files.reduce((sum, file) => sum + statSync(file).size, 0);
  const zipped = gzipSync(Buffer.concat(files.map((file) => readFileSync(file)))).length;
  report(what, kB(bytes), `gzipped: ${kB(zipped)}`, bytes / zipped);
}

/** Follows the static imports of a built file, which is what Node must load before it can begin. */
function loadedBy(file, seen = new Set()) {
  if (seen.has(file)) return [...seen];
  seen.add(file);
  for (const [, path] of readFileSync(file, "utf8").matchAll(/(?:from|import)\s*"(\.[^"]+)"/g))
    loadedBy(join(file, "..", path), seen);
  return [...seen];
}
