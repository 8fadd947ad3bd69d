import { describe, expect, it } from "vitest";
import { curveData, dataUntil, readShare } from "../../../src/core/fit/curve-data.ts";
import { ownError } from "../../../src/core/fit/own-error.ts";
import type { RollingForecast } from "../../../src/core/fit/rolling-forecasts.ts";
import { rollingErrors, weighCurves } from "../../../src/core/fit/weigh-curves.ts";

const sum = (values: readonly number[]) => values.reduce((a, b) => a + b, 0);

describe("weights", () => {
  it("are alike where nothing is known", () => {
    expect(weighCurves([null, null, null, null], 0)).toEqual([0.25, 0.25, 0.25, 0.25]);
  });

  it("prefer the smaller rolling error, and leave nobody without", () => {
    const weights = weighCurves([0.1, 0.2, 0.9], 9);
    expect(weights[0]).toBeGreaterThan(weights[1]);
    expect(weights[1]).toBeGreaterThan(weights[2]);
    expect(weights[2]).toBeGreaterThan(0.01);
    expect(sum(weights)).toBeCloseTo(1, 12);
  });

  it("count a curve that was never tried as the mean of the others", () => {
    const weights = weighCurves([0.1, null, 0.3], 9);
    expect(weights[0]).toBeGreaterThan(weights[1]);
    expect(weights[1]).toBeGreaterThan(weights[2]);
  });

  it("trust one lucky forecast less than nine good ones", () => {
    const lead = (origins: number) => weighCurves([0.01, 0.3], origins)[0];
    expect(lead(9)).toBeGreaterThan(lead(1) + 0.05);
  });

  it("do not stumble over a history that never moved", () => {
    expect(weighCurves([0, 0], 5)).toEqual([0.5, 0.5]);
  });
});

const data = curveData([2000, 2001, 2002, 2003, 2004], [0.2, 0.3, 0.4, 0.5, 0.6], [0, 0, 0, 0, 0], 1, {
  mean: 0.9,
  sd: 0.1,
});
const share = [0.2, 0.3, 0.4, 0.5, 0.6];
const forecastOf = (origin: number, target: number, off: number): RollingForecast => ({
  origin,
  target,
  years: target - origin,
  shares: [share[target] - off, null],
});
const angle = (p: number) => Math.asin(Math.sqrt(p));

it("rolling errors are mean absolute errors of the angle, later origins counting more; null for what was never tried", () => {
  const [near, far] = [angle(0.5) - angle(0.4), angle(0.7) - angle(0.6)];
  const [mean, never] = rollingErrors(data, [forecastOf(2, 3, 0.1), forecastOf(2, 4, -0.1)], 2);
  expect(mean).toBeCloseTo((near + far) / 2, 12);
  expect(never).toBe(null);
  const [error] = rollingErrors(data, [forecastOf(1, 3, 0.1), forecastOf(3, 4, 0)], 2);
  expect(error).toBeCloseTo((0.75 ** 2 * near) / (0.75 ** 2 + 1), 12);
});

describe("the own error of a history", () => {
  it("is about its mean step where nothing was ever foretold, and near what was foretold wrongly where much was", () => {
    expect(ownError(data, [], [1, 0])).toBeCloseTo(0.003 + 0.75 * 0.1, 12);
    const wrong = (off: number) =>
      ownError(
        data,
        [0, 1, 2, 3].flatMap((o) => Array.from({ length: 20 }, () => forecastOf(o, o + 1, off))),
        [1, 0],
      );
    expect(wrong(0.1)).toBeCloseTo(0.1, 2);
    expect(wrong(0)).toBeLessThan(0.003);
  });

  it("leaves out curves without weight", () => {
    expect(ownError(data, [forecastOf(2, 3, 0.1)], [0, 1])).toBe(ownError(data, [], [1, 0]));
  });
});

describe("readings on the logit", () => {
  it("are read inside the limits by half their rounding, and never nearer than a thousandth", () => {
    expect(readShare(1, 0.005, 1)).toBe(0.9975);
    expect(readShare(1, 0, 1)).toBe(0.999);
    expect(readShare(0, 0, 0.5)).toBe(0.0005);
    expect(readShare(0.3, 0.005, 1)).toBe(0.3);
  });

  it("are dated from the origin, and carry what their rounding leaves open", () => {
    const rounded = curveData([2000, 2003], [0.5, 0.5], [0.05, 0.05], 1, { mean: 0.9, sd: 0.1 });
    expect([...rounded.t]).toEqual([-3, 0]);
    // 0.05 / sqrt(3) / 0.25
    expect(rounded.sd[0]).toBeCloseTo(0.11547, 5);
    expect([...dataUntil(data, 2).t]).toEqual([-2, -1, 0]);
  });
});
