/** Takes the README's pictures of the report: `npm start && node scripts/report-picture.mjs`. Needs Chrome or Chromium. */
import { existsSync } from "node:fs";
import { delimiter, join, resolve } from "node:path";
import { pathToFileURL } from "node:url";
import { chromium } from "playwright-core";

const report = resolve("reports/index.html");
const names = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable"];
const folders = (process.env.PATH ?? "").split(delimiter);
const browserPath =
  process.env.CHROME_PATH ?? names.flatMap((name) => folders.map((folder) => join(folder, name))).find(existsSync);
if (!browserPath) throw new Error("No Chrome or Chromium found: install one, or name it in CHROME_PATH");
if (!existsSync(report)) throw new Error("There is no reports/index.html: run npm start first");

const browser = await chromium.launch({ executablePath: browserPath, args: ["--no-sandbox"] });
const page = await browser.newPage({ viewport: { width: 1280, height: 1600 }, colorScheme: "light" });
await page.goto(pathToFileURL(report).href);
await page.waitForFunction(() => document.querySelectorAll(".plot svg").length > 0);
await page.screenshot({ path: "docs/report.png", clip: { x: 0, y: 0, width: 1280, height: 1330 } });
await page.locator("#schemes").screenshot({ path: "docs/report-schemes.png" });
await browser.close();
console.log("docs/report.png, docs/report-schemes.png");
