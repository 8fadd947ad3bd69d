import { expect, test } from "vitest";
import { layOutTable } from "../../../src/cli/show/table.ts";

test("columns line up under Vietnamese letters, composed or not", () => {
  const rows = [
    ["Bảo hiểm y tế", "1"],
    ["Bảo hiểm y tế".normalize("NFD"), "22"],
    ["UI", "333"],
  ];
  const lines = layOutTable(["scheme", "n"], rows, [1], Number.POSITIVE_INFINITY).normalize("NFC").split("\n");
  expect(lines).toEqual([
    "scheme           n",
    "─────────────  ───",
    "Bảo hiểm y tế    1",
    "Bảo hiểm y tế   22",
    "UI             333",
  ]);
});

test("a table wider than the window wraps its widest column and keeps the others whole", () => {
  const text = layOutTable(["a", "words"], [["12345678", "one two three four five six seven eight nine ten"]], [], 40);
  expect(Math.max(...text.split("\n").map((line) => line.length))).toBeLessThanOrEqual(40);
  expect(text).toContain("12345678  one two three");
});
