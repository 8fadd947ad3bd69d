import type { BaseSeries, Distribution } from "../domain.ts";
import { distributionQuantile } from "../numeric/distribution.ts";
import { Stream } from "../numeric/stream.ts";
import { normalOfWord, uniformOfWord } from "../numeric/word-numbers.ts";

/**
 * Simulates a base in persons: `years x draws`; years follow one another.
 *
 * Two deviates a draw: one for a lasting deviation of growth, so that the spread widens in proportion to the years ahead,
 * as population projections do; one, normal, for the level of the last reading. `growth` replaces the series' own growth
 * with the same deviate, so that scenarios stay comparable draw by draw.
 */
export function basePaths(
  series: BaseSeries,
  growth: Distribution | null,
  seed: number,
  draws: number,
  years: readonly number[],
): Float64Array {
  const lastYear = series.years[series.years.length - 1];
  const forGrowth = new Int32Array(draws);
  const forLevel = new Int32Array(draws);
  new Stream(seed, `base/${series.base}`).words(0, forGrowth, forLevel);
  /** What a year ahead multiplies a draw's base by, apart from the mean growth of the series. */
  const yearly = new Float64Array(draws);
  /** A draw's base against the mean: its level, and the growth up to the year at hand. */
  const apart = new Float64Array(draws);
  for (let i = 0; i < draws; i++) {
    yearly[i] =
      growth === null
        ? Math.exp(series.growth.sd * normalOfWord(forGrowth[i]))
        : Math.max(0, 1 + distributionQuantile(growth, uniformOfWord(forGrowth[i])));
    apart[i] = series.levelSd === 0 ? 1 : Math.exp(series.levelSd * normalOfWord(forLevel[i]));
  }
  const paths = new Float64Array(years.length * draws);
  let reached = lastYear;
  years.forEach((year, y) => {
    for (; reached < year; reached++) for (let i = 0; i < draws; i++) apart[i] *= yearly[i];
    const mean = personsUpTo(series, year) * (growth === null ? Math.exp(cumulativeGrowth(series, year)) : 1);
    const from = y * draws;
    for (let i = 0; i < draws; i++) paths[from + i] = mean * apart[i];
  });
  return paths;
}

function personsUpTo(series: BaseSeries, year: number): number {
  let persons = series.persons[0];
  for (let i = 0; i < series.years.length && series.years[i] <= year; i++) persons = series.persons[i];
  return persons;
}

/** Sums the mean log growth up to a year; beyond the last year given, its growth goes on. */
function cumulativeGrowth(series: BaseSeries, year: number): number {
  const { years, mean } = series.growth;
  const first = series.years[series.years.length - 1] + 1;
  let sum = 0;
  for (let y = first; y <= year; y++) {
    const i = years.indexOf(y);
    sum += i >= 0 ? mean[i] : (mean[mean.length - 1] ?? 0);
  }
  return sum;
}
