/**
 * Asks whether the curves of the combination were a lucky choice: chooses them anew on four fifths of the countries, or of
 * the indicators, and scores the choice on the last fifth.
 *
 *     node bench/cross-validate-curves.mjs FOLDER
 *
 * FOLDER holds series.csv (series_id, entity, indicator, year, value_pct) and origins.csv (series_id, indicator, kind,
 * origin_n, origin_year, h), as `covercast project` reads them.
 */
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { pathToFileURL } from "node:url";
import { buildSync } from "esbuild";

const FOLDS = 5;
/** Gain in the training score below which no further curve is taken. */
const WORTH = 0.001;

const folder = process.argv[2];
if (folder === undefined) throw new Error("node bench/cross-validate-curves.mjs FOLDER");
const root = new URL("..", import.meta.url).pathname;
const core = await bundled();
const tasks = read(resolve(folder)).map(prepare);
const builtIn = core.curves.filter((curve) => !curve.optional).map((curve) => curve.id);
const all = core.curves.map((curve) => curve.id);
console.log(`${tasks.length} origins; the combination as it is: ${builtIn.join(", ")}`);

show("as it is, all origins", rowsOf(tasks, builtIn));
const levels = [
  ["below 50 %", (p) => p < 50],
  ["50 to 90 %", (p) => p >= 50 && p < 90],
  ["above 90 %", (p) => p >= 90],
];
for (const [name, holds] of levels)
  show(
    `  forecast ${name}`,
    rowsOf(tasks, builtIn).filter((row) => holds(row.median)),
  );

for (const key of ["entity", "indicator"]) {
  const names = [...new Set(tasks.map((task) => task[key]))].sort();
  const fold = (task) => names.indexOf(task[key]) % FOLDS;
  const pooled = { chosen: [], builtIn: [], all: [] };
  console.log(`\nleaving out by ${key}, ${names.length} in ${FOLDS} parts`);
  for (let out = 0; out < FOLDS; out++) {
    const test = tasks.filter((task) => fold(task) === out);
    const chosen = choose(tasks.filter((task) => fold(task) !== out));
    pooled.chosen.push(...rowsOf(test, chosen));
    pooled.builtIn.push(...rowsOf(test, builtIn));
    pooled.all.push(...rowsOf(test, all));
    console.log(`  part ${out + 1}: ${chosen.join(", ")}`);
  }
  show("  chosen without the part scored", pooled.chosen);
  show("  the combination as it is", pooled.builtIn);
  show("  every curve there is", pooled.all);
}

/** Takes curves one by one, the best first, as long as the score on these tasks gains. */
function choose(among) {
  let set = [];
  let best = Number.POSITIVE_INFINITY;
  for (;;) {
    const tried = all
      .filter((id) => !set.includes(id))
      .map((id) => ({ id, score: macro(rowsOf(among, [...set, id]), "wis") }))
      .sort((a, b) => a.score - b.score)[0];
    if (tried === undefined || !(tried.score < best - WORTH)) return set;
    set = [...set, tried.id];
    best = tried.score;
  }
}

function show(name, rows) {
  const share = (key) => ((100 * rows.reduce((sum, row) => sum + row[key], 0)) / rows.length).toFixed(1);
  const below = share("below80");
  const above = share("above80");
  console.log(
    `${name}: WIS ${macro(rows, "wis").toFixed(3)}, 80 % holds ${share("in80")} (below ${below}, above ${above}), 95 % holds ${share("in95")}, ${rows.length} forecasts`,
  );
}

/** Mean over indicators of the mean of each. */
function macro(rows, key) {
  const sums = new Map();
  for (const row of rows) {
    const sum = sums.get(row.indicator) ?? [0, 0];
    sum[0] += row[key];
    sum[1]++;
    sums.set(row.indicator, sum);
  }
  return [...sums.values()].reduce((total, [sum, n]) => total + sum / n, 0) / sums.size;
}

/** Forecasts and scores, in percentage points, of the combination of some curves. */
function rowsOf(among, ids) {
  return among.flatMap((task) => {
    const known = ids.map((id) => all.indexOf(id)).filter((c) => task.fits[c].status === "ok");
    const used = known.length > 0 ? known : [all.indexOf("naive")];
    const forecasts = task.forecasts.map((f) => ({ ...f, shares: used.map((c) => f.shares[c]) }));
    const errors = core.rollingErrors(task.data, forecasts, used.length);
    const weights = core.weighCurves(errors, new Set(forecasts.map((f) => f.origin)).size);
    const trend = {
      scheme: task.indicator,
      ceiling: 1,
      originShare: task.originShare,
      calibration: core.calibrationFactor(core.ownError(task.data, forecasts, weights)),
      curves: used.map((c, i) => ({ ...task.fits[c], curve: all[c], parameters: task.named[c], weight: weights[i] })),
    };
    return task.outcomes.map((y, h) => {
      const [low95, low80, median, high80, high95] = core
        .mixtureQuantiles(trend, h + 1, [0.025, 0.1, 0.5, 0.9, 0.975])
        .map((q) => 100 * q);
      const interval = (low, high, a) => high - low + (2 / a) * (Math.max(0, low - y) + Math.max(0, y - high));
      return {
        indicator: task.indicator,
        median,
        in80: y >= low80 && y <= high80 ? 1 : 0,
        below80: y < low80 ? 1 : 0,
        above80: y > high80 ? 1 : 0,
        in95: y >= low95 && y <= high95 ? 1 : 0,
        wis:
          (0.5 * Math.abs(y - median) + 0.1 * interval(low80, high80, 0.2) + 0.025 * interval(low95, high95, 0.05)) /
          2.5,
      };
    });
  });
}

/** Fits every curve at the origin and at the past origins before it. */
function prepare({ entity, indicator, years, shares, outcomes }) {
  const read = shares.map((share) => core.readShare(share, 0, 1));
  const data = core.curveData(
    years,
    read,
    shares.map(() => 0),
    1,
    { mean: 0.9, sd: 0.1 },
  );
  const fits = core.curves.map((curve) =>
    years.length < curve.minimumPoints ? { status: "not-applicable" } : curve.fit(data),
  );
  return {
    entity,
    indicator,
    data,
    fits,
    named: fits.map((fit) => (fit.parameters ?? []).map((estimate) => ({ estimate }))),
    forecasts: core.rollingForecasts(core.curves, data),
    originShare: read[read.length - 1],
    outcomes,
  };
}

function read(path) {
  const lines = (name) =>
    readFileSync(join(path, name), "utf8")
      .trim()
      .split(/\r?\n/)
      .slice(1)
      .map((line) => line.split(","));
  const series = new Map();
  for (const [id, entity, , year, value] of lines("series.csv")) {
    const one = series.get(id) ?? { entity, years: [], values: [] };
    one.years.push(Number(year));
    one.values.push(Number(value));
    series.set(id, one);
  }
  return lines("origins.csv").map(([id, indicator, , n, , h]) => {
    const { entity, years, values } = series.get(id);
    return {
      entity,
      indicator,
      years: years.slice(0, n),
      shares: values.slice(0, n).map((v) => v / 100),
      outcomes: values.slice(Number(n), Number(n) + Number(h)),
    };
  });
}

/** Bundles the parts of the core that a built package does not hand out. */
async function bundled() {
  const { outputFiles } = buildSync({
    stdin: {
      contents: `
        export { curves } from "./src/core/curves/index.ts";
        export { calibrationFactor } from "./src/core/curves/outlook.ts";
        export { curveData, readShare } from "./src/core/fit/curve-data.ts";
        export { mixtureQuantiles } from "./src/core/fit/mixture.ts";
        export { ownError } from "./src/core/fit/own-error.ts";
        export { rollingForecasts } from "./src/core/fit/rolling-forecasts.ts";
        export { rollingErrors, weighCurves } from "./src/core/fit/weigh-curves.ts";`,
      resolveDir: root,
      loader: "ts",
    },
    bundle: true,
    platform: "node",
    format: "esm",
    write: false,
  });
  const cache = join(root, "node_modules/.cache/covercast");
  mkdirSync(cache, { recursive: true });
  const file = join(cache, "cross-validate-curves-core.mjs");
  writeFileSync(file, outputFiles[0].text);
  return import(pathToFileURL(file).href);
}
