/** Points for which something is kept that no point has used. */
const KEPT = 3;

/**
 * A cache that forgets what has not been used for a few points, so that thousands of points take the memory of a few.
 * What all points share is used by each of them, and so stays.
 */
export class RecentCache<T = unknown> extends Map<string, T> {
  #point = 0;
  readonly #used = new Map<string, number>();

  override get(key: string): T | undefined {
    const value = super.get(key);
    if (value !== undefined) this.#used.set(key, this.#point);
    return value;
  }

  override set(key: string, value: T): this {
    this.#used.set(key, this.#point);
    return super.set(key, value);
  }

  /** Says that a point is done, and forgets what the last few have not used. */
  nextPoint(): void {
    this.#point++;
    for (const [key, point] of this.#used)
      if (this.#point - point > KEPT) {
        this.#used.delete(key);
        this.delete(key);
      }
  }
}
