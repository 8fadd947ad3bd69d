import type { BaseSeries, Data, Workspace } from "../domain.ts";
import { type BuiltHistories, build } from "../history/build-history.ts";
import { type InYearReading, inYearReadings } from "./in-year-readings.ts";
import { type SeasonalPair, seasonalPairs } from "./seasonal-pairs.ts";
import type { Known } from "./trend-ahead.ts";

/** All that had been published by a day, as nowcasts use it. */
export interface Moment extends Known {
  readonly asOf: string | null;
  readonly built: BuiltHistories;
  readonly readings: readonly InYearReading[];
  /** Readings of all schemes whose year end was known. */
  readonly pairs: readonly SeasonalPair[];
}

/** Gathers what had been published by a day; all there is when `asOf` is null. */
export function momentOf(workspace: Workspace, data: Data, asOf: string | null): Moment {
  const built = build({ workspace, data, asOf });
  const readings = workspace.schemes.flatMap((scheme) => inYearReadings(scheme, workspace, built));
  return {
    asOf,
    built,
    histories: built.histories,
    bases: workspace.bases.flatMap(({ id }) => built.linkedBases.get(id)?.series ?? []),
    readings,
    pairs: built.histories.flatMap((history) =>
      seasonalPairs(
        readings.filter(({ scheme }) => scheme === history.scheme),
        history,
      ),
    ),
  };
}

/** Returns the base of a year in persons, moved along by its growth beyond its last value; null before its first. */
export function baseAhead({ years, persons, growth }: BaseSeries, year: number): number | null {
  const i = years.indexOf(year);
  if (i >= 0) return persons[i];
  const last = years.at(-1);
  if (last === undefined || year < last) return null;
  const ahead = growth.mean.filter((_, g) => growth.years[g] <= year).reduce((total, mean) => total + mean, 0);
  return persons[persons.length - 1] * Math.exp(ahead);
}
