import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { forecastSeries, type SeriesRequest } from "../../../src/core/fit/forecast-series.ts";
import { Stream } from "../../../src/core/numeric/stream.ts";
import { expit } from "../../../src/core/units.ts";

const levels = [0.025, 0.1, 0.5, 0.9, 0.975];
const foretell = (values: readonly number[], scale: SeriesRequest["scale"], years?: readonly number[]) =>
  forecastSeries({ years: years ?? values.map((_, i) => 2000 + i), values, horizon: 6, levels, scale });

describe("any series", () => {
  const steps = fc.array(fc.integer({ min: 1, max: 6 }), { minLength: 2, maxLength: 24 });
  const dated = (values: fc.Arbitrary<number>) =>
    steps.chain((gaps) =>
      fc.tuple(fc.constant(gaps), fc.array(values, { minLength: gaps.length, maxLength: gaps.length })),
    );
  const check = (scale: SeriesRequest["scale"], most: number) => (series: [number[], number[]]) => {
    let year = 1990;
    const forecasts = foretell(
      series[1],
      scale,
      series[0].map((gap) => {
        year += gap;
        return year;
      }),
    );
    expect(forecasts.length).toBe(6);
    for (const { mean, median, quantiles } of forecasts) {
      for (const q of [mean, median, ...quantiles]) expect(q >= 0 && q <= most, `${q}`).toBe(true);
      for (let i = 1; i < levels.length; i++) expect(quantiles[i]).toBeGreaterThanOrEqual(quantiles[i - 1]);
      expect(median).toBeCloseTo(quantiles[2], 9);
    }
  };

  it("of shares, with holes or without, is foretold within 0..1", () => {
    const share = fc.oneof(fc.constantFrom(0, 1, 0.5), fc.double({ min: 0, max: 1, noNaN: true }));
    fc.assert(fc.property(dated(share), check("share", 1)), { numRuns: 60, seed: 8 });
  });

  it("without a limit is foretold finite and never below 0", () => {
    const count = fc.oneof(fc.constantFrom(0, 1), fc.double({ min: 0, max: 1e9, noNaN: true }));
    fc.assert(fc.property(dated(count), check("unbounded", Number.MAX_VALUE)), { numRuns: 60, seed: 9 });
  });
});

describe.each(["share", "unbounded"] as const)("%s series", (scale) => {
  const width = (values: readonly number[]) => {
    const { quantiles } = foretell(values, scale)[4];
    return quantiles[3] - quantiles[1];
  };
  const line = (n: number, pace: number) => Array.from({ length: n }, (_, i) => 0.5 + pace * (i - n / 2));

  it("stays where it never moved, rises where it rose, falls where it fell", () => {
    const end = (values: readonly number[]) => foretell(values, scale)[5].median;
    expect(end(line(12, 0))).toBeCloseTo(0.5, 6);
    expect(end(line(12, 0.02))).toBeGreaterThan(0.6 + 0.06);
    expect(end(line(12, -0.02))).toBeLessThan(0.4 - 0.06);
  });

  it("is less certain where it is short or restless, and later on", () => {
    const noise = new Stream(3, "restless");
    const restless = line(15, 0.02).map((v, i) => v + 0.03 * noise.normal(0, i));
    expect(width(line(5, 0.02))).toBeGreaterThan(width(line(15, 0.02)));
    expect(width(line(3, 0.02))).toBeGreaterThan(width(line(5, 0.02)));
    expect(width(restless)).toBeGreaterThan(1.5 * width(line(15, 0.02)));
    const widths = foretell(restless, scale).map(({ quantiles }) => quantiles[3] - quantiles[1]);
    for (let i = 1; i < widths.length; i++) expect(widths[i]).toBeGreaterThan(widths[i - 1]);
  });

  it("does not care in which century it is", () => {
    const values = [0.2, 0.22, 0.27, 0.25, 0.33, 0.36];
    expect(
      foretell(
        values,
        scale,
        values.map((_, i) => 1800 + i),
      ),
    ).toEqual(foretell(values, scale));
  });
});

it("near the limits, shares leave less room towards the limit than away from it", () => {
  const high = foretell([0.9, 0.94, 0.96, 0.97, 0.96, 0.98, 0.97, 0.98], "share")[3].quantiles;
  expect(high[3] - high[2]).toBeLessThan(high[2] - high[1]);
  const low = foretell([0.004, 0.006, 0.005, 0.01, 0.012, 0.015, 0.014, 0.02], "share")[3].quantiles;
  expect(low[3] - low[2]).toBeGreaterThan(low[2] - low[1]);
});

it("unbounded forecasts grow with the unit", () => {
  const values = [120, 135, 128, 150, 171, 160, 190, 205, 230];
  const plain = foretell(values, "unbounded");
  const thousands = foretell(
    values.map((v) => 1000 * v),
    "unbounded",
  );
  plain.forEach(({ median, quantiles }, h) => {
    expect(thousands[h].median / 1000).toBeCloseTo(median, 6);
    quantiles.forEach((q, i) => {
      expect(thousands[h].quantiles[i] / 1000).toBeCloseTo(q, 6);
    });
  });
});

/**
 * Ranks of outcomes among what was foretold, for series of known make. The method does not know the make, so that ranks
 * need not be uniform to the last digit, but no tenth of the distribution may be empty or hold a third of the outcomes.
 */
describe("ranks of outcomes are spread over the whole distribution", () => {
  const tenths = [0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9];
  const makers: Record<string, { scale: SeriesRequest["scale"]; make: (draw: number, u: Stream) => number[] }> = {
    "a share that drifts at random": {
      scale: "share",
      make(draw, u) {
        let z = u.normal(draw, 50);
        return Array.from({ length: 18 }, (_, i) => {
          z += 0.05 + 0.15 * u.normal(draw, i);
          return expit(z);
        });
      },
    },
    "a share whose pace changes": {
      scale: "share",
      make(draw, u) {
        let z = u.normal(draw, 50) - 1;
        let pace = 0.1;
        return Array.from({ length: 18 }, (_, i) => {
          pace = 0.9 * pace + 0.04 * u.normal(draw, i);
          z += pace;
          return expit(z + 0.05 * u.normal(draw, 100 + i));
        });
      },
    },
    "a count that grows at random": {
      scale: "unbounded",
      make(draw, u) {
        let log = 5;
        return Array.from({ length: 18 }, (_, i) => {
          log += 0.04 + 0.1 * u.normal(draw, i);
          return Math.exp(log);
        });
      },
    },
  };
  it.each(Object.keys(makers))("%s", (name) => {
    const { scale, make } = makers[name];
    const u = new Stream(23, name);
    const counts = new Array(10).fill(0);
    const series = 250;
    for (let draw = 0; draw < series; draw++) {
      const values = make(draw, u);
      const known = values.slice(0, 15);
      const [, , third] = forecastSeries({
        years: known.map((_, i) => 2000 + i),
        values: known,
        horizon: 3,
        levels: tenths,
        scale,
      });
      counts[third.quantiles.filter((q) => values[17] > q).length]++;
    }
    for (const count of counts) {
      expect(count / series, counts.join()).toBeGreaterThan(0.01);
      expect(count / series, counts.join()).toBeLessThan(0.25);
    }
    const inside = counts.slice(1, 9).reduce((sum, c) => sum + c, 0) / series;
    expect(inside).toBeGreaterThan(0.72);
    expect(inside).toBeLessThan(0.93);
  });
});

describe("awkward series are foretold 1 and 30 years ahead, inside the limits, and less surely the further ahead", () => {
  const rise = (n: number) => Array.from({ length: n }, (_, i) => 0.2 + (0.4 * i) / n);
  const shapes: Record<string, { values: readonly number[]; years?: readonly number[] }> = {
    "two readings": { values: [0.2, 0.24] },
    "three readings": { values: [0.2, 0.24, 0.27] },
    "four readings": { values: [0.2, 0.24, 0.27, 0.33] },
    "40 years": { values: rise(40) },
    "never moved": { values: new Array(12).fill(0.55) },
    full: { values: new Array(12).fill(1) },
    empty: { values: new Array(12).fill(0) },
    "full but for once": { values: [1, 1, 1, 0.4, 1, 1, 1] },
    falling: { values: rise(12).reverse() },
    "a spike": { values: [0.3, 0.31, 0.32, 0.9, 0.33, 0.34, 0.35, 0.36] },
    "a step": { values: [0.2, 0.2, 0.2, 0.2, 0.2, 0.7, 0.7, 0.7, 0.7, 0.7] },
    "from end to end": { values: [0, 1, 0, 1, 0, 1, 0, 1] },
    "holes of many years": { values: [0.1, 0.12, 0.2, 0.35, 0.37, 0.6], years: [1990, 1991, 1995, 2003, 2004, 2012] },
  };
  it.each(Object.keys(shapes))("%s", (name) => {
    const { values, years = values.map((_, i) => 2000 + i) } = shapes[name];
    for (const scale of ["share", "unbounded"] as const) {
      const levels = [0.025, 0.1, 0.9, 0.975];
      const ahead = forecastSeries({ years, values, horizon: 30, levels, scale });
      expect(forecastSeries({ years, values, horizon: 1, levels, scale })).toEqual(ahead.slice(0, 1));
      const top = scale === "share" ? 1 : Number.MAX_VALUE;
      for (const { mean, median, quantiles } of ahead) {
        const [low95, low80, high80, high95] = quantiles;
        const order = [0, low95, low80, median, high80, high95, top];
        expect([...order].sort((a, b) => a - b)).toEqual(order);
        expect(mean).toBeGreaterThanOrEqual(0);
        expect(mean).toBeLessThanOrEqual(top);
      }
      // Until the middle itself nears a limit and leaves the interval no room.
      const width = (h: number) => ahead[h - 1].quantiles[2] - ahead[h - 1].quantiles[1];
      for (let h = 2; h <= 5; h++) expect(width(h), `${scale} ${h}`).toBeGreaterThan(width(h - 1));
    }
  });
});
