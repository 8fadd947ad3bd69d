import { expect, test } from "vitest";
import { readPrintedCount, readPrintedPercent } from "../../src/input/printed-number.ts";

test.each([
  ["39.35", 0.3935, 0.00005],
  ["45", 0.45, 0.005],
  ["45.0", 0.45, 0.0005],
  ["0.6", 0.006, 0.0005],
  ["100", 1, 0.005],
])("%s %% as printed is %d, known to %d", (text, value, rounding) => {
  expect(readPrintedPercent(text)).toEqual({ value, rounding });
});

test.each([
  ["18300000", 18_300_000, 50_000],
  ["18259000", 18_259_000, 500],
  ["93307123", 93_307_123, 0.5],
  ["20000000", 20_000_000, 500_000],
  ["7", 7, 0.5],
  ["0", 0, 0.5],
])("%s people as printed are %d, known to %d", (text, value, rounding) => {
  expect(readPrintedCount(text)).toEqual({ value, rounding });
});

test.each(["", "1,000", "1e6", "12%", "1.", ".5", "0x10", "NaN", " 5", "٣"])("%j is no printed percentage", (text) => {
  expect(readPrintedPercent(text)).toBeNull();
});

test.each(["", "1,000", "1e6", "1.5", "Infinity", "1".repeat(30)])("%j is no printed count", (text) => {
  expect(readPrintedCount(text)).toBeNull();
});
