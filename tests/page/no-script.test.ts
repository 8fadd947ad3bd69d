import type { Browser } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { launchBrowser } from "../browser.ts";
import { fixtureRun } from "../report/fixture.ts";
import { openPage } from "./open-page.ts";
import { type WrittenReport, writeReport } from "./written-report.ts";

let browser: Browser;
let report: WrittenReport;
beforeAll(async () => {
  [browser, report] = await Promise.all([launchBrowser(), writeReport(fixtureRun({ scenarios: 3 }))]);
});
afterAll(async () => {
  await browser?.close();
  report?.remove();
});

test.each(["index.html", "scenario-registration-drive.html"])(
  "without a script %s shows its figures, its charts and where each reading comes from",
  async (name) => {
    const { page, complaints, close } = await openPage(browser, report.url(name), {
      javaScriptEnabled: false,
      draws: false,
    });
    expect(await page.locator("h1").textContent()).toMatch(/\d+\.\d%/);
    expect(await page.locator(".goal").count()).toBeGreaterThan(1);
    expect(await page.locator(".plot > svg").count()).toBe(await page.locator(".plot").count());
    expect(await page.locator(".plot > svg").first().boundingBox()).toMatchObject({ width: expect.any(Number) });
    // What needs a script is not offered.
    expect(await page.locator("#what-if:visible, .actions:visible, dialog:visible").count()).toBe(0);
    const link = page.locator('[data-figure="fan-pension"] tbody a[href^="#r"]').last();
    const row = page.locator((await link.getAttribute("href"))!);
    const told = await row.textContent();
    expect(told).toMatch(/actual|estimate|derived/);
    expect(told).toMatch(/data\/[\w-]+\.csv:\d+/);
    expect(await row.locator('a[href^="#s"]').count()).toBeGreaterThan(0);
    expect(await page.locator((await row.locator('a[href^="#s"]').first().getAttribute("href"))!).count()).toBe(1);
    expect(complaints).toEqual([]);
    await close();
  },
);
