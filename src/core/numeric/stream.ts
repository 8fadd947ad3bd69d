import { normalQuantile } from "./normal.ts";
import { threefry } from "./threefry.ts";

const words = new Uint32Array(2);

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
    let k0 = seed >>> 0;
    let k1 = Math.floor(seed / 4294967296) >>> 0;
    for (let i = 0; i < name.length; i++) {
      threefry(k0, k1, name.charCodeAt(i), i, words);
      k0 = words[0];
      k1 = words[1];
    }
    this.#k0 = k0 | 0;
    this.#k1 = k1 | 0;
  }

  /** Returns a uniform number strictly between 0 and 1, with 53 random bits. */
  uniform(draw: number, index: number): number {
    threefry(this.#k0, this.#k1, draw, index, words);
    // 2^53 equal cells, each hit in its middle; the largest would round to 1 and is held back by the half cell.
    return Math.min(((words[0] >>> 5) * 67108864 + (words[1] >>> 6) + 0.5) / 9007199254740992, 1 - 2 ** -53);
  }

  /** Returns a standard normal number. */
  normal(draw: number, index: number): number {
    return normalQuantile(this.uniform(draw, index));
  }

  /**
   * Returns a chi-square number with whole degrees of freedom: twice a sum of exponentials, plus a squared normal where
   * they are odd. Uses the indices from `index` upward.
   */
  chiSquare(draw: number, index: number, degreesOfFreedom: number): number {
    let product = 1;
    const pairs = degreesOfFreedom >> 1;
    let sum = 0;
    for (let i = 0; i < pairs; i++) {
      product *= this.uniform(draw, index + i);
      // A product of many uniforms underflows near 1e-308; fold it into the sum long before.
      if (product < 1e-200) {
        sum -= 2 * Math.log(product);
        product = 1;
      }
    }
    sum -= 2 * Math.log(product);
    if (degreesOfFreedom & 1) {
      const z = this.normal(draw, index + pairs);
      sum += z * z;
    }
    return sum;
  }
}
