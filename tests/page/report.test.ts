import { readFileSync } from "node:fs";
import axe from "axe-core";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { compileChart } from "../../src/report/charts/compile.ts";
import { charts } from "../../src/report/charts/index.ts";
import { launchBrowser } from "../browser.ts";
import { fixtureRun } from "../report/fixture.ts";
import { openPage } from "./open-page.ts";
import { type WrittenReport, writeReport } from "./written-report.ts";

let browser: Browser;
let english: WrittenReport;
let vietnamese: WrittenReport;
let replay: WrittenReport;
const scenarioPage = "scenario-registration-drive.html";

beforeAll(async () => {
  [browser, english, vietnamese, replay] = await Promise.all([
    launchBrowser(),
    writeReport(fixtureRun({ scenarios: 3 })),
    writeReport(fixtureRun({ scenarios: 3 }), "vi"),
    writeReport(fixtureRun({ replay: true })),
  ]);
});

afterAll(async () => {
  await browser?.close();
  for (const report of [english, vietnamese, replay]) report?.remove();
});

test.each([
  ["the comparison", () => english.url("index.html")],
  ["a scenario", () => english.url(scenarioPage)],
  ["Vietnamese", () => vietnamese.url(scenarioPage)],
  ["a replay", () => replay.url("index.html")],
])("%s draws its charts from a file, asks for nothing and breaks no policy", async (_, url) => {
  const { page, requests, complaints, close } = await openPage(browser, url());
  expect(await page.locator(".plot").count()).toBeGreaterThan(5);
  expect(requests).toEqual([]);
  expect(complaints).toEqual([]);
  await close();
});

test.each([
  ["a comparison", "light", { width: 1280, height: 900 }, () => english.url("index.html")],
  ["a comparison", "dark", { width: 1280, height: 900 }, () => english.url("index.html")],
  ["a scenario in Vietnamese", "light", { width: 360, height: 740 }, () => vietnamese.url(scenarioPage)],
] as const)("the rules of accessibility hold for %s in %s", async (_, colorScheme, viewport, url) => {
  const { page, close } = await openPage(browser, url(), { colorScheme, viewport, bypassCSP: true });
  await page.evaluate(() => {
    for (const details of document.querySelectorAll("details")) details.open = true;
  });
  await page.addScriptTag({ content: axe.source });
  const { violations } = await page.evaluate(() =>
    (window as unknown as { axe: typeof axe }).axe.run(document, {
      runOnly: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"],
    }),
  );
  const told = violations.map((v) => `${v.id}: ${v.nodes[0]?.html.slice(0, 160)} ${v.nodes[0]?.failureSummary}`);
  expect(told).toEqual([]);
  await close();
});

test.each([
  ["a phone", { width: 360, height: 740 }, "screen"],
  ["a projector", { width: 1920, height: 1080 }, "screen"],
  ["A4 paper", { width: 680, height: 960 }, "print"],
] as const)("nothing is cut on %s", async (_, viewport, media) => {
  for (const url of [english.url("index.html"), vietnamese.url(scenarioPage)]) {
    const { page, close } = await openPage(browser, url, { viewport });
    await page.emulateMedia({ media });
    const wide = await page.evaluate((printed) => {
      const limit = document.documentElement.clientWidth + 1;
      const scrolls = (element: Element) => !printed && element.closest(".scroll, pre") !== null;
      return [...document.querySelectorAll("main *, header *, footer *")]
        .filter((e) => !scrolls(e) && e.closest("svg .mark-rule") === null && e.getBoundingClientRect().right > limit)
        .map((e) => `${e.tagName} ${e.textContent?.slice(0, 40)}`);
    }, media === "print");
    expect(wide).toEqual([]);
    expect(await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)).toBeLessThanOrEqual(0);
    await close();
  }
});

test("charts are laid out anew when their place changes, and recoloured without being drawn anew", async () => {
  const { page, close } = await openPage(browser, english.url("index.html"), {
    viewport: { width: 1200, height: 900 },
  });
  const plot = page.locator('[data-figure="fan-pension"] .plot');
  const before = await plot.locator("svg").getAttribute("width");
  await page.setViewportSize({ width: 400, height: 800 });
  await page.waitForFunction(
    ([selector, width]) => document.querySelector(selector!)?.getAttribute("width") !== width,
    ['[data-figure="fan-pension"] .plot svg', before] as const,
  );
  expect(Number(await plot.locator("svg").getAttribute("width"))).toBeLessThan(400);

  const band = plot.locator('path[fill="var(--band80)"]');
  const colour = () => band.evaluate((element) => getComputedStyle(element).fill);
  const light = await colour();
  await page.emulateMedia({ colorScheme: "dark" });
  expect(await colour()).not.toBe(light);
  await close();
});

test("the pointer brings up the figures of the year it is over", async () => {
  const { page, complaints, close } = await openPage(browser, english.url("index.html"), {
    viewport: { width: 1200, height: 900 },
  });
  const plot = page.locator('[data-figure="fan-pension"] .plot');
  await plot.scrollIntoViewIfNeeded();
  const box = (await plot.boundingBox())!;
  await page.mouse.move(box.x + box.width * 0.8, box.y + box.height / 2);
  await page.mouse.move(box.x + box.width * 0.8 + 2, box.y + box.height / 2);
  const shown = plot.locator('text[opacity="1"][font-weight="600"]').filter({ hasText: "8 in 10" });
  await shown.waitFor();
  expect(await shown.textContent()).toMatch(/^20\d\d: \d+\.\d% \(8 in 10: \d+\.\d% to \d+\.\d%\)$/);
  expect(complaints).toEqual([]);
  await close();
});

test("a chart is taken away as SVG, PNG and CSV, with title, colours and plain numbers", async () => {
  const { page, requests, complaints, close } = await openPage(browser, english.url("index.html"));
  const figure = page.locator('[data-figure="fan-pension"]');
  const save = async (kind: string) => {
    const [download] = await Promise.all([
      page.waitForEvent("download"),
      figure.locator(`[data-save=${kind}]`).click(),
    ]);
    return { name: download.suggestedFilename(), bytes: readFileSync(await download.path()) };
  };
  const svg = await save("svg");
  expect(svg.name).toBe("fan-pension.svg");
  expect(svg.bytes.toString()).toContain(">Pension insurance</text>");
  expect(svg.bytes.toString()).not.toContain("var(");
  const png = await save("png");
  expect(png.bytes.subarray(1, 4).toString()).toBe("PNG");
  expect(png.bytes.readUInt32BE(16)).toBeGreaterThan(1000);
  const csv = await save("csv");
  const [head, ...rows] = csv.bytes.toString().trim().split("\r\n");
  expect(head!.split(",").slice(0, 5)).toEqual(["kind", "year", "scenario", "coverage_pct", "people"]);
  expect(rows.find((row) => row.startsWith("reading,2024"))).toMatch(/^reading,2024,,42\.7,\d+,actual,/);
  expect(requests.filter((url) => !/^(?:blob|data):/.test(url))).toEqual([]);
  expect(complaints).toEqual([]);
  await close();
});

test("every kind of chart is taken away as a picture and as data", { timeout: 180_000 }, async () => {
  const seen = new Set<string>();
  for (const name of ["index.html", "scenario-baseline.html", "scenario-registration-drive.html"]) {
    const { page, complaints, close } = await openPage(browser, english.url(name));
    const ids = await page
      .locator("[data-figure]")
      .evaluateAll((all) => all.map((e) => e.getAttribute("data-figure")!));
    for (const id of ids) {
      const kind = charts.find((chart) => id === chart.id || id.startsWith(`${chart.id}-`))!.id;
      if (seen.has(kind)) continue;
      seen.add(kind);
      const save = async (as: string) => {
        const button = page.locator(`[data-figure="${id}"] [data-save=${as}]`);
        // The browser now and then drops one of many downloads that a script asks for in a row.
        for (let attempt = 0; attempt < 6; attempt++) {
          const waiting = page.waitForEvent("download", { timeout: 8000 }).catch(() => null);
          await button.click();
          const download = await waiting;
          if (download === null) continue;
          expect(download.suggestedFilename()).toBe(`${id}.${as}`);
          return readFileSync(await download.path(), "utf8");
        }
        throw new Error(`${id} was not taken away as ${as}`);
      };
      const svg = await save("svg");
      expect(svg, id).not.toMatch(/var\(--|color-mix|NaN|undefined/);
      expect(svg).toContain("simulated futures");
      const faults = (text: string) =>
        new DOMParser().parseFromString(text, "image/svg+xml").querySelectorAll("parsererror").length;
      expect(await page.evaluate(faults, svg), id).toBe(0);
      expect((await save("csv")).split("\r\n").length).toBeGreaterThan(2);
    }
    expect(complaints).toEqual([]);
    await close();
  }
  expect(seen.size).toBeGreaterThan(8);
});

test("a chart's specification opens by keyboard, stands alone, and closes by keyboard", async () => {
  const { page, complaints, close } = await openPage(browser, english.url("index.html"));
  const button = page.locator('[data-figure="scenario-comparison-pension"] [data-spec]');
  await button.focus();
  await page.keyboard.press("Enter");
  const text = await page.locator("dialog#spec[open] pre").textContent();
  const spec = JSON.parse(text!);
  expect(spec.$schema).toContain("vega-lite");
  expect(spec.datasets.scenarios).toHaveLength(3);
  expect(text).not.toContain("var(--");
  expect(compileChart(spec)).toHaveProperty("marks");
  await page.keyboard.press("Escape");
  expect(await page.locator("dialog#spec[open]").count()).toBe(0);
  expect(await focusedElement(page)).toContain("data-spec");
  expect(complaints).toEqual([]);
  await close();
});

test("every control is reached by the tabulator, and shows that it is", async () => {
  const { page, close } = await openPage(browser, english.url("index.html"));
  await page.keyboard.press("Tab");
  expect(await focusedElement(page)).toContain("skip");
  const controls = await page.evaluate(
    () => [...document.querySelectorAll("button, a, summary")].filter((e) => (e as HTMLElement).tabIndex < 0).length,
  );
  expect(controls).toBe(0);
  await close();
});

test("without a script the figures and still pictures are all there", async () => {
  const { page, complaints, close } = await openPage(browser, english.url("index.html"), {
    javaScriptEnabled: false,
    draws: false,
  });
  expect(await page.locator("h1").textContent()).toContain("52.6% in 2030");
  expect(await page.locator(".plot > svg").count()).toBe(await page.locator(".plot").count());
  expect(await page.locator(".actions:visible").count()).toBe(0);
  expect(await page.locator(".noscript").textContent()).toContain("still pictures");
  expect(complaints).toEqual([]);
  await close();
});

test("every chart has its words and its table", async () => {
  const { page, close } = await openPage(browser, english.url(scenarioPage));
  const bare = await page.evaluate(
    () =>
      [...document.querySelectorAll("figure")].filter(
        (figure) =>
          (figure.querySelector("[role=img]")?.getAttribute("aria-label")?.length ?? 0) < 40 ||
          figure.querySelectorAll("details table tbody tr").length === 0,
      ).length,
  );
  expect(bare).toBe(0);
  await close();
});

test("a report stays within a megabyte", () => {
  for (const name of ["index.html", scenarioPage])
    for (const report of [english, vietnamese]) expect(Buffer.byteLength(report.text(name))).toBeLessThan(1_000_000);
});

function focusedElement(page: Page): Promise<string> {
  return page.evaluate(() => document.activeElement?.outerHTML ?? "");
}
