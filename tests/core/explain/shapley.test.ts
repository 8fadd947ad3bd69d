import { expect, test } from "vitest";
import { shapley } from "../../../src/core/explain/shapley.ts";

const bits = (subset: number) => subset.toString(2).replaceAll("0", "").length;
const has = (subset: number, i: number) => (subset >> i) & 1;

test("the glove game has its known values: one left glove, two right ones", () => {
  const pair = (subset: number) => [has(subset, 0) && (has(subset, 1) || has(subset, 2)) ? 1 : 0];
  const { values, errors } = shapley(3, 1, pair, 1);
  expect(values[0][0]).toBeCloseTo(2 / 3, 14);
  expect(values[0][1]).toBeCloseTo(1 / 6, 14);
  expect(values[0][2]).toBeCloseTo(1 / 6, 14);
  expect(errors[0]).toEqual([0, 0, 0]);
});

test("eight players are taken exactly and sum to what all add", () => {
  const worth = (subset: number) => [Math.sqrt(bits(subset)), has(subset, 3) * 5 + has(subset, 0) * has(subset, 7)];
  const { values } = shapley(8, 2, worth, 1);
  for (const one of values[0]) expect(one).toBeCloseTo(Math.sqrt(8) / 8, 12);
  expect(values[1].map((v) => Math.round(v * 1e9) / 1e9)).toEqual([0.5, 0, 0, 5, 0, 0, 0, 0.5]);
});

test("beyond eight, sampled orders sum to the total and lie within their stated errors of the true values", () => {
  const weights = Array.from({ length: 12 }, (_, i) => i + 1);
  // Additive, and a bonus for the first and the last together, which is halved between them.
  const worth = (subset: number) => [
    weights.reduce((sum, w, i) => sum + w * has(subset, i), 0) + 10 * has(subset, 0) * has(subset, 11),
  ];
  const { values, errors } = shapley(12, 1, worth, 5);
  expect(values[0].reduce((sum, v) => sum + v, 0)).toBeCloseTo(78 + 10, 9);
  values[0].forEach((value, i) => {
    const truth = weights[i] + (i === 0 || i === 11 ? 5 : 0);
    expect(Math.abs(value - truth)).toBeLessThanOrEqual(4 * errors[0][i] + 1e-9);
  });
  // An order and its reverse together give both their half: no error is left.
  expect(errors[0][0]).toBeCloseTo(0, 12);
  expect(shapley(12, 1, worth, 5)).toEqual(shapley(12, 1, worth, 5));
});

test("sampled orders state an error where pairs do not cancel, and the truth lies within it", () => {
  const worth = (subset: number) => [bits(subset) >= 3 ? 1 : 0];
  const { values, errors } = shapley(10, 1, worth, 3);
  expect(Math.max(...errors[0])).toBeGreaterThan(0);
  for (const [i, value] of values[0].entries()) expect(Math.abs(value - 0.1)).toBeLessThan(5 * errors[0][i] + 0.02);
});
