import { expect, test } from "vitest";
import { dateHint, isIsoDate, startOfDay } from "../../src/input/iso-date.ts";

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

test.each([
  ["2025-02-30", "there is no such day; that month ends on 2025-02-28"],
  ["2025-13-01", "there is no such day; look it up in a calendar"],
  ["2025-07-01T00:00:00", "write the day alone: 2025-07-01"],
  ["01/07/2025", "write 2025-07-01, or 2025-01-07 if the month comes first"],
  ["31.12.2025", "write 2025-12-31"],
  ["1 July 2025", "write 2025-07-01"],
  ["July 1st, 2025", "write 2025-07-01"],
  ["ngày 1/7/2025", "write 2025-07-01"],
  ["ngày 31/12/2025", "write 2025-12-31"],
  ["31 tháng 12 năm 2025", "write 2025-12-31"],
  ["2025", "write the day as well: 2025-01-01"],
  ["2025-07", "write the day as well: 2025-07-01"],
  ["tháng 7/2025", "write the day as well: 2025-07-01"],
  ["July 2025", "write the day as well: 2025-07-01"],
  ["Q3 2025", "write the day as well: 2025-07-01"],
  ["45838", "this is a spreadsheet's number of a day: write 2025-06-30"],
  ["soon", "write year-month-day, as 2025-12-31"],
])("%j is answered: %s", (text, words) => {
  expect(dateHint(text, "first")).toBe(words);
});

test("of a year or month alone the day is proposed that a reading or an end would have", () => {
  expect(dateHint("2025")).toBe("write the day as well: 2025-12-31");
  expect(dateHint("2024-02")).toBe("write the day as well: 2024-02-29");
});
