import { cpSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Browser } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { launchBrowser } from "../browser.ts";
import { temporaryFolder } from "./command-line.ts";
import { startWatch } from "./watch-process.ts";

const root = temporaryFolder();
let browser: Browser;
beforeAll(async () => {
  browser = await launchBrowser();
});
afterAll(() => browser?.close());

async function open(name: string, words: readonly string[] = []) {
  const folder = join(root, name);
  cpSync("src/cli/template", folder, { recursive: true });
  const file = join(folder, "scenarios/registration-drive.yaml");
  const text = readFileSync(file, "utf8");
  const watch = await startWatch(folder, { words });
  const page = await browser.newPage({ viewport: { width: 1000, height: 700 } });
  const complaints: string[] = [];
  page.on("console", (message) => message.type() === "error" && complaints.push(message.text()));
  page.on("pageerror", (error) => complaints.push(error.message));
  await page.goto(`${watch.url}scenario-registration-drive.html`);
  const save = (from: string, to: string) => writeFileSync(file, text.replace(from, to));
  return { watch, page, save, complaints };
}

test("an open page shows what is wrong above the last good report, and comes back to its place with the new one", async () => {
  const { watch, page, save, complaints } = await open("w");
  const alert = page.getByRole("alert");
  expect(await page.title()).toContain("Exampleland");
  await expect.poll(() => page.evaluate(() => document.querySelectorAll("svg").length)).toBeGreaterThan(3);
  await page.evaluate(() => scrollTo({ top: 900, behavior: "instant" }));

  save("title: Registration drive", "title: <img src=x onerror=alert(1)>\nnonsense: <b>bold</b>");
  await expect.poll(() => alert.textContent(), { timeout: 20_000 }).toContain("A file is wrong");
  const shown = (await alert.textContent()) ?? "";
  expect(shown).toContain("scenarios/registration-drive.yaml:");
  expect(shown).toContain("<b>bold</b>");
  expect(await alert.locator("b, img").count()).toBe(0);
  expect(await page.title()).toContain("Exampleland");
  // The report can be read while the file is wrong.
  await alert.getByRole("button", { name: "Hide" }).click();
  expect(await alert.locator("pre").count()).toBe(0);
  await alert.getByRole("button", { name: "Show what is wrong" }).click();
  expect(await alert.locator("pre").count()).toBe(1);

  const reloaded = page.waitForEvent("load");
  save("title: Registration drive", "title: Another drive");
  await reloaded;
  await expect
    .poll(() => page.locator("h1, title").allTextContents())
    .toContainEqual(expect.stringContaining("Another"));
  await expect.poll(() => alert.textContent()).toBe("");
  // Near enough: the new report may be a few lines longer or shorter.
  await expect.poll(() => page.evaluate(() => Math.abs(scrollY - 900))).toBeLessThan(100);
  expect(page.url()).toBe(`${watch.url}scenario-registration-drive.html`);
  expect(complaints).toEqual([]);

  await watch.stop();
  await expect
    .poll(() => page.getByRole("status").allTextContents(), { timeout: 20_000 })
    .toContainEqual(expect.stringContaining("has stopped"));
  await page.close();
}, 120_000);

test("speaks the language of the report, and tells where a report has gone", async () => {
  const { watch, page, save } = await open("vi", ["--locale", "vi"]);
  save("kind: enrolment", "kind: nothing");
  await expect
    .poll(() => page.getByRole("alert").textContent(), { timeout: 20_000 })
    .toContain("báo cáo đúng gần nhất");
  await page.goto(`${watch.url}scenario-unknown.html`);
  expect(await page.locator("html").getAttribute("lang")).toBe("vi");
  await page.getByRole("link").click();
  expect(page.url()).toBe(watch.url);
  await expect.poll(() => page.getByRole("alert").textContent()).toContain("báo cáo đúng gần nhất");
  await page.close();
}, 120_000);
