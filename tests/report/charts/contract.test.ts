import { Resvg } from "@resvg/resvg-js";
import { expect, test } from "vitest";
import type { Figure } from "../../../src/report/charts/chart.ts";
import { chartCompiler } from "../../../src/report/charts/compile.ts";
import { charts } from "../../../src/report/charts/index.ts";
import { trimSvg } from "../../../src/report/charts/trim-svg.ts";
import { stillDrawer } from "../../../src/report/charts/vega-view.ts";
import { fixtureRun } from "../fixture.ts";
import { subjectOf } from "../subjects.ts";

const run = fixtureRun({ scenarios: 4 });
const subjects = [
  subjectOf(run, "all"),
  subjectOf(run, 0),
  subjectOf(run, 3, "vi"),
  subjectOf(fixtureRun({ replay: true }), "all"),
];

test.each(charts.map((chart) => [chart.id, chart] as const))("%s keeps the promises of a chart", (_, chart) => {
  const figures = subjects.flatMap((subject) => chart.figures(subject));
  expect(figures.length).toBeGreaterThan(0);
  for (const figure of figures) {
    expect(figure.chart).toBe(chart.id);
    expect(figure.id).toMatch(/^[a-z][a-z0-9-]+$/);
    for (const text of [figure.title, figure.caption, figure.description]) {
      expect(text.length).toBeGreaterThan(8);
      expect(text).not.toMatch(/undefined|NaN|null|\{\w+\}/);
    }
    expect(figure.table.rows.length).toBeGreaterThan(0);
    for (const column of figure.table.columns) {
      expect(figure.table.rows.some((row) => row[column.key] !== undefined)).toBe(true);
    }
    expect(figure.data().length).toBeGreaterThan(0);
    const spec = JSON.stringify(figure.spec);
    for (const name of Object.keys(figure.datasets)) expect(spec).toContain(`"data":{"name":"${name}"}`);
    for (const name of Object.keys(figure.params)) expect(spec).toContain(`{"name":"${name}","value":`);
    expect(spec).not.toContain('"values":[{');
  }
});

test.each(charts.map((chart) => [chart.id, chart] as const))(
  "%s shares one specification within a report",
  (_, chart) => {
    const compile = chartCompiler();
    for (const subject of subjects) {
      expect(new Set(chart.figures(subject).map((figure) => compile(figure.spec).key)).size).toBeLessThanOrEqual(1);
    }
  },
);

test.each(charts.map((chart) => [chart.id, chart] as const))("%s draws as it did before", async (_, chart) => {
  const figure = subjects.flatMap((subject) => chart.figures(subject))[0]!;
  const svg = trimSvg(drawAlone(figure));
  expect(svg).not.toMatch(/NaN|undefined|style=/);
  await expect(`${svg.replaceAll("><", ">\n<")}\n`).toMatchFileSnapshot(`golden/${chart.id}.svg`);
});

test("a drawing does not depend on what was drawn before it", () => {
  const compile = chartCompiler();
  const memory = emptyMemory();
  const shared = stillDrawer(memory);
  const figures = charts.flatMap((chart) => chart.figures(subjects[2]!));
  const alone = figures.map(drawAlone);
  for (const order of [figures, figures.slice().reverse()]) {
    memory.stills.clear();
    for (const figure of order) {
      const { text, compiled } = compile(figure.spec);
      expect(shared(text, compiled, figure, 460) === alone[figures.indexOf(figure)], figure.id).toBe(true);
    }
  }
});

test("trimming a picture leaves its words, its colours and its pixels", () => {
  const pixels = (svg: string) =>
    new Resvg(
      svg
        .replace(/^<svg( xmlns="[^"]*")?/, '<svg xmlns="http://www.w3.org/2000/svg"')
        .replaceAll(/var\(--\w+\)/g, "#0b5394"),
      { font: { loadSystemFonts: false } },
    ).render().pixels;
  for (const figure of charts.flatMap((chart) => chart.figures(subjects[1]!))) {
    const svg = drawAlone(figure);
    const [plain, trimmed] = [svg, trimSvg(svg)].map(pixels);
    const far = plain!.filter((value, i) => Math.abs(value - trimmed![i]!) > 64).length;
    expect(far / plain!.length, figure.id).toBeLessThan(0.001);
  }
  const figure = charts.flatMap((chart) => chart.figures(subjects[1]!))[0]!;
  const svg = drawAlone(figure);
  const words = (text: string) => [...text.matchAll(/>([^<>]+)</g)].map((match) => match[1]);
  const colours = (text: string) => [...text.matchAll(/var\(--\w+\)/g)].map((match) => match[0]);
  expect(words(trimSvg(svg))).toEqual(words(svg));
  expect(new Set(colours(trimSvg(svg)))).toEqual(new Set(colours(svg)));
  expect(trimSvg(svg).length).toBeLessThan(0.5 * svg.length);
});

const emptyMemory = () => ({ views: new Map(), stills: new Map() });

function drawAlone(figure: Figure): string {
  const { text, compiled } = chartCompiler()(figure.spec);
  return stillDrawer(emptyMemory())(text, compiled, figure, 460);
}
