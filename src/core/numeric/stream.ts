import { normalQuantile } from "./normal.ts";
import { threefry } from "./threefry.ts";

const first = new Int32Array(1);
const second = new Int32Array(1);

/**
 * A named stream of random numbers, addressed by (draw, index).
 *
 * The key is made from the seed and the name of the source of uncertainty (`trend/hi/noise`), never from the scenario:
 * all scenarios share random numbers, so that their difference is not noise.
 */
export class Stream {
  readonly #k0: number;
  readonly #k1: number;

  constructor(seed: number, name: string) {
    let k0 = seed | 0;
    let k1 = Math.floor(seed / 4294967296) | 0;
    for (let i = 0; i < name.length; i++) {
      threefry(k0, k1, name.charCodeAt(i), i, first, second);
      k0 = first[0];
      k1 = second[0];
    }
    this.#k0 = k0;
    this.#k1 = k1;
  }

  /** Returns a uniform number strictly between 0 and 1, with 53 random bits. */
  uniform(draw: number, index: number): number {
    threefry(this.#k0, this.#k1, draw, index, first, second);
    // 2^53 equal cells, each hit in its middle; the largest would round to 1 and is held back by the half cell.
    return Math.min(((first[0] >>> 5) * 67108864 + (second[0] >>> 6) + 0.5) / 9007199254740992, 1 - 2 ** -53);
  }

  /** Returns a standard normal number. */
  normal(draw: number, index: number): number {
    return normalQuantile(this.uniform(draw, index));
  }

  /**
   * Writes the two 32-bit words of every draw at an index, draws from 0 on: two random numbers of 32 bits each, as
   * `word-numbers.ts` makes them, for a fraction of the time that `uniform` takes for one of 53 bits.
   */
  words(index: number, a: Int32Array, b: Int32Array): void {
    threefry(this.#k0, this.#k1, 0, index, a, b);
  }
}
