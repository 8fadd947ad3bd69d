import type { Browser } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { launchBrowser } from "../browser.ts";
import { fixtureRun } from "../report/fixture.ts";
import { openPage } from "./open-page.ts";
import { writeReport } from "./written-report.ts";

/** What somebody may put into a title, a note, a source or an address; run() would leave a mark on the page. */
const run = "window.broken=1";
const payloads = [
  `<script>${run}</script>`,
  `</script><script>${run}</script>`,
  `</SCRIPT\t><script>${run}</script>`,
  `<!--<script>${run}</script>-->`,
  `--><script>${run}</script><!--`,
  `]]><script>${run}</script>`,
  `<img src=x onerror=${run}>`,
  `<img/src="x"/onerror="${run}">`,
  `<svg onload=${run}>`,
  `<svg><script>${run}</script></svg>`,
  `<svg><animate onbegin=${run} attributeName=x></svg>`,
  `<math><mtext><img src=x onerror=${run}></mtext></math>`,
  `<body onload=${run}>`,
  `<iframe src="javascript:${run}"></iframe>`,
  `<iframe srcdoc="<script>parent.broken=1</script>"></iframe>`,
  `<object data="javascript:${run}"></object>`,
  `<embed src="javascript:${run}">`,
  `<a href="javascript:${run}">x</a>`,
  `<form action="javascript:${run}"><button>x</button></form>`,
  `<input autofocus onfocus=${run}>`,
  `<details open ontoggle=${run}>`,
  `<video><source onerror=${run}></video>`,
  `<style>@import "http://127.0.0.1:9/x";</style>`,
  `<link rel=stylesheet href=http://127.0.0.1:9/x>`,
  `<base href="http://127.0.0.1:9/">`,
  `<meta http-equiv=refresh content="0;url=http://127.0.0.1:9/">`,
  `<template><script>${run}</script></template>`,
  `<noscript><p title="</noscript><img src=x onerror=${run}>"></noscript>`,
  `<textarea></textarea><script>${run}</script>`,
  `<title></title><script>${run}</script>`,
  `<xmp><script>${run}</script>`,
  `<plaintext>`,
  `" onmouseover="${run}" x="`,
  `' onmouseover='${run}' x='`,
  `" autofocus onfocus="${run}`,
  `"><script>${run}</script>`,
  `'><script>${run}</script>`,
  `\`><img src=x onerror=${run}>`,
  `javascript:${run}`,
  `JaVaScRiPt:${run}`,
  ` javascript:${run}`,
  `java\tscript:${run}`,
  `data:text/html,<script>${run}</script>`,
  `vbscript:${run}`,
  `//127.0.0.1:9/x`,
  `{{constructor.constructor('${run}')()}}`,
  `\${${run}}`,
  `<%= ${run} %>`,
  `{year} {value} $& $1 $\``,
  `datum.x); ${run}; (`,
  `"}]};${run};//`,
  `\\u003cscript\\u003e${run}\\u003c/script\\u003e`,
  `&lt;script&gt;${run}&lt;/script&gt;`,
  `&#60;img src=x onerror=${run}&#62;`,
  `\u2028${run}\u2029`,
  `\0<script>${run}</script>`,
  `\ufeff<script>${run}</script>`,
  `<scr\0ipt>${run}</scr\0ipt>`,
  `\u202e${run}\u202c`,
  `Z\u0351\u036b\u0343a\u0328\u0358l\u0334\u0321g\u0322o`,
  `__proto__`,
  `constructor`,
  `=HYPERLINK("http://127.0.0.1:9/")`,
  "x".repeat(3000),
  `🇻🇳👩‍👩‍👧‍👦 tiếng Việt 中文 العربية`,
];

let browser: Browser;
beforeAll(async () => {
  browser = await launchBrowser();
});
afterAll(() => browser?.close());

/** Twenty-two to a page: each stands in every place that a user's file can fill. */
const batches = Array.from({ length: Math.ceil(payloads.length / 22) }, (_, i) => payloads.slice(22 * i, 22 * i + 22));

test.each(batches.map((batch, i) => [i + 1, batch] as const))(
  "hostile texts run nothing and stay text, part %d",
  async (_, batch) => {
    const hostile = batch.join(" ");
    const report = await writeReport(fixtureRun({ hostile }));
    for (const name of ["index.html", "scenario-registration-drive.html"]) {
      const { page, requests, complaints, close } = await openPage(browser, report.url(name), {
        viewport: { width: 800, height: 700 },
      });
      for (const control of await page.locator("summary").all()) await control.dispatchEvent("click");
      await page.locator("[data-spec]").first().dispatchEvent("click");
      await page.locator("#what-if .toggle").dispatchEvent("click");
      await page.locator('[data-do="pin"]').dispatchEvent("click");
      await page.locator('[data-language="vi"]').dispatchEvent("click");
      const found = await page.evaluate(() => ({
        broken: "broken" in window,
        scripts: document.scripts.length,
        handlers: [...document.querySelectorAll("*")].filter((e) => [...e.attributes].some((a) => /^on/i.test(a.name)))
          .length,
        strangers: [
          ...document.querySelectorAll(
            "iframe, object, embed, form:not(.vega-bindings), img, video, input, textarea, base, link, template, math, xmp, plaintext, body body",
          ),
        ]
          .filter(
            (e) =>
              !(
                e.matches("input[data-set], input[data-slide], input[data-type], input[data-file]") &&
                e.closest("#what-if")
              ),
          )
          .map((e) => e.outerHTML.slice(0, 80)),
        links: [...document.querySelectorAll("a")].map((a) => a.getAttribute("href") ?? ""),
        overflow: document.documentElement.scrollWidth - window.innerWidth,
        title: document.querySelector(".kicker b")?.textContent,
      }));
      expect(found.broken).toBe(false);
      // The page's data, its program, and what unpacked them.
      expect(found.scripts).toBe(3);
      expect(found.handlers).toBe(0);
      expect(found.strangers).toEqual([]);
      expect(found.links.filter((href) => !/^(?:#[\w-]+|[\w-]+\.html(?:#[\w-]+)?|https?:\/\/.*)$/.test(href))).toEqual(
        [],
      );
      expect(found.overflow).toBeLessThanOrEqual(0);
      expect(found.title).toBe(hostile.replaceAll("\0", "\ufffd"));
      expect(requests).toEqual([]);
      expect(complaints).toEqual([]);
      await close();
    }
    report.remove();
  },
);
