import { expect, test } from "vitest";
import { countHint, percentHint } from "../../src/input/csv-slips.ts";
import { dateHint } from "../../src/input/iso-date.ts";

test.each([
  ["3,000,000", "write 3000000"],
  ["3.000.000", "write 3000000"],
  ["3 000 000", "write 3000000"],
  ["3000000.0", "write 3000000"],
  ["3.0E+06", "a spreadsheet has shortened it, and digits are lost: look the figure up"],
  ["n/a", "leave the cell empty where nothing is known"],
  ["-", "leave the cell empty where nothing is known"],
  ["three", "write digits alone: 18300000"],
])("a count written %s: %s", (text, hint) => {
  expect(countHint(text)).toBe(hint);
});

test.each([
  ["30,5", "write 30.5"],
  ["30.5%", "write 30.5"],
  ["45 %", "write 45"],
  ["half", "write digits and one point, without the sign: 39.35"],
])("a percentage written %s: %s", (text, hint) => {
  expect(percentHint(text)).toBe(hint);
});

test.each([
  ["31/12/2025", "write 2025-12-31"],
  ["31.12.2025", "write 2025-12-31"],
  ["12/31/2025", "write 2025-12-31"],
  ["1/7/2025", "write 2025-07-01, or 2025-01-07 if the month comes first"],
  ["2025-7-1", "write 2025-07-01"],
  ["2025/07/01", "write 2025-07-01"],
  ["44926", "this is a spreadsheet's number of a day: write 2022-12-31"],
  ["2025", "write the day as well: 2025-12-31"],
  ["2025-02-30", "there is no such day; that month ends on 2025-02-28"],
  ["99/99/2025", "write year-month-day, as 2025-12-31"],
  ["1 July 2025", "write 2025-07-01"],
])("a day written %s: %s", (text, hint) => {
  expect(dateHint(text)).toBe(hint);
});
