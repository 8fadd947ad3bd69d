import fc from "fast-check";
import { expect, test } from "vitest";
import { isFact, knownBy, publicationDates } from "../../../src/core/history/vintage.ts";
import { data, observation, reading, source } from "./made-up.ts";

const date = fc
  .integer({ min: 0, max: 5000 })
  .map((days) => new Date(Date.UTC(2010, 0, 1 + days)).toISOString().slice(0, 10));

test("a row's own publication date comes before its source's", () => {
  const publicationOf = publicationDates(data({ sources: [source("report", "2021-01-15")] }));
  expect(publicationOf(observation({ published: "2021-02-01" }))).toEqual({ published: "2021-02-01", assumed: false });
  expect(publicationOf(observation())).toEqual({ published: "2021-01-15", assumed: false });
});

test("a source without a date is taken as published 30 days after the latest reading in it", () => {
  const rows = [
    observation({ date: "2019-12-31", sources: ["blog"] }),
    observation({ date: "2020-06-30", sources: ["blog"] }),
    observation({ date: "2025-12-31", status: "projection", sources: ["blog"] }),
    observation({ date: "2021-12-31", status: "derived", sources: ["blog", "report"] }),
  ];
  const publicationOf = publicationDates(data({ observations: rows, sources: [source("blog"), source("report")] }));
  for (const row of rows.slice(0, 3)) expect(publicationOf(row)).toEqual({ published: "2020-07-30", assumed: true });
});

test("readings of a base date a source as well", () => {
  const publicationOf = publicationDates(
    data({ bases: [reading("2021-07-01", 5e6, { sources: ["yearbook"] })], sources: [source("yearbook")] }),
  );
  expect(publicationOf(observation({ date: "2019-12-31", sources: ["yearbook"] })).published).toBe("2021-07-31");
});

test("a figure from several sources was known when the last of them was", () => {
  const publicationOf = publicationDates(
    data({ sources: [source("first", "2020-03-01"), source("second", "2020-09-01")] }),
  );
  expect(publicationOf(observation({ sources: ["second", "first"] })).published).toBe("2020-09-01");
});

test("a source with projections alone and no date is never known in a replay", () => {
  const row = observation({ date: "2030-12-31", status: "projection", sources: ["plan"] });
  const publicationOf = publicationDates(data({ observations: [row], sources: [source("plan")] }));
  expect(publicationOf(row).published).toBeNull();
  expect(knownBy([row], "2099-01-01", publicationOf)).toEqual([]);
  expect(knownBy([row], null, publicationOf)).toHaveLength(1);
});

test("no row is known before it was published, and none is forgotten later", () => {
  fc.assert(
    fc.property(fc.array(fc.tuple(date, fc.option(date))), date, date, (rows, a, b) => {
      const observations = rows.map(([day, published], i) => observation({ date: day, published, sources: [`s${i}`] }));
      const publicationOf = publicationDates(data({ observations, sources: [] }));
      const [early, late] = [a, b].sort();
      const known = knownBy(observations, early, publicationOf);
      const later = new Set(knownBy(observations, late, publicationOf).map(({ index }) => index));
      for (const { row, index, published, assumed } of known) {
        expect(row).toBe(observations[index]);
        expect(published! <= early).toBe(true);
        expect(later.has(index)).toBe(true);
        if (assumed) expect(published! > row.date).toBe(true);
      }
    }),
  );
});

test("a figure is known from the day on which it was published", () => {
  const row = observation({ published: "2021-01-15" });
  const days = ["2021-01-14", "2021-01-15"].map((asOf) => knownBy([row], asOf, publicationDates(data())).length);
  expect(days).toEqual([0, 1]);
});

test("what a source derives of later days does not make it a later source", () => {
  const rows = [
    observation({ date: "2020-06-30", sources: ["blog"] }),
    observation({ date: "2030-12-31", status: "derived", sources: ["blog"] }),
  ];
  const publicationOf = publicationDates(data({ observations: rows, sources: [source("blog")] }));
  expect(publicationOf(rows[0]).published).toBe("2020-07-30");
});

test("what is printed more than a week ahead of its date is no fact, whatever it is called", () => {
  const figure = (published: string | null, status: "actual" | "projection" = "actual") => {
    const row = observation({ date: "2024-12-31", published, status });
    return { row, index: 0, published: published ?? "2025-01-30", assumed: published === null };
  };
  expect(isFact(figure("2024-11-24"))).toBe(false);
  expect(isFact(figure("2024-12-28"))).toBe(true);
  expect(isFact(figure(null))).toBe(true);
  expect(isFact(figure("2025-01-10", "projection"))).toBe(false);
});
