import { expect, test } from "vitest";
import type { Distribution } from "../../src/core/domain.ts";
import type { LeverUnit } from "../../src/core/levers/lever.ts";
import { distributionText } from "../../src/report/distribution-text.ts";
import { languageFor } from "../../src/report/language.ts";
import { dateOfYearFraction } from "../../src/report/year-fraction-date.ts";

const cases: [LeverUnit, number, Distribution, string][] = [
  ["people", 1e9, { kind: "fixed", value: 1.2e6 }, "1.2 million"],
  [
    "people",
    1e9,
    { kind: "triangle", low: 8e5, mode: 1.2e6, high: 1.6e6 },
    "800,000 to 1.6 million, most likely 1.2 million",
  ],
  ["share", 1, { kind: "uniform", low: 0.3, high: 0.705 }, "30% to 70.5%"],
  ["share", 1, { kind: "logitnormal", mu: 0, sigma: 0.5 }, "30.5% to 69.5% in 9 of 10 futures"],
  ["rate-per-year", 0.2, { kind: "normal", mean: 0.006, sd: 0.004 }, "0.6% ± 0.4%"],
  ["rate-per-year", 10, { kind: "fixed", value: 0.7 }, "0.7"],
  ["points-per-year", 0.1, { kind: "uniform", low: 0.001, high: 0.008 }, "0.1 to 0.8 points"],
  ["years", 100, { kind: "lognormal", mu: 0, sigma: 0.5 }, "0.4 to 2.3 years in 9 of 10 futures"],
  ["share", 1, { kind: "beta", alpha: 2, beta: 3 }, "9.8% to 75.1% in 9 of 10 futures"],
  ["people", 1e9, { kind: "pert", low: 8e5, mode: 1e6, high: 2e6 }, "800,000 to 2 million, most likely 1 million"],
  ["years", 100, { kind: "discrete", values: [2, 3], weights: [0.25, 0.75] }, "2 years (25%), 3 years (75%)"],
  ["number", 10, { kind: "uniform", low: 1.25, high: 2 }, "1.25 to 2"],
  ["years", 100, { kind: "fixed", value: Number.POSITIVE_INFINITY }, "never"],
];

test.each(cases)("%s up to %d: %o is %s", (unit, max, distribution, text) => {
  expect(distributionText(languageFor("en"), { unit, max }, distribution)).toBe(text);
});

test.each([
  [2025 + 181 / 365, "2025-07-01"],
  [2025, "2025-01-01"],
  [2028 + 60 / 366, "2028-03-01"],
  [2029 - 1e-9, "2029-01-01"],
])("the year fraction %d is the morning of %s", (fraction, date) => {
  expect(dateOfYearFraction(fraction)).toBe(date);
});
