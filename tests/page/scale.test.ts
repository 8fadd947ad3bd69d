import type { Browser } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { Projection, Run } from "../../src/core/domain.ts";
import { launchBrowser } from "../browser.ts";
import { fixtureRun } from "../report/fixture.ts";
import { openPage } from "./open-page.ts";
import { type WrittenReport, writeReport } from "./written-report.ts";

const scenarios = 40;
const series = 60;

/** A run as large as a workspace may become: the made-up one, its scenarios and schemes told again under other names. */
function largeRun(): Run {
  const run = fixtureRun({ scenarios: 6 });
  const known = run.histories.length;
  const copies = Math.ceil(series / known);
  const named = (id: string, copy: number) => (copy === 0 ? id : `${id}-${copy}`);
  const again = <T>(list: readonly T[], change: (one: T, copy: number) => T): T[] =>
    Array.from({ length: copies }, (_, copy) => list.map((one) => (copy === 0 ? one : change(one, copy))))
      .flat()
      .slice(0, series);
  const wider = (p: Projection): Projection => ({
    ...p,
    input: { ...p.input, schemes: again(p.input.schemes, (s, copy) => ({ ...s, id: named(s.id, copy) })) },
    summary: {
      ...p.summary,
      schemes: again(p.summary.schemes, (s, copy) => ({ ...s, scheme: named(s.scheme, copy) })),
    },
  });
  const projections = Array.from({ length: scenarios }, (_, i) => {
    const p = wider(run.projections[i % run.projections.length]!);
    if (i < run.projections.length) return p;
    const { scenario } = p.input;
    return { ...p, input: { ...p.input, scenario: { ...scenario, id: `${scenario.id}-${i}` } } };
  });
  return {
    ...run,
    projections,
    histories: again(run.histories, (h, copy) => ({ ...h, scheme: named(h.scheme, copy) })),
  };
}

let browser: Browser;
let report: WrittenReport;
beforeAll(async () => {
  [browser, report] = await Promise.all([launchBrowser(), writeReport(largeRun(), "en", [], "index.html")]);
}, 240_000);
afterAll(async () => {
  await browser?.close();
  report?.remove();
});

test("forty scenarios and sixty series open on what is in sight, and draw the rest when it comes near", async () => {
  const { page, complaints, close } = await openPage(browser, report.url("index.html"), { draws: false });
  await page.waitForSelector(".seal", { state: "attached" });
  const opened = await page.evaluate(() => ({
    plots: document.querySelectorAll(".plot").length,
    stills: document.querySelectorAll(".plot > svg").length,
    reports: document.querySelectorAll(".reports a").length,
    wide: document.documentElement.scrollWidth - innerWidth,
  }));
  expect(opened.plots).toBeGreaterThan(2 * series);
  // Nobody waits for a chart that is out of sight: its still picture stands in its place.
  expect(opened.stills).toBeGreaterThan(opened.plots - 20);
  expect(opened.reports).toBe(scenarios + 1);
  expect(opened.wide).toBeLessThanOrEqual(0);
  const last = page.locator(".plot").last();
  await last.scrollIntoViewIfNeeded();
  await last.locator(":scope > div > svg").waitFor();
  expect(complaints).toEqual([]);
  await close();
}, 120_000);
