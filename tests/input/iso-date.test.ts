import { expect, test } from "vitest";
import { isIsoDate, startOfDay } from "../../src/input/iso-date.ts";

test.each(["2024-02-29", "2025-12-31", "2000-01-01"])("%s is a day", (text) => {
  expect(isIsoDate(text)).toBe(true);
});

test.each([
  "2025-02-30",
  "2025-02-29",
  "2025-13-01",
  "2025-00-10",
  "2025-1-1",
  "31.12.2025",
  "2025-12-31T00:00",
  "0999-01-01",
  "",
])("%j is no day", (text) => {
  expect(isIsoDate(text)).toBe(false);
});

test("a day begins where the day before ends, so a year begins on a whole number", () => {
  expect(startOfDay("2025-01-01")).toBe(2025);
  expect(startOfDay("2025-01-02")).toBe(2025 + 1 / 365);
  expect(startOfDay("2024-12-31")).toBe(2024 + 365 / 366);
  expect(startOfDay("2024-03-01")).toBe(2024 + 60 / 366);
});
