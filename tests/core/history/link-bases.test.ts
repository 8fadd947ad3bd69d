import fc from "fast-check";
import { expect, test } from "vitest";
import type { BaseReading } from "../../../src/core/domain.ts";
import { baseOf, buildBaseSeries } from "../../../src/core/history/link-bases.ts";
import { dated, definition, reading } from "./made-up.ts";

const build = (
  readings: readonly BaseReading[],
  from: number,
  to: number,
  more: Parameters<typeof definition>[0] = {},
) => buildBaseSeries({ definition: definition(more), readings: dated(readings), from, to, horizon: 2030 }).series;
const valueIn = (series: ReturnType<typeof build>, year: number) => {
  const i = series.years.indexOf(year);
  return i < 0 ? null : [series.how[i], series.persons[i]];
};

test("a year end is the reading of the day, else the line of logarithms between its neighbours", () => {
  const series = build([reading("2019-12-31", 40e6), reading("2021-12-31", 42.025e6)], 2019, 2021);
  expect(series.how).toEqual(["reading", "between", "reading"]);
  expect(series.persons[1]).toBeCloseTo(41e6, -4);
});

test("before the first reading a base is held as it is, for five years and no longer", () => {
  const series = build([reading("2015-12-31", 40e6)], 2005, 2015);
  expect(series.years[0]).toBe(2010);
  expect(valueIn(series, 2010)).toEqual(["held", 40e6]);
});

test("a reading of 30 November stands for the year end, moved along by the growth ahead", () => {
  const series = build([reading("2024-12-31", 46e6), reading("2025-11-30", 46.5e6)], 2024, 2025);
  expect(valueIn(series, 2025)?.[0]).toBe("held");
  expect(series.persons[1]).toBeCloseTo(46.5e6 * 1.01 ** (31 / 365.25), 0);
});

test("a projection makes no reading, unless today's regime was stated at most a quarter ahead on a known day", () => {
  const stated = (published: string | null) =>
    reading("2024-12-31", 47e6, { status: "projection", variant: "medium", published, sources: [] });
  const read = reading("2023-12-31", 46e6);
  expect(valueIn(build([read, stated("2024-11-24")], 2023, 2024), 2024)).toEqual(["reading", 47e6]);
  expect(valueIn(build([read, stated("2024-06-01")], 2023, 2024), 2024)?.[0]).toBe("held");
  expect(valueIn(build([read, stated(null)], 2023, 2024), 2024)?.[0]).toBe("held");
  const low = { ...stated("2024-11-24"), variant: "low-80" };
  expect(valueIn(build([read, low], 2023, 2024), 2024)?.[0], "a line of the spread is no reading").toBe("held");
});

test("a year average is read on 1 July and the series runs to the last year read", () => {
  const series = build(
    [reading("2022-07-01", 99e6), reading("2023-07-01", 100e6), reading("2023-12-31", 150e6)],
    2022,
    2022,
    { reading: "year-average" },
  );
  expect(series.years).toEqual([2022, 2023]);
  expect(series.persons).toEqual([99e6, 100e6]);
});

test("linked values are marked, and so is what is bridged from them", () => {
  const series = build(
    [
      reading("2015-12-31", 50e6, { regime: "old" }),
      reading("2020-12-31", 50e6, { regime: "old" }),
      reading("2020-12-31", 45e6),
      reading("2021-12-31", 45e6),
    ],
    2014,
    2021,
  );
  expect(series.how).toEqual(["held", "linked", "between", "between", "between", "between", "reading", "reading"]);
  expect(baseOf(series, 2014)).toEqual({ persons: 45e6, how: "held", older: true });
  expect(baseOf(series, 2021)).toEqual({ persons: 45e6, how: "reading", older: false });
  expect(baseOf(series, 2030)).toBeNull();
});

test("growth goes on from the last year that has a value", () => {
  const series = build([reading("2012-12-31", 40e6)], 2012, 2024);
  expect(series.years.at(-1)).toBe(2017);
  expect(series.growth.years[0]).toBe(2018);
  expect(series.growth.years.at(-1)).toBe(2030);
});

test("no readings make no values", () => {
  expect(build([], 2015, 2020).years).toEqual([]);
});

test("whatever was read, values are positive, years ascend, and readings come back as they are", () => {
  const row = fc.record({ year: fc.integer({ min: 2000, max: 2024 }), persons: fc.integer({ min: 1e6, max: 2e6 }) });
  fc.assert(
    fc.property(fc.uniqueArray(row, { selector: ({ year }) => year, minLength: 1 }), (rows) => {
      const series = build(
        rows.map(({ year, persons }) => reading(`${year}-12-31`, persons)),
        1995,
        2024,
      );
      expect([...series.years].sort((a, b) => a - b)).toEqual([...series.years]);
      expect(series.persons.every((persons) => persons > 0)).toBe(true);
      for (const { year, persons } of rows) expect(valueIn(series, year)).toEqual(["reading", persons]);
    }),
  );
});
