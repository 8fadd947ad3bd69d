import { groupBy } from "../history/group-by.ts";
import type { SeasonalPair } from "./seasonal-pairs.ts";

/** What usually happens from a moment of the year to the year end, on the angle. */
export interface TypicalChange {
  readonly change: number;
  /** Readings of the scheme itself near that moment, counted by nearness, and of all schemes. */
  readonly own: number;
  readonly all: number;
}

/** Readings this many months from the moment asked for, or more, say nothing of it; between, weight falls in a line. */
const REACH_MONTHS = 2.5;

/**
 * Returns the typical change of a scheme from `toGo` years before a year end; null where no pair of any scheme lies near.
 *
 * The mean of the scheme's own pairs, each weighing by nearness in the year, is drawn towards the mean of all schemes as far
 * as schemes differ less than the same scheme does from year to year (empirical Bayes; Efron and Morris 1975): own part
 * = between / (between + within / own), both variances from the pairs at hand.
 */
export function typicalChange(pairs: readonly SeasonalPair[], scheme: string, toGo: number): TypicalChange | null {
  const near = pairs.map((pair) => ({ pair, weight: nearness(pair, toGo) })).filter(({ weight }) => weight > 0);
  const groups = [...groupBy(near, ({ pair }) => pair.reading.scheme)].map(([id, members]) => {
    const n = sum(members, ({ weight }) => weight);
    const mean = sum(members, ({ weight, pair }) => weight * pair.change) / n;
    const apart = sum(members, ({ weight, pair }) => weight * (pair.change - mean) ** 2);
    return { id, n, mean, apart };
  });
  if (groups.length === 0) return null;
  const all = sum(groups, ({ n }) => n);
  const pooled = sum(groups, ({ n, mean }) => n * mean) / all;
  const own = groups.find(({ id }) => id === scheme);
  if (own === undefined) return { change: pooled, own: 0, all };
  const within = sum(groups, ({ apart }) => apart) / all;
  const spread = sum(groups, ({ n, mean }) => n * (mean - pooled) ** 2) / all;
  const between = Math.max(0, spread - (within * groups.length) / all);
  const part = between + within === 0 ? 1 : between / (between + within / own.n);
  return { change: part * own.mean + (1 - part) * pooled, own: own.n, all };
}

function nearness({ reading }: SeasonalPair, toGo: number): number {
  return Math.max(0, 1 - (12 * Math.abs(reading.toGo - toGo)) / REACH_MONTHS);
}

function sum<T>(items: readonly T[], of: (item: T) => number): number {
  return items.reduce((total, item) => total + of(item), 0);
}
