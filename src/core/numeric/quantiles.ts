/** Equal cells that the range of the values is cut into. */
const BUCKETS = 2048;
const counts = new Int32Array(BUCKETS + 1);

/**
 * Returns exact quantiles (type 7: linear between order statistics; Hyndman and Fan 1996) of `values[from, from + n)`
 * at ascending probability `levels`, without sorting them all: one pass counts values in equal buckets, a second sorts
 * only the buckets that hold a wanted rank. Ties and outliers cost time, never exactness. n >= 1; values finite.
 */
export function quantiles(values: Float64Array, from: number, n: number, levels: readonly number[]): number[] {
  const end = from + n;
  let low = values[from];
  let high = low;
  for (let i = from + 1; i < end; i++) {
    const v = values[i];
    if (v < low) low = v;
    else if (v > high) high = v;
  }
  // Adding nothing makes a plain zero of a negative one.
  if (!(high > low)) return levels.map(() => low + 0);
  const scale = BUCKETS / (high - low);
  if (!Number.isFinite(scale)) return quantilesBySorting(values.slice(from, end), levels);
  counts.fill(0);
  for (let i = from; i < end; i++) counts[Math.min(BUCKETS - 1, ((values[i] - low) * scale) | 0)]++;

  // Ranks wanted: both neighbours of each level.
  const wanted = new Map<number, number>();
  for (const level of levels) {
    const rank = Math.floor((n - 1) * level);
    wanted.set(rank, 0);
    wanted.set(Math.min(n - 1, rank + 1), 0);
  }
  const ranks = [...wanted.keys()].sort((a, b) => a - b);

  const chosen = new Map<number, { start: number; ranks: number[]; values: Float64Array; filled: number }>();
  let start = 0;
  let next = 0;
  for (let b = 0; b < BUCKETS && next < ranks.length; b++) {
    const stop = start + counts[b];
    while (next < ranks.length && ranks[next] < stop) {
      const bucket = chosen.get(b) ?? { start, ranks: [], values: new Float64Array(counts[b]), filled: 0 };
      bucket.ranks.push(ranks[next++]);
      chosen.set(b, bucket);
    }
    start = stop;
  }
  const bucketOf = new Int32Array(BUCKETS).fill(-1);
  const buckets = [...chosen.entries()];
  buckets.forEach(([b], i) => {
    bucketOf[b] = i;
  });
  for (let i = from; i < end; i++) {
    const index = bucketOf[Math.min(BUCKETS - 1, ((values[i] - low) * scale) | 0)];
    if (index < 0) continue;
    const bucket = buckets[index][1];
    bucket.values[bucket.filled++] = values[i];
  }
  for (const [, bucket] of buckets) {
    bucket.values.sort();
    for (const rank of bucket.ranks) wanted.set(rank, bucket.values[rank - bucket.start]);
  }
  return levels.map((level) => {
    const position = (n - 1) * level;
    const rank = Math.floor(position);
    const below = wanted.get(rank) as number;
    const above = wanted.get(Math.min(n - 1, rank + 1)) as number;
    return below + (position - rank) * (above - below);
  });
}

function quantilesBySorting(sorted: Float64Array, levels: readonly number[]): number[] {
  sorted.sort();
  return levels.map((level) => {
    const position = (sorted.length - 1) * level;
    const rank = Math.floor(position);
    const above = sorted[Math.min(sorted.length - 1, rank + 1)];
    return sorted[rank] + (position - rank) * (above - sorted[rank]);
  });
}
