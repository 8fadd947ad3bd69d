import { describe, expect, it } from "vitest";
import type { FittedTrend, TrendSettings } from "../../../src/core/domain.ts";
import { fitTrend } from "../../../src/core/fit/fit-trend.ts";
import { Stream } from "../../../src/core/numeric/stream.ts";
import { expit } from "../../../src/core/units.ts";

const YEARS = 20;
const years = Array.from({ length: YEARS }, (_, i) => 2005 + i);
const trendOf = (z: readonly number[], settings: Partial<TrendSettings>): FittedTrend =>
  fitTrend({
    scheme: "s",
    years,
    shares: z.map((value) => expit(value)),
    rounding: z.map(() => 0.0005),
    settings: {
      ceiling: null,
      window: { from: null, to: null },
      curves: ["logit-linear"],
      exclude: [],
      ...settings,
    },
  });
const slope = (trend: FittedTrend) => trend.curves[0].parameters[1];
const noise = new Stream(5, "regression weights");
const line = (draw: number) => years.map((_, i) => -1 + 0.1 * i + 0.04 * noise.normal(draw, i));

describe("Huber's loss", () => {
  const spoilt = (draw: number) => line(draw).map((z, i) => (i === YEARS - 3 ? z - 1.2 : z));
  const missed = (loss: TrendSettings["loss"], readings: (draw: number) => number[]) => {
    let sum = 0;
    for (let draw = 0; draw < 40; draw++) sum += Math.abs(slope(trendOf(readings(draw), { loss })).estimate - 0.1);
    return sum / 40;
  };

  it("lets one odd reading move a line far less than squares do", () => {
    expect(missed("huber", spoilt)).toBeLessThan(0.5 * missed("squares", spoilt));
  });

  it("costs little where no reading is odd", () => {
    expect(missed("huber", line)).toBeLessThan(1.15 * missed("squares", line));
  });

  it("is squares unless asked for", () => {
    expect(trendOf(spoilt(1), {})).toEqual(trendOf(spoilt(1), { loss: "squares" }));
  });
});

describe("half-life", () => {
  // The pace doubles half-way.
  const turned = years.map((_, i) => -1 + (i < 10 ? 0.06 * i : 0.6 + 0.12 * (i - 10)) + 0.01 * noise.normal(99, i));

  it("draws a line to what has been read of late, the shorter the more", () => {
    const slopes = [undefined, 12, 6, 3].map(
      (halfLife) => slope(trendOf(turned, halfLife ? { halfLife } : {})).estimate,
    );
    for (let i = 1; i < slopes.length; i++) expect(slopes[i]).toBeGreaterThan(slopes[i - 1]);
    expect(slopes[0]).toBeLessThan(0.1);
    expect(slopes[3]).toBeGreaterThan(0.105);
  });

  it("makes the slope less certain, since fewer readings tell it", () => {
    expect(slope(trendOf(line(3), { halfLife: 3 })).standardError).toBeGreaterThan(
      1.2 * slope(trendOf(line(3), {})).standardError,
    );
  });
});

describe("what moves nothing is said", () => {
  const says = (settings: Partial<TrendSettings>) =>
    trendOf(line(0), settings).warnings.some(
      ({ en, vi }) => en.includes("acts on regressions alone") && vi.length > 20,
    );

  it("where no regression is in the combination", () => {
    expect(says({ curves: [], loss: "huber" })).toBe(true);
    expect(says({ curves: ["naive", "drift"], halfLife: 8 })).toBe(true);
  });

  it("and not where one is, nor where nothing was asked for", () => {
    expect(says({ curves: ["naive", "logistic"], loss: "huber" })).toBe(false);
    expect(says({ curves: [] })).toBe(false);
    expect(says({ curves: [], loss: "squares" })).toBe(false);
  });

  it("and the combination is then the same to the last digit", () => {
    const plain = trendOf(line(0), { curves: [] });
    const asked = trendOf(line(0), { curves: [], loss: "huber", halfLife: 4 });
    expect(asked.curves).toEqual(plain.curves);
    expect(asked.calibration).toBe(plain.calibration);
  });
});
