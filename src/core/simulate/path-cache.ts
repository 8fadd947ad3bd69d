/**
 * Work that scenarios share: a trend, a base, a lever or a whole scheme is simulated, summarized and judged once for as
 * long as its inputs stay the same. Keys are the inputs themselves, after the name of what is kept. Values are never
 * written to.
 */
export type PathCache = Map<string, unknown>;

/** Returns what the cache holds under a key, or makes it and keeps it. One kind of key holds one type of value. */
export function remember<T>(cache: PathCache, key: string, make: () => T): T {
  const known = cache.get(key) as T | undefined;
  if (known !== undefined) return known;
  const made = make();
  cache.set(key, made);
  return made;
}

/** Texts of objects, which are never written to, each made once. */
const texts = new WeakMap<object, string>();

/** Returns a short name that stands for all that an object holds; equal objects have the same. */
export function nameOfObject(cache: PathCache, value: object): string {
  const text = texts.get(value) ?? `name ${JSON.stringify(value)}`;
  texts.set(value, text);
  return remember(cache, text, () => `#${++named}`);
}

/** Names given so far, by all caches: none is given twice, even where a cache forgets or is copied. */
let named = 0;

/** Returns a short name that stands for a long key wherever it is part of other keys. */
export function nameOf(cache: PathCache, key: string): string {
  return remember(cache, `name ${key}`, () => `#${++named}`);
}
