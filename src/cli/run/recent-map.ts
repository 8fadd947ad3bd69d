/** Turns that an entry may lie unused before it is forgotten. */
const PATIENCE = 2;

/** A map that forgets: what nobody has asked for in the last few turns is dropped when a turn ends. */
export class RecentMap<V> extends Map<string, V> {
  #turn = 0;
  readonly #used = new Map<string, number>();
  #asked: Set<string> | null = null;

  override get(key: string): V | undefined {
    this.use([key]);
    return super.get(key);
  }

  override set(key: string, value: V): this {
    super.set(key, value);
    this.use([key]);
    return this;
  }

  /** Counts keys as asked for, as far as they are there. */
  use(keys: Iterable<string>): void {
    for (const key of keys) {
      if (!this.has(key)) continue;
      this.#used.set(key, this.#turn);
      this.#asked?.add(key);
    }
  }

  /** Does some work and tells which keys it asked for. */
  asking<T>(work: () => T): { readonly result: T; readonly keys: readonly string[] } {
    const asked = new Set<string>();
    this.#asked = asked;
    try {
      return { result: work(), keys: [...asked] };
    } finally {
      this.#asked = null;
    }
  }

  /** Ends a turn. */
  forget(): void {
    for (const [key, turn] of this.#used)
      if (this.#turn - turn >= PATIENCE) {
        this.#used.delete(key);
        this.delete(key);
      }
    this.#turn++;
  }
}
