import { describe, expect, it } from "vitest";
import { curveById, curves } from "../../../src/core/curves/index.ts";
import type { FittedTrend, TrendSettings } from "../../../src/core/domain.ts";
import { curveData } from "../../../src/core/fit/curve-data.ts";
import { fitTrend } from "../../../src/core/fit/fit-trend.ts";
import { forecast, mixtureCdf, mixtureQuantile } from "../../../src/core/fit/mixture.ts";
import { quantiles } from "../../../src/core/numeric/quantiles.ts";
import { Stream } from "../../../src/core/numeric/stream.ts";
import { studentQuantile } from "../../../src/core/numeric/student-t.ts";
import { expit, logit } from "../../../src/core/units.ts";

const shares = [0.12, 0.15, 0.17, 0.22, 0.25, 0.31, 0.34, 0.4, 0.43, 0.49, 0.52, 0.57, 0.6];
const years = shares.map((_, i) => 2010 + i);
const settings: TrendSettings = {
  ceiling: { mean: 0.9, sd: 0.05 },
  window: { from: null, to: null },
  curves: [],
  exclude: [],
};
const trendOf = (ids: readonly string[] = []): FittedTrend =>
  fitTrend({ scheme: "s", years, shares, rounding: shares.map(() => 0.0005), settings: { ...settings, curves: ids } });

/** Shares `h` years on by the plain recipe: pick a curve, draw its parameters, walk its noise year by year. */
function simulate(trend: FittedTrend, h: number, draws: number): Float64Array {
  const random = new Stream(4, `simulate ${h}`);
  return Float64Array.from({ length: draws }, (_, draw) => {
    let u = random.uniform(draw, 0);
    const member =
      trend.curves.find((c) => {
        u -= c.weight;
        return u <= 0;
      }) ?? trend.curves[0];
    const curve = curveById(member.curve);
    const df = member.degreesOfFreedom;
    const widen = trend.calibration * Math.sqrt(df / random.chiSquare(draw, 100, df));
    const k = member.parameters.length;
    const normals = member.parameters.map((_, j) => random.normal(draw, 1 + j));
    const theta = member.parameters.map(({ estimate }, i) =>
      normals.reduce((sum, u, j) => (j <= i ? sum + widen * member.covarianceRoot[i * k + j] * u : sum), estimate),
    );
    let e = logit(trend.originShare) - curve.value(theta, 0, 1);
    for (let year = 1; year <= h; year++) e = member.rho * e + member.sigma * widen * random.normal(draw, 20 + year);
    return expit(curve.value(theta, h, 1) + e);
  });
}

describe("analytic quantiles", () => {
  it("of a single random walk with drift are those of a t distribution, by hand", () => {
    const trend = trendOf(["drift"]);
    const { parameters, sigma, degreesOfFreedom } = trend.curves[0];
    const h = 4;
    const spread = trend.calibration * Math.sqrt(h * sigma ** 2 + (h * parameters[0].standardError) ** 2);
    const z = logit(0.6) + h * parameters[0].estimate + studentQuantile(0.9, degreesOfFreedom) * spread;
    expect(mixtureQuantile(trend, h, 0.9)).toBeCloseTo(expit(z), 9);
  });

  it.each(["mixture", ...curves.map((c) => c.id)])("agree with 20,000 simulated paths: %s", (id) => {
    const trend = trendOf(id === "mixture" ? [] : [id]);
    const draws = 20000;
    // Monte Carlo error is about 0.003. Curves bend within the uncertainty of a ceiling, which the delta method leaves out.
    const tolerance = ["mixture", "logistic", "gompertz"].includes(id) ? 0.03 : 0.012;
    for (const h of [1, 5]) {
      const paths = simulate(trend, h, draws);
      const levels = [0.1, 0.5, 0.9];
      const simulated = quantiles(paths, 0, draws, levels);
      levels.forEach((level, i) => {
        expect(Math.abs(mixtureQuantile(trend, h, level) - simulated[i]), `${level} at ${h}`).toBeLessThan(tolerance);
      });
    }
  });

  it("are inverted by the distribution function, flat stretches between far curves included", () => {
    const far = [
      { location: -5, scale: 0.1, degreesOfFreedom: 5 },
      { location: 5, scale: 0.2, degreesOfFreedom: 9 },
    ];
    expect(mixtureCdf(far, [0.5, 0.5], 1, 0)).toBeCloseTo(0.5, 6);
    expect(mixtureCdf(far, [0.5, 0.5], 1, -5)).toBeCloseTo(0.25, 6);
    expect(mixtureCdf([{ location: 0, scale: 0, degreesOfFreedom: 5 }], [1], 1, 0)).toBe(1);
  });
});

it("a forecast at the origin is the last reading, known exactly", () => {
  for (const curve of curves) {
    const data = curveData(
      years,
      shares,
      shares.map(() => 0),
      1,
      { mean: 0.9, sd: 0.1 },
    );
    const fitted = curve.fit(data);
    if (fitted.status !== "ok") throw new Error(fitted.reason);
    const component = forecast(curveById(curve.id), fitted, logit(0.6), 0, 1);
    expect(component.location, curve.id).toBeCloseTo(logit(0.6), 12);
    expect(component.scale, curve.id).toBeCloseTo(0, 12);
  }
});
