import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { combine, disagreement } from "../../../src/core/curves/combine.ts";
import { curves } from "../../../src/core/curves/index.ts";
import { outlook, outlookShare } from "../../../src/core/curves/outlook.ts";
import type { FittedTrend, TrendSettings } from "../../../src/core/domain.ts";
import { fitTrend } from "../../../src/core/fit/fit-trend.ts";
import { mixtureQuantile, mixtureQuantiles } from "../../../src/core/fit/mixture.ts";
import { quantiles } from "../../../src/core/numeric/quantiles.ts";
import { studentQuantile } from "../../../src/core/numeric/student-t.ts";
import { trendPaths } from "../../../src/core/simulate/trend-paths.ts";

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

describe("quantiles", () => {
  it("of the last value alone lie around it as far as the history has erred, by hand", () => {
    const trend = trendOf(["naive"]);
    const foreseen = outlook(trend, 4);
    expect(foreseen.centre).toBeCloseTo(0.6, 12);
    const spread = 0.32 * 0.02 ** 0.38 * trend.calibration * 0.002 ** 0.23 * 4 ** 0.42;
    const upper = spread * 1.21 * 0.8 ** 0.45;
    expect(foreseen.upper).toBeCloseTo(upper, 12);
    const distance = studentQuantile(0.9, 3) * upper;
    expect(mixtureQuantile(trend, 4, 0.9)).toBeCloseTo(0.6 + distance / (1 + (distance / 0.4) ** 4) ** 0.25, 12);
  });

  it.each(["combination", ...curves.map((c) => c.id)])("agree with 320,000 simulated paths: %s", (id) => {
    const trend = trendOf(id === "combination" ? [] : [id]);
    // Monte Carlo error is about 0.2 % of the spread at 10 and 90 %, and 0.5 % further out.
    const draws = 320_000;
    const ahead = [1, 5, 12];
    const paths = trendPaths(
      trend,
      null,
      4,
      draws,
      ahead.map((h) => trend.origin + h),
    );
    const levels = [0.025, 0.1, 0.5, 0.9, 0.975];
    ahead.forEach((h, y) => {
      const simulated = quantiles(paths, y * draws, draws, levels);
      levels.forEach((level, i) => {
        const spread = mixtureQuantile(trend, h, 0.9) - mixtureQuantile(trend, h, 0.1);
        expect(Math.abs(mixtureQuantile(trend, h, level) - simulated[i]), `${level} at ${h}`).toBeLessThan(
          (level < 0.1 || level > 0.9 ? 0.03 : 0.01) * spread + 1e-5,
        );
      });
    });
  });

  it("at the origin are the last reading, known exactly", () => {
    for (const curve of curves) {
      const trend = trendOf([curve.id]);
      const [low, middle, high] = mixtureQuantiles(trend, 0, [0.01, 0.5, 0.99]);
      expect(middle, curve.id).toBeCloseTo(0.6, 9);
      expect(high - low, curve.id).toBe(0);
    }
  });

  it("never leave the scale, however far out, and rise with the level", () => {
    fc.assert(
      fc.property(
        fc.double({ min: 0, max: 1, noNaN: true }),
        fc.double({ min: 0, max: 5, noNaN: true }),
        fc.array(fc.double({ min: -1e6, max: 1e6, noNaN: true }), { minLength: 2, maxLength: 9 }),
        (centre, width, xs) => {
          const at = { centre, lower: width, upper: width, ceiling: 1 };
          const values = xs.sort((a, b) => a - b).map((x) => outlookShare(at, x));
          values.forEach((value, i) => {
            expect(value >= 0 && value <= 1).toBe(true);
            if (i > 0) expect(value).toBeGreaterThanOrEqual(values[i - 1] - 1e-15);
          });
        },
      ),
      { numRuns: 300, seed: 5 },
    );
  });
});

describe("the combination", () => {
  it("lies half-way between weighted mean and weighted median", () => {
    expect(combine([0.4], [1])).toBe(0.4);
    expect(combine([0.2, 0.6], [0.5, 0.5])).toBeCloseTo(0.4, 12);
    // Mean 0.4; median 0.3: one that runs away pulls half as hard.
    expect(combine([0.2, 0.3, 0.7], [1 / 3, 1 / 3, 1 / 3])).toBeCloseTo(0.35, 12);
    // Half of the weight lies nine tenths of the way from the middle of the first's to the middle of the second's.
    expect(combine([0.7, 0.2], [0.9, 0.1])).toBeCloseTo(0.5 * (0.65 + 0.65), 12);
  });

  it("lies among its parts, whatever their order", () => {
    fc.assert(
      fc.property(fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { minLength: 1, maxLength: 7 }), (parts) => {
        const alike = parts.map(() => 1 / parts.length);
        const value = combine(parts, alike);
        expect(value).toBeGreaterThanOrEqual(Math.min(...parts) - 1e-12);
        expect(value).toBeLessThanOrEqual(Math.max(...parts) + 1e-12);
        expect(combine([...parts].reverse(), alike)).toBeCloseTo(value, 12);
      }),
      { numRuns: 200, seed: 6 },
    );
  });

  it("knows how far its parts lie apart", () => {
    expect(disagreement([0.3, 0.3], [0.5, 0.5])).toBe(0);
    expect(disagreement([0.2, 0.4], [0.5, 0.5])).toBeCloseTo(0.1, 12);
  });
});
