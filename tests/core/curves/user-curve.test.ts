import { expect, test } from "vitest";
import { curveOf } from "../../../src/core/curves/index.ts";
import { logisticCurve } from "../../../src/core/curves/logistic.ts";
import { userCurve } from "../../../src/core/curves/user-curve.ts";
import type { CurveDefinition } from "../../../src/core/domain.ts";
import { fitTrend, type TrendRequest } from "../../../src/core/fit/fit-trend.ts";
import { mixtureQuantiles } from "../../../src/core/fit/mixture.ts";

const parameter = (name: string, start: number, min: number, max: number) => ({ name, start, min, max, prior: null });
const sCurve: CurveDefinition = {
  id: "my-s-curve",
  title: { en: "My S-curve", vi: "Đường S của tôi" },
  expression: "top / (1 + exp(-pace * (t - middle)))",
  gives: "share",
  parameters: [parameter("top", 0.8, 0.1, 0.99), parameter("pace", 0.2, 0.01, 2), parameter("middle", -5, -40, 40)],
};
const years = Array.from({ length: 16 }, (_, i) => 2009 + i);
const shares = years.map((year) => 0.7 / (1 + Math.exp(-0.4 * (year - 2024 + 8))));
const request = (over: Partial<TrendRequest> = {}): TrendRequest => ({
  scheme: "made-up",
  years,
  shares,
  rounding: years.map(() => 0),
  settings: { ceiling: null, window: { from: null, to: null }, curves: ["my-s-curve"], exclude: [] },
  definitions: [sCurve],
  ...over,
});

test("a formula that made the readings is found again, and carried on", () => {
  const trend = fitTrend(request());
  expect(trend.curves).toHaveLength(1);
  const [fitted] = trend.curves;
  expect(fitted).toMatchObject({ curve: "my-s-curve", status: "ok", weight: 1, definition: sCurve });
  const [top, pace, middle] = fitted.parameters.map((p) => p.estimate);
  expect(top).toBeCloseTo(0.7, 2);
  expect(pace).toBeCloseTo(0.4, 2);
  expect(middle).toBeCloseTo(-8, 1);
  expect(mixtureQuantiles(trend, 5, [0.5])[0]).toBeCloseTo(0.7 / (1 + Math.exp(-0.4 * 13)), 2);
});

test("derivatives on the logit are those of differences, for both things that a formula may give", () => {
  const straight: CurveDefinition = {
    ...sCurve,
    id: "straight",
    expression: "a + b * t",
    gives: "logit",
    parameters: [parameter("a", 0, -5, 5), parameter("b", 0.1, -1, 1)],
  };
  for (const [curve, theta] of [
    [userCurve(sCurve), [0.75, 0.3, -3]],
    [userCurve(straight), [0.2, 0.1]],
  ] as const)
    for (const t of [-6, 0, 4]) {
      const slopes = new Float64Array(theta.length);
      curve.gradient(theta, t, 0.9, slopes);
      theta.forEach((value, j) => {
        const moved = (by: number) =>
          curve.value(
            theta.map((other, i) => (i === j ? value + by : other)),
            t,
            0.9,
          );
        expect(slopes[j]).toBeCloseTo((moved(1e-5) - moved(-1e-5)) / 2e-5, 6);
      });
    }
  expect(userCurve(straight).value([0.2, 0.1], 3, 1)).toBeCloseTo(0.5, 12);
});

test("it stands beside the curves that come along, and is weighed by its past errors like them", () => {
  const settings = { ...request().settings, curves: ["my-s-curve", "naive", logisticCurve.id] };
  const trend = fitTrend(request({ settings }));
  const weightOf = (id: string) => trend.curves.find((c) => c.curve === id)?.weight ?? 0;
  expect(weightOf("my-s-curve")).toBeGreaterThan(weightOf("naive"));
  expect(weightOf("my-s-curve") + weightOf("naive") + weightOf("logistic")).toBeCloseTo(1, 12);
  // Nobody who does not name it gets it.
  const open = fitTrend(request({ settings: { ...settings, curves: [] } }));
  expect(open.curves.map((c) => c.curve)).not.toContain("my-s-curve");
});

test("a fitted curve read back from JSON is drawn from the formula that it carries", () => {
  const trend = fitTrend(request());
  const back = JSON.parse(JSON.stringify(trend)) as typeof trend;
  expect(mixtureQuantiles(back, 7, [0.1, 0.5, 0.9])).toEqual(mixtureQuantiles(trend, 7, [0.1, 0.5, 0.9]));
  expect(curveOf(back.curves[0]).label.vi).toBe("Đường S của tôi");
});

test("a prior holds what readings cannot tell", () => {
  const few = { years: years.slice(0, 6), shares: shares.slice(0, 6), rounding: years.slice(0, 6).map(() => 0) };
  const held = {
    ...sCurve,
    parameters: sCurve.parameters.map((p) => ({ ...p, prior: p.name === "top" ? { mean: 0.5, sd: 0.01 } : null })),
  };
  const [fitted] = fitTrend(request({ ...few, definitions: [held] })).curves;
  expect(fitted.parameters[0].estimate).toBeCloseTo(0.5, 1);
  expect(fitted.parameters[0].standardError).toBeLessThan(0.02);
});

test("a formula that leaves 0..K, or gives no number some day, makes no forecast that does", () => {
  const line = { ...sCurve, expression: "top + pace * t + 0 * middle" };
  const [low, high] = mixtureQuantiles(fitTrend(request({ definitions: [line] })), 60, [0.025, 0.975]);
  expect(low).toBeGreaterThanOrEqual(0);
  expect(high).toBeLessThanOrEqual(1);
  const root = { ...sCurve, expression: "top * sqrt(10 - t) / 10 + 0 * pace * middle" };
  const trend = fitTrend(request({ definitions: [root] }));
  expect(trend.curves[0]).toMatchObject({ status: "failed" });
  // The last value stands in.
  expect(trend.curves.find((c) => c.weight > 0)?.curve).toBe("naive");
});
