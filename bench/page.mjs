import { mkdirSync, mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { pathToFileURL } from "node:url";
import { build } from "esbuild";
import { compile } from "vega-lite";
import { enlarge } from "./large-workspace.mjs";
import { median, report, timeProgram } from "./measure.mjs";

const ROUNDS = 5;
const MOVES = 32;
const LARGE = { schemes: 60, scenarios: 40 };
/** What the first chart, the frame after a slider's move and a large report may take. */
const BUDGET_MS = { paint: 500, move: 100, large: 3000 };

const ms = (value) => `${value.toFixed(0)} ms`;
const cli = resolve("dist/cli.js");

/** How soon pages show and follow, in headless Chromium: against a page without anything, and against plain Vega. */
export default async function page() {
  const folder = mkdtempSync(join(tmpdir(), "covercast-bench-"));
  const browser = await launch();
  try {
    timeProgram(process.execPath, [cli, "run", "--quiet", "--format", "html", "--out", join(folder, "run")]);
    const pages = readdirSync(join(folder, "run")).filter((name) => name.endsWith(".html"));
    for (const name of pages) {
      const path = join(folder, "run", name);
      const blank = blankPage(folder, statSync(path).size);
      const [own, empty] = [[], []];
      for (let round = 0; round < ROUNDS; round++) {
        own.push((await opening(browser, path)).paint);
        empty.push((await opening(browser, blank)).paint);
      }
      againstBlank(`first paint, ${name.slice(0, -5)}`, own, empty, BUDGET_MS.paint);
    }
    for (const name of ["scenario-business-households", "scenario-reform-package"])
      await following(browser, join(folder, "run", `${name}.html`));
    await large(browser, folder);
  } finally {
    await browser.close();
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Starts the browser that the tests take. */
async function launch() {
  const outfile = resolve("node_modules/.cache/covercast/bench-browser.mjs");
  mkdirSync("node_modules/.cache/covercast", { recursive: true });
  await build({
    entryPoints: ["tests/browser.ts"],
    outfile,
    bundle: true,
    platform: "node",
    format: "esm",
    packages: "external",
  });
  return (await import(pathToFileURL(outfile).href)).launchBrowser();
}

function againstBlank(what, own, empty, budget) {
  const [took, least] = [median(own), median(empty)];
  report(what, ms(took), `blank page as large: ${ms(least)}; budget: ${budget} ms`, took / least);
}

/** Writes a page of so many bytes with one word on it. */
function blankPage(folder, bytes) {
  const path = join(folder, "blank.html");
  const [head, foot] = ['<!doctype html><title>blank</title><p>word</p><script type="text/plain">', "</script>"];
  writeFileSync(path, head + "x".repeat(bytes - head.length - foot.length) + foot);
  return path;
}

/** Opens a page without a network; milliseconds to its first paint with content, to its end of loading and to its seal. */
async function opening(browser, path, sealed = false) {
  const context = await browser.newContext({ offline: true, viewport: { width: 1280, height: 900 } });
  const tab = await context.newPage();
  const begun = performance.now();
  await tab.goto(pathToFileURL(path).href);
  const loaded = performance.now() - begun;
  if (sealed) await tab.waitForSelector(".seal:not(.working)", { state: "attached", timeout: 120_000 });
  const seal = performance.now() - begun;
  const shown = () => performance.getEntriesByName("first-contentful-paint")[0]?.startTime;
  const paint = await (await tab.waitForFunction(shown)).jsonValue();
  await context.close();
  return { paint, loaded, seal };
}

/** Moves the first slider with charts in sight; the same chart is drawn by plain Vega as often. */
async function following(browser, path) {
  const context = await browser.newContext({ offline: true, viewport: { width: 1280, height: 900 } });
  const tab = await context.newPage();
  await tab.goto(pathToFileURL(path).href);
  await tab.waitForSelector(".seal:not(.working)", { state: "attached" });
  await tab.click('[data-figure="fan-si"] [data-spec]');
  const spec = JSON.parse(await tab.locator("dialog#spec pre").textContent());
  await tab.click("[data-spec-close]");
  await tab.click("#what-if .toggle");
  await tab.locator("#schemes").evaluate((section) => section.scrollIntoView());
  await tab.waitForTimeout(1000);
  const own = await threadTime(tab, () => tab.evaluate(moveSlider, MOVES));
  const refined = await tab.evaluate(untilRefined);
  await context.close();
  const vega = await plainVega(browser, spec);
  const took = median(own.result);
  const name = path.split("scenario-").at(-1).slice(0, -5);
  report(`slider to frame, ${name}`, ms(took), `budget: ${BUDGET_MS.move} ms`, took / BUDGET_MS.move);
  const against = `Vega, one of its charts made anew: ${ms(vega / MOVES)}`;
  report("  processor time of the page's thread", ms(own.took / MOVES), against, own.took / vega);
  report("  refined to all futures", ms(refined), "", Number.NaN);
}

/** Returns what an action gives, and the processor time that the page's thread took for it: other work does not count. */
async function threadTime(tab, act) {
  const session = await tab.context().newCDPSession(tab);
  await session.send("Performance.enable", { timeDomain: "threadTicks" });
  const soFar = async () =>
    (await session.send("Performance.getMetrics")).metrics.find(({ name }) => name === "TaskDuration").value * 1000;
  const begun = await soFar();
  const result = await act();
  return { result, took: (await soFar()) - begun };
}

/** Runs in the page: milliseconds from each move of the slider to the frame that shows it. */
async function moveSlider(moves) {
  const frame = () => new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve)));
  const slider = document.querySelector("#what-if fieldset input[type=range]");
  const start = Number(slider.value);
  const times = [];
  for (let i = 0; i < moves; i++) {
    slider.value = String(start + 1 + (i % 5));
    const begun = performance.now();
    slider.dispatchEvent(new Event("input", { bubbles: true }));
    // The page projects in the first frame after the move and draws in it.
    await frame();
    await frame();
    times.push(performance.now() - begun);
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
  slider.dispatchEvent(new Event("change", { bubbles: true }));
  return times;
}

/** Runs in the page: milliseconds until the figures of all futures and their explanation stand. */
async function untilRefined() {
  const begun = performance.now();
  const place = document.getElementById("what-if-place");
  while (place.ariaBusy !== "false" && performance.now() - begun < 60_000)
    await new Promise((resolve) => setTimeout(resolve, 10));
  return performance.now() - begun;
}

/** Makes a chart anew by its specification with Vega alone, as often as the slider is moved; processor time of all. */
async function plainVega(browser, spec) {
  const { outputFiles } = await build({
    stdin: { contents: 'export { parse, View } from "vega";', resolveDir: "." },
    bundle: true,
    minify: true,
    format: "iife",
    globalName: "vega",
    write: false,
  });
  const tab = await browser.newPage();
  await tab.setContent('<div id="chart"></div>');
  await tab.addScriptTag({ content: outputFiles[0].text });
  const { spec: compiled } = compile(spec);
  const { took } = await threadTime(tab, () => tab.evaluate(drawOften, { compiled, times: MOVES }));
  await tab.close();
  return took;
}

/** Runs in the page: draws a chart again and again. */
async function drawOften({ compiled, times }) {
  const frame = () => new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve)));
  for (let i = 0; i < times; i++) {
    const view = new window.vega.View(window.vega.parse(compiled), { renderer: "svg" });
    await view.initialize(document.getElementById("chart")).width(700).height(300).runAsync();
    await frame();
    view.finalize();
  }
}

/** Opens the comparison of a run far larger than the shipped one. */
async function large(browser, folder) {
  const workspace = join(folder, "large");
  mkdirSync(workspace);
  timeProgram(process.execPath, [cli, "init", workspace]);
  enlarge(workspace, LARGE);
  timeProgram(process.execPath, [cli, "run", "--quiet", "--format", "html", "--out", "run"], { cwd: workspace });
  const path = join(workspace, "run", "index.html");
  const blank = blankPage(folder, statSync(path).size);
  const [own, empty] = [[], []];
  for (let round = 0; round < ROUNDS; round++) {
    own.push(await opening(browser, path, true));
    empty.push(await opening(browser, blank));
  }
  const what = `${LARGE.scenarios} scenarios, ${LARGE.schemes} series`;
  for (const [key, name] of [
    ["paint", "first paint"],
    ["loaded", "loaded"],
  ])
    againstBlank(
      `${what}: ${name}`,
      own.map((one) => one[key]),
      empty.map((one) => one[key]),
      BUDGET_MS.large,
    );
  const seal = median(own.map((one) => one.seal));
  report(`${what}: sealed`, ms(seal), `budget: ${BUDGET_MS.large} ms`, seal / BUDGET_MS.large);
}
