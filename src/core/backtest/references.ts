import type { HistoryPoint } from "../domain.ts";
import { fitTrend } from "../fit/fit-trend.ts";
import { mixtureQuantiles } from "../fit/mixture.ts";
import { levels } from "./score.ts";

/** What a method must beat: that nothing changes, and that the last pace goes on. */
export const referenceCurves = ["naive", "last-pace"] as const;

/** Quantiles at `levels`, by years ahead, of one reference. */
export interface Reference {
  readonly curve: string;
  quantiles(years: number): readonly number[];
}

/** Fits both references to the coverage of a scheme as known at an origin, with the same noise and calibration. */
export function fitReferences(points: readonly HistoryPoint[]): Reference[] {
  return referenceCurves.map((curve) => {
    const trend = fitTrend({
      scheme: curve,
      years: points.map((p) => p.year),
      shares: points.map((p) => p.coverage),
      rounding: points.map((p) => p.rounding),
      settings: { ceiling: null, window: { from: null, to: null }, curves: [curve], exclude: [] },
    });
    return { curve, quantiles: (years) => mixtureQuantiles(trend, years, levels) };
  });
}

/**
 * Mean absolute error of going on at the last pace, one reading ahead, over known readings: the scale of MASE (Hyndman and
 * Koehler 2006, with last pace in the place of last value). Null for fewer than three readings.
 */
export function paceScale(points: readonly HistoryPoint[]): number | null {
  const errors = points.slice(2).map((point, i) => {
    const [before, last] = [points[i], points[i + 1]];
    const pace = (last.coverage - before.coverage) / (last.year - before.year);
    return Math.abs(point.coverage - last.coverage - pace * (point.year - last.year));
  });
  return errors.length === 0 ? null : errors.reduce((sum, e) => sum + e, 0) / errors.length;
}
