import type { PathCache } from "./path-cache.ts";

/** Entries worth keeping whatever they were made for: trends, which other scenarios have too, and names, which are short. */
const lasting = /^(?:\["trend"|name )/;

/**
 * A cache above another: it finds what either holds, and keeps what is new to itself, to be let go with it. With
 * `keepsTrends` simulated trends go to the one below.
 */
export class LayeredCache extends Map<string, unknown> {
  readonly #below: PathCache;
  readonly #keepsTrends: boolean;

  constructor(below: PathCache, keepsTrends = false) {
    super();
    this.#below = below;
    this.#keepsTrends = keepsTrends;
  }

  override get(key: string): unknown {
    return super.get(key) ?? this.#below.get(key);
  }

  override set(key: string, value: unknown): this {
    if (this.#keepsTrends && lasting.test(key)) this.#below.set(key, value);
    else super.set(key, value);
    return this;
  }
}
