import { createHash } from "node:crypto";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import axe from "axe-core";
import type { Browser } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { languageFor } from "../../../src/report/language.ts";
import { sweepPage } from "../../../src/report/sweep/sweep-page.ts";
import { launchBrowser } from "../../browser.ts";
import { openPage } from "../../page/open-page.ts";
import { madeUpSweep } from "./made-up-sweep.ts";

const sha256 = (text: string) => createHash("sha256").update(text, "utf8").digest("base64");
const page = (locale: string, name?: string) => sweepPage(madeUpSweep(name), languageFor(locale), sha256);

describe("the page of a suite", () => {
  const html = page("en");
  const section = (id: string) => html.split(`<section id="${id}">`)[1].split("</section>")[0];
  const pictures = (id: string) => section(id).match(/<svg/g)?.length ?? 0;

  test("has the picture that suits each layout, for goals that move alone", () => {
    expect(["swing", "line", "heat"].map(pictures)).toEqual([1, 1, 1]);
    // What the chance follows, and a cloud for each of the foremost numbers.
    expect(pictures("grid-of-three")).toBe(4);
    expect(pictures("cube")).toBe(3);
    expect(section("swing")).toContain("No point moves the chance of: Health insurance, 60% by 2030.");
  });

  test("tells spans, best points and what a chance follows in words", () => {
    expect(section("heat")).toContain("Drive: reach: 100%; Drive: takeUp: 40%");
    expect(section("cube")).toContain("Follows most (rank correlation)");
    expect(section("heat")).toContain("All combinations: 6 points of “A drive”");
    // Each cell of the grid has its chance.
    expect(section("heat").match(/color-mix\(in srgb, var\(--accent\)/g)).toHaveLength(6);
  });

  test("runs no script, fetches nothing, and lets a browser apply its own style sheet alone", () => {
    expect(html).not.toMatch(/<script|<link|<img|@import|\bsrc=|url\(/);
    const [, style] = /<style>([\s\S]*?)<\/style>/.exec(html)!;
    expect(html).toContain(`style-src 'sha256-${sha256(style)}'`);
  });

  test("takes a user's words for words", () => {
    const hostile = page("en", '</style><script>alert(1)</script>"><img src=x onerror=alert(1)>');
    expect(hostile).not.toMatch(/<script|<img/);
  });

  test("is the same text for the same suite", () => {
    expect(page("en")).toBe(html);
  });
});

describe("in a browser", () => {
  let browser: Browser;
  const folder = mkdtempSync(join(tmpdir(), "covercast-test-"));
  const url = (locale: string) => {
    const file = join(folder, `${locale}.html`);
    writeFileSync(file, page(locale));
    return pathToFileURL(file).href;
  };
  beforeAll(async () => {
    browser = await launchBrowser();
  });
  afterAll(async () => {
    await browser?.close();
    rmSync(folder, { recursive: true, force: true });
  });

  test.each([
    ["en", "light", { width: 1280, height: 900 }],
    ["en", "dark", { width: 1280, height: 900 }],
    ["vi", "light", { width: 360, height: 740 }],
  ] as const)(
    "%s, %s: nothing is refused, nothing is cut, and the rules of accessibility hold",
    async (locale, colorScheme, viewport) => {
      const strict = await openPage(browser, url(locale), { viewport, colorScheme, draws: false });
      expect([...strict.requests, ...strict.complaints]).toEqual([]);
      expect(
        await strict.page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth),
      ).toBeLessThanOrEqual(0);
      await strict.close();
      const { page: opened, close } = await openPage(browser, url(locale), {
        viewport,
        colorScheme,
        draws: false,
        bypassCSP: true,
      });
      await opened.evaluate(() => {
        for (const details of document.querySelectorAll("details")) details.open = true;
      });
      await opened.addScriptTag({ content: axe.source });
      const { violations } = await opened.evaluate(() =>
        (window as unknown as { axe: typeof axe }).axe.run(document, {
          runOnly: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"],
        }),
      );
      expect(violations.map((v) => `${v.id}: ${v.nodes[0]?.html.slice(0, 160)} ${v.nodes[0]?.failureSummary}`)).toEqual(
        [],
      );
      await close();
    },
    90_000,
  );
});
