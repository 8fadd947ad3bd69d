import { describe, expect, it } from "vitest";
import { calibrate } from "../../../src/core/fit/calibrate.ts";
import { curveData, dataUntil, readShare } from "../../../src/core/fit/curve-data.ts";
import type { RollingForecast } from "../../../src/core/fit/rolling-forecasts.ts";
import { rollingErrors, weighCurves } from "../../../src/core/fit/weigh-curves.ts";

const sum = (values: readonly number[]) => values.reduce((a, b) => a + b, 0);

describe("weights", () => {
  it("are alike where nothing is known", () => {
    expect(weighCurves([1, 1, 1, 1], [null, null, null, null], [null, null, null, null], 0)).toEqual([
      0.25, 0.25, 0.25, 0.25,
    ]);
  });

  it("start from the priors", () => {
    expect(weighCurves([3, 1], [null, null], [null, null], 0)).toEqual([0.75, 0.25]);
  });

  it("prefer the better criterion and the smaller rolling error, and leave nobody without", () => {
    const byCriterion = weighCurves([1, 1, 1], [10, 14, 30], [null, null, null], 0);
    expect(byCriterion[0]).toBeGreaterThan(byCriterion[1]);
    expect(byCriterion[2]).toBeGreaterThan(0.1);
    const byError = weighCurves([1, 1, 1], [null, null, null], [0.1, 0.2, 0.9], 9);
    expect(byError[0]).toBeGreaterThan(byError[1]);
    expect(byError[1]).toBeGreaterThan(byError[2]);
    expect(sum(byError)).toBeCloseTo(1, 12);
  });

  it("trust one lucky forecast less than nine good ones", () => {
    const lead = (origins: number) => weighCurves([1, 1], [null, null], [0.01, 0.3], origins)[0];
    expect(lead(9)).toBeGreaterThan(lead(1) + 0.05);
  });

  it("do not stumble over a history that never moved", () => {
    expect(weighCurves([1, 1], [1, 1], [0, 0], 5)).toEqual([0.5, 0.5]);
  });
});

const data = curveData([2000, 2001, 2002, 2003, 2004], [0.2, 0.3, 0.4, 0.5, 0.6], [0, 0, 0, 0, 0], 1, {
  mean: 0.9,
  sd: 0.1,
});
const forecastOf = (origin: number, target: number, off: number, scale: number): RollingForecast => ({
  origin,
  target,
  years: target - origin,
  components: [{ location: data.z[target] - off, scale, degreesOfFreedom: 30 }, null],
});

it("rolling errors are mean absolute errors on z, later origins counting more; null for what was never tried", () => {
  expect(rollingErrors(data, [forecastOf(2, 3, 0.1, 1), forecastOf(2, 4, -0.3, 1)], 2)).toEqual([0.2, null]);
  const [error] = rollingErrors(data, [forecastOf(1, 2, 1, 1), forecastOf(3, 4, 0, 1)], 2);
  expect(error).toBeCloseTo(0.64 / 1.64, 12);
});

describe("calibration", () => {
  const many = (off: number) => Array.from({ length: 40 }, (_, i) => forecastOf(i, 2 + (i % 3), off, 0.1));

  it("widens where readings lay outside, and by less where origins are few", () => {
    const wide = calibrate(data, many(0.4), [1, 0]);
    expect(wide.forecasts).toBe(40);
    // Needed: 0.4 / (0.1 x 1.31) = 3.05; drawn towards 1 with the weight of 20 origins against 40.
    expect(wide.factor).toBeCloseTo(3.05 ** (40 / 60), 1);
    expect(calibrate(data, many(0.4).slice(0, 2), [1, 0]).factor).toBeLessThan(1.2);
  });

  it("never narrows, and is 1 without any forecast", () => {
    expect(calibrate(data, many(0.001), [1, 0]).factor).toBe(1);
    expect(calibrate(data, [], [1, 0])).toEqual({ factor: 1, forecasts: 0 });
    expect(calibrate(data, many(0.4), [0, 1])).toEqual({ factor: 1, forecasts: 0 });
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
