import axe from "axe-core";
import type { Browser } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { launchBrowser } from "../browser.ts";
import { fixtureRun } from "../report/fixture.ts";
import { openPage } from "./open-page.ts";
import { type WrittenReport, writeReport } from "./written-report.ts";

let browser: Browser;
let report: WrittenReport;
beforeAll(async () => {
  [browser, report] = await Promise.all([launchBrowser(), writeReport(fixtureRun())]);
});
afterAll(async () => {
  await browser?.close();
  report?.remove();
});

const figure = '[data-figure="fan-pension"]';

test("the figures of a fan tell by keyboard where they come from", async () => {
  const { page, complaints, close } = await openPage(browser, report.url("index.html"), { bypassCSP: true });
  const button = page.locator(`${figure} [data-facts]`);
  await button.focus();
  await page.keyboard.press("Enter");
  const card = page.locator("dialog#facts[open]");
  const title = () => card.locator("h2").textContent();
  expect(await title()).toMatch(/^Pension insurance, end of 2025 \d+\.\d\d%$/);
  const text = (await card.textContent())!;
  for (const told of [
    "Status",
    "Published",
    "How it was made",
    "Sources",
    "Rival figures",
    "What it does to the goals",
  ])
    expect(text).toContain(told);
  expect(text).toMatch(/data\/[\w-]+\.csv:\d+/);
  await page.keyboard.press("ArrowLeft");
  expect(await title()).toContain("end of 2024");
  await page.keyboard.press("ArrowRight");
  await page.keyboard.press("ArrowRight");
  expect(await title()).toContain("end of 2026, simulated");
  expect(await card.textContent()).toContain("What it assumes");
  await page.addScriptTag({ content: axe.source });
  const { violations } = await page.evaluate(() =>
    (window as unknown as { axe: typeof axe }).axe.run("#facts", {
      runOnly: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"],
    }),
  );
  expect(violations.map((v) => `${v.id} ${v.nodes[0]?.html.slice(0, 200)}`)).toEqual([]);
  await page.keyboard.press("Escape");
  expect(await page.locator("dialog[open]").count()).toBe(0);
  expect(await page.locator(".ring").count()).toBe(0);
  expect(await button.evaluate((element) => element === document.activeElement)).toBe(true);
  expect(complaints).toEqual([]);
  await close();
});

test.each(["mouse", "touch"] as const)(
  "by %s the nearest figure is told of, and its source is a step away",
  async (by) => {
    const { page, complaints, close } = await openPage(browser, report.url("index.html"), {
      viewport: { width: 390, height: 800 },
      hasTouch: true,
    });
    const plot = page.locator(`${figure} .plot`);
    await plot.scrollIntoViewIfNeeded();
    const box = (await plot.boundingBox())!;
    const [x, y] = [box.x + box.width * 0.3, box.y + box.height / 2];
    await (by === "mouse" ? page.mouse.click(x, y) : page.touchscreen.tap(x, y));
    const card = page.locator("dialog#facts[open]");
    expect(await card.locator("h2").textContent()).toMatch(/end of 201\d/);
    expect(await page.locator(`${figure} .ring`).count()).toBe(1);
    const link = card.locator('a[href^="#s"]').first();
    const target = page.locator((await link.getAttribute("href"))!);
    await link.click();
    expect(await page.locator("dialog[open]").count()).toBe(0);
    expect(await target.isVisible()).toBe(true);
    expect(complaints).toEqual([]);
    await close();
  },
);

test("a number of a goal's card tells what it is made from, and goes back to its card", async () => {
  const { page, complaints, close } = await openPage(browser, report.url("scenario-registration-drive.html"));
  const number = page.locator(".goal .answer a[data-told]").first();
  const told = await number.textContent();
  await number.focus();
  await page.keyboard.press("Enter");
  const text = (await page.locator("dialog#facts[open]").textContent())!;
  expect(text).toContain("simulated");
  expect(text).toContain(`met in ${told} of`);
  expect(text).toMatch(/scenarios\/registration-drive\.yaml:\d+/);
  await page.keyboard.press("Escape");
  expect(await number.evaluate((element) => element === document.activeElement)).toBe(true);
  const places = await page
    .locator("#goals a[data-told], #changes a.at, #goals .years a")
    .evaluateAll((links) => links.map((link) => link.getAttribute("href")!));
  expect(places.length).toBeGreaterThan(8);
  for (const place of new Set(places)) expect(await page.locator(place).count(), place).toBe(1);
  expect(complaints).toEqual([]);
  await close();
});
