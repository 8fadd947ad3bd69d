/**
 * Numbers that scenarios share: a trend, a base or a lever is drawn once for as long as its inputs stay the same. Keys
 * are the inputs themselves. Values are never written to.
 */
export type PathCache = Map<string, Float64Array>;

/** Returns what the cache holds under a key, or makes it and keeps it. */
export function remember(cache: PathCache, key: string, make: () => Float64Array): Float64Array {
  const known = cache.get(key);
  if (known !== undefined) return known;
  const made = make();
  cache.set(key, made);
  return made;
}
