import { parse } from "csv-parse/sync";
import { parse as parseVega, View } from "vega";
import { compile } from "vega-lite";
import { expect, test } from "vitest";
import { chartCompiler } from "../../../src/report/charts/compile.ts";
import { charts } from "../../../src/report/charts/index.ts";
import { stillDrawer } from "../../../src/report/charts/vega-view.ts";
import { wholeSpec } from "../../../src/report/charts/whole-spec.ts";
import { reportFigures } from "../../../src/report/formats/export-figures.ts";
import { figureCsv } from "../../../src/report/formats/figure-csv.ts";
import { standaloneSvg } from "../../../src/report/formats/standalone-svg.ts";
import { paletteOf } from "../../../src/report/html/palette.ts";
import { withPalette } from "../../../src/report/html/with-palette.ts";
import { languageFor } from "../../../src/report/language.ts";
import { fixtureRun } from "../fixture.ts";

const run = fixtureRun({ scenarios: 3 });
const figures = reportFigures(run, languageFor("en"));
/** The first figure of each kind: what holds for it holds for its like. */
const kinds = charts.flatMap(({ id }) => {
  const found = figures.find(({ figure }) => figure.chart === id);
  return found ? [[id, found] as const] : [];
});

test("there are figures of many kinds, and no two of a report share a name", () => {
  const names = figures.map(({ report, figure }) => `${report}/${figure.id}`);
  expect(new Set(names).size).toBe(names.length);
  expect(kinds.length).toBeGreaterThan(8);
});

test("light and dark say the same names, and every colour of a chart is one of them", () => {
  const [light, dark] = [paletteOf("light"), paletteOf("dark")];
  expect(Object.keys(dark)).toEqual(Object.keys(light));
  expect(light["--paper"]).not.toBe(dark["--paper"]);
  for (const [, { figure }] of kinds)
    for (const palette of [light, dark])
      expect(withPalette(JSON.stringify(figure.spec), palette)).not.toContain("var(");
});

test.each(kinds)(
  "%s stands alone as a specification that any reader of Vega-Lite draws",
  async (_, { figure, width }) => {
    const spec = JSON.parse(withPalette(JSON.stringify(wholeSpec(figure, width)), paletteOf("light")));
    expect(JSON.stringify(spec)).not.toMatch(/var\(|color-mix/);
    const svg = await new View(parseVega(compile(spec).spec)).toSVG();
    expect(svg.match(/<path|<text/g)!.length).toBeGreaterThan(5);
    expect(svg).not.toMatch(/NaN|undefined/);
  },
);

test.each(kinds)(
  "%s gives its data as a tidy table: named columns, plain numbers, nothing of the drawing",
  (_, { figure }) => {
    const text = figureCsv(figure);
    const rows: Record<string, string>[] = parse(text, { columns: true });
    expect(rows.length).toBe(figure.data().length);
    expect(rows.length).toBeGreaterThan(1);
    const columns = Object.keys(rows[0]!);
    for (const column of columns) {
      expect(column).toMatch(/^[a-z][a-z0-9_.-]*$/i);
      expect(["row", "slot", "lane", "cell", "label", "tone", "fill", "side", "line", "from", "to"]).not.toContain(
        column,
      );
      if (/_(?:pct|points|people)$/.test(column))
        for (const row of rows) expect(row[column]).toMatch(/^(?:-?\d+(?:\.\d+)?(?:e-\d+)?)?$/);
    }
    expect(columns.some((column) => /_(?:pct|points|people|publication)$|^outcomes$/.test(column))).toBe(true);
    expect(text).not.toMatch(/var\(|color-mix|undefined|NaN|'[+−]/);
  },
);

test.each(kinds)(
  "%s stands alone as a picture: title, caption, provenance, no variable",
  (_, { figure, width, foot }) => {
    const { text, compiled } = chartCompiler()(figure.spec);
    const drawn = stillDrawer({ views: new Map(), stills: new Map() })(text, compiled, figure, width);
    const svg = standaloneSvg(figure, drawn, { palette: paletteOf("dark"), foot });
    expect(svg).not.toMatch(/var\(|color-mix|NaN|undefined/);
    expect(svg).toContain("seed 7");
    expect(svg.match(/<svg/g)).toHaveLength(2);
  },
);

test("texts of a picture are escaped, and lines are as wide as the chart", () => {
  const drawn = '<svg width="200" height="50"><text>a\u0000b</text></svg>';
  const figure = { title: "<b>&\u0001", caption: "one two three four five six seven eight nine ten", description: "" };
  const frame = { palette: { "--sans": '"A", sans-serif', "--paper": "#fff" }, foot: "</svg>" };
  const svg = standaloneSvg(figure, drawn, { ...frame, measure: (text) => 10 * text.length });
  expect(svg).toContain("&#60;b&#62;&#38;\ufffd");
  expect(svg).toContain("a\ufffdb");
  const lines = [...svg.matchAll(/fill="var\(--muted\)">([^<]*)</g)].map(([, line]) => line!);
  expect(lines.slice(0, -1).join(" ")).toBe(figure.caption);
  expect(Math.max(...lines.slice(0, -1).map((line) => line.length))).toBeLessThanOrEqual(20);
  expect(svg.endsWith("</svg>\n")).toBe(true);
});

test("a colour that a palette does not know keeps its name", () => {
  expect(withPalette("var(--accent) var(--unknown)", { "--accent": "#0b5394" })).toBe("#0b5394 var(--unknown)");
});
