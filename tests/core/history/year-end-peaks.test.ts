import { expect, test } from "vitest";
import { yearEndPeaks } from "../../../src/core/history/year-end-peaks.ts";
import { data, observation } from "./made-up.ts";

const at = (date: string, participants: number, over = {}) =>
  observation({ scheme: "s", date, participants, published: date, ...over });
const point = (year: number, participants: number) => ({ year, participants }) as never;
const histories = [{ scheme: "s", points: [point(2021, 100), point(2022, 110), point(2023, 120)] }];

test("a lead is what months between year ends lack of the line from one to the next", () => {
  const observations = [at("2022-07-01", 94.5), at("2023-07-01", 103.5), at("2023-04-01", 101.2)];
  const [peak] = yearEndPeaks(data({ observations }), histories, null);
  expect(peak).toMatchObject({ scheme: "s", readings: 3, years: 2 });
  expect(peak.lead).toBeCloseTo(0.1, 2);
});

test("December, rates without a count, years without both ends and what was not published yet do not count", () => {
  const observations = [
    at("2022-12-10", 50),
    at("2022-07-01", 50, { participants: null }),
    at("2024-07-01", 50),
    at("2023-07-01", 50, { published: "2023-08-01" }),
  ];
  expect(yearEndPeaks(data({ observations }), histories, "2023-07-15")).toEqual([]);
});

test("a scheme whose months stand above the line has no lead", () => {
  expect(yearEndPeaks(data({ observations: [at("2022-07-01", 108)] }), histories, null)).toEqual([]);
});
