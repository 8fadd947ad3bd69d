import { expect, test } from "vitest";
import { quantityText, readQuantity } from "../../src/input/quantity.ts";
import { assumptionValue } from "../../src/report/assumption-value.ts";
import { languageFor } from "../../src/report/language.ts";

/** Every way of writing an uncertain number, as tables of assumptions word it. */
const written = [
  ["share", "12.5%"],
  ["share", { low: "3%", mode: "5.5%", high: "7%" }],
  ["share", { pert: { low: "3%", mode: "5%", high: "7%" } }],
  ["share", { p5: "30%", p95: "70%" }],
  ["share", { uniform: { low: "1%", high: "2%" } }],
  ["share", { beta: { alpha: 2, beta: 5.5 } }],
  ["share", { beta: { mean: "20%", sd: "5%" } }],
  ["people", { low: "0.8M", mode: "1.2M", high: "1.6M" }],
  ["people", { lognormal: { median: "500k", p95: "1.5M" } }],
  ["people", { lognormal: { mean: "500k", sd: "150k" } }],
  ["points-per-year", { normal: { mean: "0.4pp", sd: "0.1pp" } }],
  ["years", { values: ["18mo", "3y"], weights: [3, 1] }],
  ["rate-per-year", "-0.5%"],
] as const;

const texts = written.map(([unit, raw]) => {
  const read = readQuantity(unit, raw, { min: -10, max: 1e9 });
  if ("faults" in read) throw new Error(JSON.stringify([raw, read.faults]));
  return quantityText(read.value);
});

test("every kind of uncertain number is worded in the reader's language, with its way of writing numbers", () => {
  const english = texts.map((text) => assumptionValue(languageFor("en"), text));
  expect(english.slice(0, 2)).toEqual(["12.5%", "3% to 7%, most likely 5.5%"]);
  expect(english[7]).toBe("800,000 to 1.6 million, most likely 1.2 million");
  const vietnamese = texts.map((text) => assumptionValue(languageFor("vi"), text));
  for (const text of vietnamese) {
    expect(text).not.toMatch(/\b(?:to|most|likely|all|equally|in|one|twenty|above|with|million|points|months|years)\b/);
    expect(text).not.toMatch(/\d\.\d{1,2}(?!\d)/);
  }
  expect(vietnamese.slice(0, 2)).toEqual(["12,5%", "3% đến 7%, khả năng cao nhất 5,5%"]);
});

test("dates, ramps, money and what the data say are worded too; names stay as the file has them", () => {
  const vi = (text: string) => assumptionValue(languageFor("vi"), text);
  expect(vi("2025-07-01")).toBe("01/07/2025");
  expect(vi("linear over 3y")).toBe("đều đặn trong 3 năm");
  expect(vi("never")).toBe("không bao giờ");
  expect(vi("300k to 500k, most likely 350k VND per person")).toMatch(/350\.000.* VND mỗi người$/);
  expect(vi("from the projections in the data")).not.toMatch(/from|data/);
  for (const name of ["si-compulsory", "From now to then", "true", "12.5.2024 to Mars", "scheme-2 to x"])
    expect(vi(name)).toBe(name);
});
