import type { BaseSeries, Distribution } from "../domain.ts";
import { distributionQuantile } from "../numeric/distribution.ts";
import { normalQuantile } from "../numeric/normal.ts";
import { Stream } from "../numeric/stream.ts";

/**
 * Simulates a base in persons: `years x draws`.
 *
 * Two normal deviates a draw: one for the level of the last reading, one for a lasting deviation of growth, so that the
 * spread widens in proportion to the years ahead, as population projections do. `growth` replaces the series' own
 * growth with the same deviate, so that scenarios stay comparable draw by draw.
 */
export function basePaths(
  series: BaseSeries,
  growth: Distribution | null,
  seed: number,
  draws: number,
  years: readonly number[],
): Float64Array {
  const paths = new Float64Array(years.length * draws);
  const lasting = new Stream(seed, `base/${series.base}/growth`);
  const levels = new Stream(seed, `base/${series.base}/level`);
  const lastIndex = series.years.length - 1;
  const lastYear = series.years[lastIndex];
  const known = years.map((year) => personsUpTo(series, year));
  const ahead = years.map((year) => Math.max(0, year - lastYear));
  const meanGrowth = years.map((year) => cumulativeGrowth(series, year));
  for (let draw = 0; draw < draws; draw++) {
    const u = lasting.uniform(draw, 0);
    const logGrowth =
      growth === null ? series.growth.sd * normalQuantile(u) : Math.log1p(distributionQuantile(growth, u));
    const level = series.levelSd === 0 ? 0 : series.levelSd * levels.normal(draw, 0);
    for (let y = 0; y < years.length; y++) {
      const mean = growth === null ? meanGrowth[y] : 0;
      paths[y * draws + draw] = known[y] * Math.exp(level + mean + ahead[y] * logGrowth);
    }
  }
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
