import type { History } from "../domain.ts";
import { angleOf } from "./angle.ts";
import type { InYearReading } from "./in-year-readings.ts";

/** A reading within a past year beside the year end that followed, both on the base of that year end. */
export interface SeasonalPair {
  readonly reading: InYearReading;
  /** Share that the reading would be of the year end's base. */
  readonly share: number;
  /** Year end less reading, on the angle. */
  readonly change: number;
  /**
   * Reading less the straight line between the year ends around it, on the angle and as a part of the people on it; null
   * where the year end before was not read.
   */
  readonly offLine: { readonly angle: number; readonly people: number } | null;
}

/** Pairs readings with the year ends that followed; those whose year end is not known make no pair. */
export function seasonalPairs(readings: readonly InYearReading[], { points }: History): SeasonalPair[] {
  return readings.flatMap((reading) => {
    const end = points.find(({ year }) => year === reading.year);
    if (!end) return [];
    const share = reading.participants / end.base;
    const before = points.find(({ year }) => year === reading.year - 1);
    const between = (from: number, to: number) => from + (1 - reading.toGo) * (to - from);
    return [
      {
        reading,
        share,
        change: angleOf(end.coverage) - angleOf(share),
        offLine: before
          ? {
              angle: angleOf(share) - between(angleOf(before.coverage), angleOf(end.coverage)),
              people:
                reading.participants / Math.exp(between(Math.log(before.participants), Math.log(end.participants))) - 1,
            }
          : null,
      },
    ];
  });
}
