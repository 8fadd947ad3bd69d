import fc from "fast-check";
import { expect, test } from "vitest";
import { readOrigins } from "../../../src/input/series/read-origins.ts";
import { readSeries } from "../../../src/input/series/read-series.ts";

const bytes = (text: string) => new TextEncoder().encode(text);
const read = (text: string, unbounded = false) => readSeries("s.csv", [bytes(text)], unbounded);
const problems = (text: string, unbounded = false) =>
  read(text, unbounded).diagnostics.map(({ code, place }) => `${code} ${place?.line}:${place?.column}`);

test("series are read whatever order their rows stand in and whatever else the table holds", () => {
  const checked = read('year,series_id,entity,value_pct\n2001,a,"x, y",10\n2001,b,,50.5\n2002,a,"two\nlines",12.5\n');
  expect(checked.ok && [...checked.value.series.values()]).toEqual([
    { id: "a", years: [2001, 2002], values: [0.1, 0.125], line: 2 },
    { id: "b", years: [2001], values: [0.505], line: 3 },
  ]);
});

test("a column value holds shares, with --unbounded counts; percent are read as they stand in a count's place", () => {
  const unit = (text: string, unbounded: boolean) => {
    const checked = read(text, unbounded);
    return checked.ok && [checked.value.unit, checked.value.series.get("a")?.values[0]];
  };
  expect(unit("series_id,year,value\na,2001,0.5\n", false)).toEqual(["share", 0.5]);
  expect(unit("series_id,year,value\na,2001,1.5e6\n", true)).toEqual(["number", 1.5e6]);
  expect(unit("series_id,year,value_pct\na,2001,150\n", true)).toEqual(["number", 150]);
});

test("the pieces in which a table arrives change nothing", () => {
  const text = `\uFEFFseries_id,year,value_pct,note\r\n${Array.from(
    { length: 40 },
    (_, i) => `tỉnh ${i % 4},${2000 + Math.floor(i / 4)},${i},"a ""quoted""\r\nnote"\r\n`,
  ).join("")}`;
  const whole = readSeries("s.csv", [bytes(text)], false);
  expect(whole.ok && whole.value.series.size).toBe(4);
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 97 }), (size) => {
      const all = bytes(text);
      const pieces = Array.from({ length: Math.ceil(all.length / size) }, (_, i) =>
        all.subarray(i * size, (i + 1) * size),
      );
      expect(readSeries("s.csv", pieces, false)).toEqual(whole);
    }),
    { numRuns: 30 },
  );
});

test("everything that is wrong is told at once, with line and column", () => {
  const text = `series_id,year,value_pct
a,2001,10
a,2001,11
b,2001-12-31,12
c,2001,1e999
d,2001,140
,2001,5
e,2001
f,2001,
g,2002,3
g,2001,3
`;
  expect(problems(text)).toEqual([
    "series/year-order 3:3",
    "series/year 4:3",
    "csv/not-a-number 5:8",
    "series/out-of-range 6:8",
    "series/id 7:1",
    "csv/row-length 8:3",
    "csv/not-a-number 9:8",
    "series/year-order 11:3",
  ]);
});

test("places are right beyond the first piece and after cells of several lines", () => {
  const rows = Array.from({ length: 50 }, (_, i) => `s${i},2001,"5"\n`).join("");
  const pieces = [...bytes(`series_id,year,value_pct\n${rows}x,2001,"oh\nno"\ny,2001,-1\n`)].map((b) =>
    Uint8Array.of(b),
  );
  expect(readSeries("s.csv", pieces, false).diagnostics.map(({ place }) => place)).toEqual([
    { file: "s.csv", line: 52, column: 8 },
    { file: "s.csv", line: 54, column: 8 },
  ]);
});

test("what is no such table is refused: no column, no rows, binary, not UTF-8, a quote that stays open", () => {
  expect(read("series,year,value_pct\na,2001,1\n").diagnostics).toMatchObject([
    { code: "csv/missing-column", hint: /did you mean series/ },
  ]);
  expect(problems("series_id,year,value_pct\n")).toEqual(["csv/no-rows 1:1"]);
  expect(problems("")).toEqual(["csv/no-rows 1:1"]);
  expect(problems("series_id,year,value_pct\na,2001,\u0000\n")).toEqual(["file/binary 1:1"]);
  expect(
    readSeries("s.csv", [bytes("series_id,year,value\na,2001,"), Uint8Array.of(0xff)], false).diagnostics,
  ).toMatchObject([{ code: "file/not-utf8", place: { line: 2 } }]);
  const endless = `series_id,year,value_pct\na,2001,1\nb,2001,"${"x\n".repeat(200_000)}`;
  expect(readSeries("s.csv", [bytes(endless)], false).diagnostics).toMatchObject([
    { code: "csv/syntax", message: "this row is longer than 100000 characters" },
  ]);
  expect(problems("series_id,year,value\na,2001,45.2\n")).toEqual(["series/out-of-range 2:8"]);
  expect(problems("series_id,year,value\na,2001,-1\na,2002,1e300\n", true)).toEqual([
    "series/out-of-range 2:8",
    "series/out-of-range 3:8",
  ]);
});

test("origins name series and rows that are there, each once", () => {
  const table = read("series_id,year,value_pct\na,2001,1\na,2002,2\na,2004,3\nb,2001,1\n");
  if (!table.ok) throw new Error("the table is right");
  const origins = (text: string) => readOrigins("o.csv", [bytes(text)], table.value, 6);
  expect(origins("series_id,indicator,origin_n,origin_year,h\na,i,3,2004,5\na,i,2,2002,1\n")).toMatchObject({
    value: [
      { series: "a", readings: 3, horizon: 5 },
      { series: "a", readings: 2, horizon: 1 },
    ],
  });
  expect(origins("series_id,origin_n\na,2\n")).toMatchObject({ value: [{ series: "a", readings: 2, horizon: 6 }] });
  const wrong =
    "series_id,origin_n,origin_year,h\nc,2,2002,1\na,4,2004,1\na,3,2003,1\na,2,2002,0\na,3,2004,2\nb,1,2001,1\n";
  expect(origins(wrong).diagnostics.map(({ code, place }) => `${code} ${place?.line}:${place?.column}`)).toEqual([
    "series/unknown 2:1",
    "series/origin 3:3",
    "series/origin-year 4:5",
    "series/origin 5:10",
    "series/origin-twice 6:3",
    "series/too-short 7:3",
  ]);
});
