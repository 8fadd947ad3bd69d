import fc from "fast-check";
import { expect, test } from "vitest";
import type { Observation, Workspace } from "../../../src/core/domain.ts";
import { buildHistories } from "../../../src/core/history/build-history.ts";
import { data, definition, observation, reading, scheme, source, workspace } from "./made-up.ts";

const bases = [2018, 2019, 2020, 2021, 2022].map((year) =>
  reading(`${year}-12-31`, 1e6 * (year - 1978), { published: `${year + 1}-01-31` }),
);
const build = (observations: readonly Observation[], asOf: string | null = null, more: Partial<Workspace> = {}) =>
  buildHistories({ workspace: workspace(more), data: data({ observations, bases }), asOf });
const family = { schemes: [scheme("total", { sumOf: ["men", "women"] }), scheme("men"), scheme("women")] };
const count = (id: string, year: number, participants: number, more: Partial<Observation> = {}) =>
  observation({ scheme: id, date: `${year}-12-31`, participants, ...more });
const pointsOf = (built: ReturnType<typeof build>, id: string) =>
  built.histories.find((history) => history.scheme === id)!.points;

test("only readings of 31 December make points, and a year without one stays a gap", () => {
  const { histories } = build([
    observation({ date: "2018-12-31", participants: 4e6 }),
    observation({ date: "2019-06-30", participants: 5e6 }),
    observation({ date: "2020-12-31", participants: 6e6 }),
  ]);
  expect(histories).toHaveLength(1);
  expect(histories[0].points.map(({ year }) => year)).toEqual([2018, 2020]);
});

test("a missing part is the total less the others, a missing total the sum of its parts", () => {
  const built = build(
    [
      ...[count("total", 2019, 10e6), count("men", 2019, 6e6)],
      ...[count("men", 2020, 6e6), count("women", 2020, 5e6)],
      ...[count("total", 2021, 12e6)],
    ],
    null,
    family,
  );
  const [women2019] = pointsOf(built, "women");
  expect(women2019).toMatchObject({
    year: 2019,
    derivation: "total-parts",
    status: "derived",
    used: [0, 1],
    rivals: [],
  });
  expect(women2019.participants).toBeCloseTo(4e6, 3);
  expect(women2019.rounding, "the roundings add up").toBeCloseTo(1000 / 41e6, 12);
  const total2020 = pointsOf(built, "total").find(({ year }) => year === 2020)!;
  expect(total2020).toMatchObject({ derivation: "sum-of-parts", participants: 11e6 });
  expect(
    pointsOf(built, "women").map(({ year }) => year),
    "two missing parts cannot be told apart",
  ).toEqual([2019, 2020]);
});

test("parts that exceed their total make no negative remainder", () => {
  const built = build([count("total", 2019, 5e6), count("men", 2019, 6e6)], null, family);
  expect(pointsOf(built, "women")).toEqual([]);
});

test("a year end that has projections alone is left out and told, unless the sum fills it", () => {
  const built = build(
    [count("total", 2019, 10e6), count("men", 2019, 6e6), count("women", 2019, 5e6, { status: "projection" })],
    null,
    family,
  );
  expect(pointsOf(built, "women")[0]).toMatchObject({ derivation: "total-parts", rivals: [2] });
  expect(built.findings).toMatchObject([
    { code: "audit/projection-as-fact", severity: "warning", scheme: "women", date: "2019-12-31" },
  ]);
  expect(built.findings[0].message.en).toContain("total less other parts for 2019");
});

test("a scheme whose base nobody read has no points, and that is a warning", () => {
  const built = build([observation({ scheme: "pension", participants: 4e6 })], null, {
    schemes: [scheme("pension", { base: "children" })],
    bases: [definition(), definition({ id: "children" })],
  });
  expect(built.histories[0].points).toEqual([]);
  expect(built.bases).toEqual([]);
  expect(built.findings).toMatchObject([{ code: "audit/no-base", severity: "warning" }]);
});

test("a scheme with a lag gets the base of the year before its first point", () => {
  const { histories, bases: series } = buildHistories({
    workspace: workspace({
      schemes: [scheme("pension", { baseLagYears: 1 })],
      bases: [definition({ reading: "year-average" })],
    }),
    data: data({
      observations: [count("pension", 2018, 4e6)],
      bases: [reading("2017-07-01", 40e6), reading("2018-07-01", 50e6)],
    }),
    asOf: null,
  });
  expect(series[0].years).toEqual([2017, 2018]);
  expect(histories[0].points).toMatchObject([{ coverage: 0.1, base: 40e6 }]);
});

test("a replay uses what had been published by the day, bases included", () => {
  const dataThen = data({
    observations: [
      count("pension", 2019, 4e6, { published: "2020-01-15" }),
      count("pension", 2020, 5e6, { published: "2021-01-15" }),
      count("pension", 2019, 4.1e6, { published: "2021-05-15" }),
    ],
    bases: [
      reading("2019-12-31", 40e6, { published: "2020-03-01" }),
      reading("2020-12-31", 41e6, { published: "2021-03-01" }),
    ],
    sources: [source("report"), source("census")],
  });
  const seen = (asOf: string | null) => {
    const { histories, bases: series } = buildHistories({ workspace: workspace(), data: dataThen, asOf });
    return [histories[0].points.map(({ participants }) => participants), series[0]?.how];
  };
  expect(seen("2020-02-01")).toEqual([[], undefined]);
  expect(seen("2020-12-31")).toEqual([[4e6], ["reading"]]);
  expect(seen("2021-02-01")).toEqual([
    [4e6, 5e6],
    ["reading", "held"],
  ]);
  expect(seen(null)).toEqual([
    [4.1e6, 5e6],
    ["reading", "reading"],
  ]);
});

const figure = fc.record({
  scheme: fc.constantFrom("total", "men", "women"),
  year: fc.integer({ min: 2018, max: 2022 }),
  participants: fc.option(fc.integer({ min: 1e5, max: 3e7 })),
  coverage: fc.option(fc.integer({ min: 1, max: 9999 }).map((n) => n / 10_000)),
  status: fc.constantFrom("actual", "estimate", "derived", "projection" as const),
  published: fc.integer({ min: 2018, max: 2024 }).map((year) => `${year}-03-15`),
});
const figures = fc
  .array(figure, { maxLength: 30 })
  .map((rows) =>
    rows
      .filter(({ participants, coverage }) => participants !== null || coverage !== null)
      .map(({ year, ...row }) => observation({ ...row, date: `${year}-12-31`, coverageRounding: 5e-5 })),
  );

test("whatever was published, every point obeys the identity and names figures of its own day", () => {
  fc.assert(
    fc.property(figures, (rows) => {
      for (const { scheme: id, points } of build(rows, null, family).histories)
        for (const point of points) {
          expect(point.participants / (point.coverage * point.base)).toBeCloseTo(1, 12);
          expect(point.coverage).toBeGreaterThan(0);
          for (const index of point.used) expect(rows[index].date).toBe(`${point.year}-12-31`);
          for (const index of point.rivals) expect(rows[index]).toMatchObject({ scheme: id });
          expect(point.used.some((index) => rows[index].status !== "projection")).toBe(true);
        }
    }),
  );
});

test("what is published after the day of a replay changes nothing in it", () => {
  fc.assert(
    fc.property(figures, figures, (rows, others) => {
      const asOf = "2021-06-30";
      const later = others.filter(({ published }) => published! > asOf);
      expect(build([...rows, ...later], asOf, family)).toEqual(build(rows, asOf, family));
    }),
  );
});
