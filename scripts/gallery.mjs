/**
 * Takes the pictures of the gallery and of the README from real pages, and writes the example report under reports/:
 *
 *   npm start && node scripts/gallery.mjs
 *
 * Needs Chrome or Chromium, on the path or named in CHROME_PATH.
 */
import { execFileSync } from "node:child_process";
import { existsSync, mkdirSync, readdirSync, rmSync } from "node:fs";
import { delimiter, join, resolve } from "node:path";
import { pathToFileURL } from "node:url";
import { chromium } from "playwright-core";

const report = resolve("reports/index.html");
const scenario = resolve("reports/scenario-reform-package.html");
const suite = resolve("reports/sweeps/what-matters/index.html");
const example = "reports/example";

const names = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable"];
const folders = (process.env.PATH ?? "").split(delimiter);
const browserPath =
  process.env.CHROME_PATH ?? names.flatMap((name) => folders.map((folder) => join(folder, name))).find(existsSync);
if (!browserPath) throw new Error("No Chrome or Chromium found: install one, or name it in CHROME_PATH");
for (const page of [report, scenario])
  if (!existsSync(page)) throw new Error(`There is no ${page}: run npm start first`);

const covercast = (...words) => execFileSync(process.execPath, ["dist/cli.js", ...words], { stdio: "inherit" });

// Two scenarios: every link of the example leads to a page that is there.
covercast("run", "baseline", "reform-package", "--out", example, "--format", "html", "--quiet");
for (const name of readdirSync(example)) if (!name.endsWith(".html")) rmSync(join(example, name), { recursive: true });
if (!existsSync(suite)) covercast("sweep", "what-matters", "--quiet");

const browser = await chromium.launch({ executablePath: browserPath, args: ["--no-sandbox"] });
mkdirSync("docs/gallery", { recursive: true });

/** Opens a page, waits until it has recomputed its figures and drawn what is in sight, and takes one picture of it. */
async function take(file, path, { options = {}, prepare = async () => {}, clip } = {}) {
  const context = await browser.newContext({
    viewport: { width: 1280, height: 900 },
    colorScheme: "light",
    ...options,
  });
  const page = await context.newPage();
  await page.goto(pathToFileURL(path).href);
  if (await page.locator("#page-data").count())
    await page.waitForSelector(".seal:not(.working)", { state: "attached" });
  await prepare(page);
  await page.waitForTimeout(500);
  await page.screenshot({ path: `docs/${file}`, ...(clip && { clip: { x: 0, y: 0, ...clip } }) });
  await context.close();
  console.log(`docs/${file}`);
}

const to = (selector) => async (page) => {
  await page.locator(selector).evaluate((element) => element.scrollIntoView({ block: "start" }));
  await page.waitForTimeout(700);
};

await take("report.png", report, { options: { viewport: { width: 1280, height: 1330 } } });
await take("report-schemes.png", report, {
  options: { viewport: { width: 1280, height: 1500 } },
  prepare: to("#schemes"),
});
await take("gallery/scenario.png", scenario, { options: { viewport: { width: 1280, height: 1330 } } });
await take("gallery/dark.png", scenario, { options: { colorScheme: "dark" }, prepare: to("#schemes") });
await take("gallery/facts.png", report, {
  async prepare(page) {
    await to('[data-figure="fan-hi"]')(page);
    const plot = page.locator('[data-figure="fan-hi"] .plot');
    const box = await plot.boundingBox();
    await page.mouse.click(box.x + box.width * 0.36, box.y + 100);
  },
});
await take("gallery/what-if.png", scenario, {
  async prepare(page) {
    await page.click("#what-if .toggle");
    const slider = page.locator('#what-if input[type="range"]').first();
    await slider.focus();
    for (let i = 0; i < 8; i++) await page.keyboard.press("ArrowRight");
    await page.waitForTimeout(2500);
  },
});
const phone = { viewport: { width: 390, height: 844 }, deviceScaleFactor: 2 };
await take("gallery/phone.png", scenario, { options: phone });
await take("gallery/vietnamese.png", scenario, {
  options: phone,
  async prepare(page) {
    await page.click('[data-language="vi"]');
    await to("#goals")(page);
  },
});
await take("gallery/print.png", scenario, {
  options: { viewport: { width: 794, height: 1123 }, bypassCSP: true },
  async prepare(page) {
    await page.emulateMedia({ media: "print" });
    await page.addStyleTag({ content: "body { padding: 16mm 15mm !important; }" });
  },
});
await take("gallery/suite.png", suite, { options: { viewport: { width: 1280, height: 1100 } } });
await browser.close();
