import * as fc from "fast-check";
import { expect, test } from "vitest";
import { languageFor } from "../../src/report/language.ts";
import { probabilityStep } from "../../src/report/number-format.ts";

const en = languageFor("en");
const vi = languageFor("vi");

test("a share is a percentage with one decimal, in the reader's way", () => {
  expect(en.percent(0.4513)).toBe("45.1%");
  expect(vi.percent(0.4513)).toBe("45,1%");
  expect(en.percentRange(0.491, 0.556)).toBe("49.1% to 55.6%");
  expect(vi.percentRange(0.491, 0.556)).toBe("49,1% đến 55,6%");
});

test("percentage points carry a true minus and a plus", () => {
  expect(en.pointsWithUnit(-0.077)).toBe("\u22127.7 points");
  expect(en.pointsWithUnit(0.034)).toBe("+3.4 points");
  expect(vi.pointsWithUnit(0.034)).toBe("+3,4 điểm phần trăm");
  expect(en.pointsSize(-0.077)).toBe("7.7");
});

test.each([
  [21_316_000, "21.3 million", "21,3 triệu"],
  [2_292_000, "2.29 million", "2,29 triệu"],
  [543_210, "543,000", "543.000"],
  [999_700, "1 million", "1 triệu"],
  [999_400, "999,000", "999.000"],
  [0, "0", "0"],
  [-0.3, "0", "0"],
  [-3_760_000, "\u22123.76 million", "\u22123,76 triệu"],
])("%d people", (persons, english, vietnamese) => {
  expect(en.people(persons)).toBe(english);
  expect(vi.people(persons)).toBe(vietnamese);
});

test("a gain in people carries its sign", () => {
  expect(en.peopleChange(1_680_000)).toBe("+1.68 million");
  expect(en.peopleChange(-170_392)).toBe("\u2212170,000");
});

test.each([
  [0.374, 0.005, "37%"],
  [0, 0.0001, "<1%"],
  [0.0099, 0.001, "<1%"],
  [0.9953, 0.0007, ">99%"],
  [1, 0, ">99%"],
  [0.374, 0.0153, "35%"],
  [0.02, 0.014, "<5%"],
  [0.374, 0.05, "40%"],
  [0.374, null, "37%"],
])("a probability of %d with error %d is printed as %s, never finer than it deserves", (p, error, text) => {
  expect(en.probability(p, error)).toBe(text);
});

test("the printed step of a probability is at least two standard errors, up to 10 points", () => {
  fc.assert(
    fc.property(fc.double({ min: 0, max: 0.05, noNaN: true }), (error) => {
      expect(probabilityStep(error)).toBeGreaterThanOrEqual(Math.min(0.1, 2 * error - 0.0002));
    }),
  );
});

test("a probability is never printed as certain", () => {
  fc.assert(
    fc.property(
      fc.double({ min: 0, max: 1, noNaN: true }),
      fc.double({ min: 0, max: 0.05, noNaN: true }),
      (p, error) => {
        expect(["0%", "100%"]).not.toContain(en.probability(p, error));
      },
    ),
  );
});

test("dates are told in full within a sentence and in short within a table", () => {
  expect(en.date("2024-12-31")).toBe("31 December 2024");
  expect(en.shortDate("2024-12-31")).toBe("31 Dec 2024");
  expect(vi.date("2024-12-31")).toBe("31 tháng 12, 2024");
  expect(vi.shortDate("2024-12-31")).toBe("31/12/2024");
});

test("charts get the same separators as the text", () => {
  expect(en.chartLocale).toMatchObject({ decimal: ".", thousands: ",", percent: "%" });
  expect(vi.chartLocale).toMatchObject({ decimal: ",", thousands: ".", percent: "%" });
});
