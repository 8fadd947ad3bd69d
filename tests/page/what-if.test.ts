import { readFileSync } from "node:fs";
import axe from "axe-core";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { languages } from "../../src/report/language.ts";
import { launchBrowser } from "../browser.ts";
import { openPage } from "./open-page.ts";
import { type RealReport, writeRealReport } from "./real-report.ts";

// A dozen pages are opened, each with an engine of its own.
vi.setConfig({ testTimeout: 120_000, hookTimeout: 120_000 });

let browser: Browser;
let report: RealReport;
const name = "scenario-business-households.html";

beforeAll(async () => {
  [browser, report] = await Promise.all([launchBrowser(), writeRealReport("business-households")]);
});
afterAll(async () => {
  await browser?.close();
  report?.remove();
});

/** Opens the page with its panel open, at a fragment. */
async function ask(hash = "", options: Parameters<typeof openPage>[2] = {}) {
  const opened = await openPage(browser, report.url(name) + hash, {
    viewport: { width: 1280, height: 900 },
    ...options,
  });
  await opened.page.click("#what-if .toggle");
  return opened;
}

const slider = (page: Page) => page.locator('#what-if input[type="range"]').first();
const card = (page: Page) => page.locator(".goal .answer b").first();
const settled = (page: Page) =>
  page.waitForFunction(() => document.getElementById("what-if-place")?.ariaBusy === "false");

async function push(page: Page, key: string, times: number): Promise<void> {
  await slider(page).focus();
  for (let i = 0; i < times; i++) await page.keyboard.press(key);
  await page.waitForFunction(() => location.hash.includes("levers."));
  await settled(page);
}

async function saved(page: Page, press: string): Promise<{ name: string; text: string }> {
  const [download] = await Promise.all([page.waitForEvent("download"), page.locator(press).click()]);
  return { name: download.suggestedFilename(), text: readFileSync(await download.path(), "utf8") };
}

/** Holds a fan chart's data against what the command line makes of a scenario file. */
async function expectFiguresOfCommandLine(csv: string, file: { name: string; text: string }): Promise<void> {
  const run = await report.project(file.name, file.text);
  const id = /^id: (.*)$/m.exec(file.text)?.[1];
  const { summary } = run.projections.find((p) => p.input.scenario.id === id)!;
  const si = summary.schemes.find(({ scheme }) => scheme === "si")!;
  const [head, ...rows] = csv
    .trim()
    .split("\r\n")
    .map((line) => line.split(","));
  const futures = rows
    .filter(([kind]) => kind === "projected")
    .map((cells) => Object.fromEntries(head!.map((h, i) => [h, cells[i]])));
  summary.years.forEach((year, y) => {
    const row = futures.find((f) => f.year === String(year))!;
    for (const [level, key] of [
      [0.025, "p2_5_pct"],
      [0.1, "p10_pct"],
      [0.5, "coverage_pct"],
      [0.9, "p90_pct"],
    ] as const)
      expect(Math.abs(Number(row[key]) / 100 - si.coverage[summary.levels.indexOf(level)]![y]!)).toBeLessThan(1e-9);
  });
}

/** Picks a file and waits until the page has said what became of it. */
async function pick(page: Page, file: { name: string; text: string }): Promise<void> {
  await page.setInputFiles("[data-file]", { name: file.name, mimeType: "", buffer: Buffer.from(file.text) });
  await page.locator("#what-if .message", { hasText: /loaded|not understood/ }).waitFor();
  await settled(page);
}

test("the page comes to the printed figures with its own engine", async () => {
  const { page, complaints, close } = await openPage(browser, report.url(name));
  expect(await page.locator(".seal").textContent()).toMatch(/^Recomputed in this page: [\d,]+ figures equal .* 10⁻⁹$/);
  expect(complaints).toEqual([]);
  await close();
});

test("a slider moved by keyboard moves headline, card, chart and address; undo and reset bring them back", async () => {
  const { page, complaints, requests, close } = await ask();
  const fan = page.locator('[data-figure="fan-si"] .plot');
  const look = async () => ({
    headline: await page.locator("h1").textContent(),
    card: await card(page).textContent(),
    words: await page.locator('[data-figure="fan-si"] .big b').textContent(),
    line: await fan.locator('path[stroke="var(--accent)"]').first().getAttribute("d"),
  });
  await fan.scrollIntoViewIfNeeded();
  const before = await look();
  await push(page, "ArrowRight", 8);
  const after = await look();
  for (const part of ["headline", "words", "line"] as const) expect(after[part]).not.toBe(before[part]);
  expect(await page.locator(".changed-by-reader li").count()).toBe(1);
  expect(page.url()).toContain("#what-if&from=business-households&levers.");
  await page.click('[data-do="reset"]');
  await page.waitForFunction(() => document.querySelector(".changed-by-reader") === null);
  await settled(page);
  expect(await look()).toEqual(before);
  await page.click('[data-do="undo"]');
  await page.waitForFunction(() => document.querySelector(".changed-by-reader") !== null);
  await settled(page);
  expect(await look()).toEqual(after);
  expect([...complaints, ...requests]).toEqual([]);
  await close();
});

test("the command line gives the figures of a file that the page has saved, and the page those of a file that it reads", async () => {
  const { page, complaints, close } = await ask();
  await push(page, "ArrowRight", 5);
  await page.locator('[data-set$=".enabled"]').nth(1).uncheck();
  await page.locator('[data-type="world.population.growth"]').fill("0.9%");
  await page.locator('[data-type="world.population.growth"]').press("Enter");
  await page.waitForFunction(() => location.hash.includes("population"));
  await settled(page);
  const file = await saved(page, '[data-do="save"]');
  expect(file.name).toBe("business-households-what-if.yaml");
  const csv = await saved(page, '[data-figure="fan-si"] [data-save="csv"]');

  await expectFiguresOfCommandLine(csv.text, file);

  const other = await ask();
  await pick(other.page, file);
  const again = await saved(other.page, '[data-figure="fan-si"] [data-save="csv"]');
  expect(again.text).toBe(csv.text);
  expect((await saved(other.page, '[data-do="save"]')).text).toBe(file.text);
  expect([...complaints, ...other.complaints]).toEqual([]);
  await other.close();
  await close();
});

const asScenario = (id: string, parent: string, rest: string) => ({
  name: `${id}.yaml`,
  text: `schema: 1\nid: ${id}\ntitle: {en: ${id}}\nquestion: {en: Why not?}\n${parent}${rest}`,
});
const trends = asScenario(
  "other-trends",
  "extends: business-households\n",
  "trend:\n  si-compulsory:\n    window: {from: 2014}\n    ceiling: {mean: 70%, sd: 5%}\n",
);

test.each([
  trends,
  asScenario("early-window", "extends: baseline\n", "trend:\n  si-compulsory: {window: {to: 2022}}\n"),
  asScenario(
    "a-formula",
    "extends: baseline\n",
    "levers:\n  plan:\n    kind: path\n    scheme: si-compulsory\n    start: 2026-01-01\n    coverage: coverage + 10% * (0.9 - coverage)\n",
  ),
  asScenario(
    "on-its-own",
    "",
    "levers:\n  visits:\n    kind: enrolment\n    scheme: si-voluntary\n    start: 2026-01-01\n    reach: 12%\n    takeUp: 20%\n",
  ),
])("$name, which says more than sliders can, gives the figures of the command line", async (file) => {
  const { page, complaints, close } = await ask();
  await pick(page, file);
  const csv = await saved(page, '[data-figure="fan-si"] [data-save="csv"]');
  await expectFiguresOfCommandLine(csv.text, file);
  expect(complaints).toEqual([]);
  await close();
});

test("what is moved in a loaded file stands on top of it, is saved with it, and is taken back first", async () => {
  const { page, complaints, close } = await ask();
  await pick(page, trends);
  const look = async () => [await page.locator("h1").textContent(), await card(page).textContent()];
  const loaded = await look();
  await push(page, "ArrowRight", 9);
  expect(await page.locator(".changed-by-reader li").count()).toBe(1);
  expect(await look()).not.toEqual(loaded);
  const file = await saved(page, '[data-do="save"]');
  expect(file.text).toContain("window:");
  await expectFiguresOfCommandLine((await saved(page, '[data-figure="fan-si"] [data-save="csv"]')).text, file);
  await page.click('[data-do="reset"]');
  await page.waitForFunction(() => document.querySelector(".changed-by-reader") === null);
  await settled(page);
  expect(await look()).toEqual(loaded);
  await page.click('[data-do="reset"]');
  await page.waitForFunction(() => location.hash === "");
  await settled(page);
  expect(await page.locator("h1").textContent()).not.toContain("other-trends");
  expect(complaints).toEqual([]);
  await close();
});

test("a trend that cannot be fitted and a file that is too large are refused with the reason", async () => {
  const { page, complaints, close } = await ask();
  const before = await page.locator("h1").textContent();
  const problems = page.locator("#what-if .problems");
  await pick(page, asScenario("short", "extends: baseline\n", "trend:\n  hi: {window: {from: 2025}}\n"));
  expect(await problems.textContent()).toContain("a trend needs two or more");
  await pick(page, { name: "large.yaml", text: "# much\n".repeat(100_000) });
  expect(await problems.textContent()).toContain("large.yaml is larger than 512 kB");
  expect(await page.locator("h1").textContent()).toBe(before);
  expect(complaints).toEqual([]);
  await close();
});

test("a new measure in a dropped file is read by the rules of the command line; a slip is shown at its line", async () => {
  const { page, complaints, close } = await ask();
  const text = (share: string) =>
    `schema: 1\nid: mine\ntitle: {en: "<b>Mine</b>"}\nquestion: {en: Why not?}\nextends: baseline\nlevers:\n  visits:\n    kind: enrolment\n    scheme: si-compulsory\n    start: 2026-01-01\n    reach: ${share}\n    takeUp: 20%\n`;
  const drop = async (content: string) => {
    const data = await page.evaluateHandle((body) => {
      const carried = new DataTransfer();
      carried.items.add(new File([body], "mine.yaml"));
      return carried;
    }, content);
    await page.dispatchEvent("body", "drop", { dataTransfer: data });
  };
  await drop(text("120%"));
  const problems = page.locator("#what-if .problems");
  await problems.waitFor();
  expect(await problems.textContent()).toContain("mine.yaml:");
  expect(await problems.textContent()).toContain("levers.visits.reach");
  await drop(text("12%"));
  await page.locator("#what-if legend", { hasText: "Enrolment drive" }).waitFor();
  await settled(page);
  expect(await page.locator("h1").textContent()).toContain("<b>Mine</b>");
  expect(await page.locator("h1 b").count()).toBe(0);
  expect(complaints).toEqual([]);
  await close();
});

test("an address brings back variant, pins, goal and language; garbage in it does no harm", async () => {
  const { page, close } = await ask();
  await push(page, "ArrowRight", 4);
  for (let i = 0; i < 5; i++) await page.click('[data-do="pin"]', { force: true }).catch(() => {});
  await page.locator(".pinned li").nth(3).waitFor();
  expect(await page.locator('[data-do="pin"]').isDisabled()).toBe(true);
  const hash = new URL(page.url()).hash;
  const shown = await page.locator("h1").textContent();
  await page.locator('[data-figure^="goal-probability"]').first().waitFor();
  await close();

  const again = await ask(hash);
  await again.page.locator(".pinned li").nth(3).waitFor();
  await settled(again.page);
  expect(await again.page.locator("h1").textContent()).toBe(shown);
  expect(await again.page.locator(".changed-by-reader li").count()).toBe(1);
  expect(again.complaints).toEqual([]);
  await again.close();

  for (const garbage of [
    "#what-if&from=nowhere&x=<script>",
    "#what-if&levers.a.b=%E0%A4%A",
    "#what-if&from=business-households&levers.nobody.start=never",
  ]) {
    const strange = await ask(garbage);
    await strange.page.locator("#what-if .message", { hasText: "address" }).waitFor();
    expect(await strange.page.locator("h1").textContent()).toContain("Social insurance");
    expect(strange.complaints).toEqual([]);
    await strange.close();
  }
});

test("the page says what it would take", async () => {
  const { page, complaints, close } = await ask();
  await page.selectOption('[data-choose="solve-probability"]', "0.5");
  await page.click('[data-do="solve"]');
  const answer = page.locator("#what-if .group .buttons [role=status]").first();
  await page.waitForFunction(() =>
    /chance/.test([...document.querySelectorAll("#what-if .buttons [role=status]")].map((e) => e.textContent).join()),
  );
  expect(await answer.textContent()).toMatch(/the chance is|with a chance of|chance is already/);
  await page.click('[data-do="take"]');
  await page.waitForFunction(() => location.hash.includes("levers."));
  expect(complaints).toEqual([]);
  await close();
});

test("the page says in which year a chance is reached", async () => {
  const { page, complaints, close } = await ask();
  await page.selectOption('[data-choose="solve-control"]', "year");
  await page.selectOption('[data-choose="solve-probability"]', "0.5");
  await page.click('[data-do="solve"]');
  const answer = page.locator("#what-if [role=status]", { hasText: "has a chance of 50%" });
  expect(await answer.textContent()).toMatch(/at the end of (?:no year up to )?20\d\d/);
  expect(complaints).toEqual([]);
  await close();
});

test("a scenario of the run is explained for the goal that a reader chooses", async () => {
  const { page, complaints, close } = await ask();
  const goal = "hi-2030-resolution-72";
  expect(await page.locator(`[data-figure="spread-${goal}"]`).count()).toBe(0);
  await page.selectOption('[data-choose="goal"]', goal);
  await page.locator(`[data-figure="spread-${goal}"]`).waitFor({ state: "attached" });
  expect(await page.locator("[data-pending]").count()).toBe(0);
  expect(await page.locator('[data-choose="scenario"] option').count()).toBe(2);
  expect(complaints).toEqual([]);
  await close();
});

test("what a reader changes is explained, once its figures stand", async () => {
  const { page, complaints, close } = await ask();
  const why = () =>
    page.locator("#why [data-figure]").evaluateAll((all) => all.map((e) => e.getAttribute("data-figure")));
  const told = () => page.locator("#compare li").allTextContents();
  const before = { why: await why(), told: await told() };
  expect(before.why.length).toBeGreaterThan(0);
  await push(page, "ArrowRight", 8);
  await page.waitForFunction(() => document.querySelector("#compare li") !== null);
  await settled(page);
  expect(await why()).toEqual(before.why);
  expect(await told()).not.toEqual(before.told);
  expect(await page.locator("[data-pending]").count()).toBe(0);

  const file = await saved(page, '[data-do="save"]');
  const spread = await saved(page, '#why [data-figure^="spread"] [data-save="csv"]');
  const run = await report.project(file.name, file.text);
  const { analysis } = run.projections.find(({ input }) => input.scenario.id === "business-households-what-if")!;
  const shares = spread.text
    .trim()
    .split("\r\n")
    .slice(1)
    .map((line) => Number(/,([\d.]+),[\d.]+$/.exec(line)?.[1]));
  for (const { share } of analysis!.spread[0]!.parts)
    expect(shares.some((own) => Math.abs(own / 100 - share) < 1e-6)).toBe(true);
  expect(complaints).toEqual([]);
  await close();
});

test("without a second thread the page follows all the same, and says what it leaves out", async () => {
  const context = await browser.newContext({ offline: true, viewport: { width: 1280, height: 900 } });
  const page = await context.newPage();
  const faults: string[] = [];
  page.on("pageerror", ({ message }) => faults.push(message));
  await page.addInitScript(() => Reflect.deleteProperty(window, "Worker"));
  await page.goto(report.url(name));
  await page.waitForSelector(".seal:not(.working)", { state: "attached" });
  expect(await page.locator(".seal").textContent()).toContain("10⁻⁹");
  await page.click("#what-if .toggle");
  const before = await page.locator("h1").textContent();
  await push(page, "ArrowRight", 8);
  expect(await page.locator("h1").textContent()).not.toBe(before);
  expect(await page.locator("#why .lead").textContent()).toContain("the command line tells it");
  await page.click('[data-do="solve"]');
  await page.locator("#what-if [role=status]", { hasText: "chance" }).waitFor();
  await pick(page, trends);
  expect(await page.locator("h1").textContent()).toContain("other-trends");
  expect(faults).toEqual([]);
  await context.close();
});

test("in Vietnamese no English text of the report is left, templates' own words included", async () => {
  const { page, complaints, close } = await ask();
  await push(page, "ArrowRight", 3);
  await page.click('[data-language="vi"]');
  await page.waitForFunction(() => document.documentElement.lang === "vi");
  await page.waitForFunction(
    () => document.querySelector("#run h2")?.textContent !== "How to get the same figures again",
  );
  const text = () =>
    page.evaluate(() => {
      const copy = document.body.cloneNode(true) as HTMLElement;
      for (const unread of copy.querySelectorAll("script, noscript, code, pre")) unread.remove();
      const spoken = [...copy.querySelectorAll("[aria-label], [title]")].flatMap((e) => [
        e.ariaLabel ?? "",
        e.getAttribute("title") ?? "",
      ]);
      return [copy.textContent ?? "", ...spoken].join("\n").replace(/\s+/g, " ");
    });
  // What the workspace's files say is theirs, and may be in English.
  const theirs = JSON.stringify(report.files).replace(/\\n\s*|\s+/g, " ");
  const vietnamese = Object.values(languages.vi!.words).join("\n");
  const left = (shown: string) =>
    Object.entries(languages.en!.words).flatMap(([key, words]) =>
      words
        .split(/\{\w+\}/)
        .map((fragment) => fragment.trim())
        .filter((fragment) => /[a-z]{2,} [a-z]{2,}/i.test(fragment))
        .filter((fragment) => !vietnamese.includes(fragment) && !theirs.includes(fragment) && shown.includes(fragment))
        .map((fragment) => `${key}: ${fragment}`),
    );
  // What is out of sight, charts and what is read out follow in quiet moments.
  await expect.poll(async () => left(await text()), { timeout: 60_000 }).toEqual([]);
  expect(await page.locator('[data-figure="fan-si"] .plot').getAttribute("aria-label")).toContain("Bảo hiểm xã hội");
  expect(complaints).toEqual([]);
  await close();
});

test.each(["light", "dark"] as const)(
  "the rules of accessibility hold with the panel open in %s",
  async (colorScheme) => {
    const { page, close } = await ask("", { colorScheme, bypassCSP: true });
    await push(page, "ArrowRight", 2);
    await page.click('[data-do="pin"]');
    await page.locator(".pinned li").first().waitFor();
    await page.evaluate(() => {
      for (const details of document.querySelectorAll<HTMLDetailsElement>("#what-if details")) details.open = true;
    });
    await page.addScriptTag({ content: axe.source });
    const { violations } = await page.evaluate(() =>
      (window as unknown as { axe: typeof axe }).axe.run(
        { include: [["#what-if"], [".masthead"]] },
        { runOnly: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"] },
      ),
    );
    expect(violations.map((v) => `${v.id}: ${v.nodes[0]?.html.slice(0, 160)} ${v.nodes[0]?.failureSummary}`)).toEqual(
      [],
    );
    await close();
  },
);

test("on a phone the panel is a sheet that leaves the answer in sight, and nothing is cut", async () => {
  const { page, close } = await ask("", { viewport: { width: 390, height: 844 } });
  await push(page, "ArrowRight", 2);
  const found = await page.evaluate(() => ({
    top: document.getElementById("what-if")!.getBoundingClientRect().top,
    overflow: document.documentElement.scrollWidth - innerWidth,
    wide: [...document.querySelectorAll("#what-if *")].filter(
      (e) => e.closest(".scroll") === null && e.getBoundingClientRect().right > innerWidth + 1,
    ).length,
  }));
  expect(found.top).toBeGreaterThan(200);
  expect([found.overflow, found.wide]).toEqual([0, 0]);
  await close();
});
