/** A source of chance that is the same for the same seed on every machine. */
export interface Chance {
  /** A whole number from 0 to below `n`. */
  below(n: number): number;
  /** One of a list. */
  of<T>(list: readonly T[]): T;
  /** Tells yes in `share` of the cases. */
  yes(share: number): boolean;
  /** A new seed. */
  seed(): number;
}

/** Opens the chance of a seed: the generator splitmix32, whose quality is ample for picking edits. */
export function chanceOf(seed: number): Chance {
  let state = seed | 0;
  const next = () => {
    state = (state + 0x9e3779b9) | 0;
    let z = state ^ (state >>> 16);
    z = Math.imul(z, 0x21f0aaad);
    z ^= z >>> 15;
    z = Math.imul(z, 0x735a2d97);
    return (z ^ (z >>> 15)) >>> 0;
  };
  const below = (n: number) => Math.floor((next() / 2 ** 32) * n);
  return { below, of: (list) => list[below(list.length)], yes: (share) => next() / 2 ** 32 < share, seed: next };
}
