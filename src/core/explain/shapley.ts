import { Stream } from "../numeric/stream.ts";

/** Players up to which every subset is worth asking for. */
export const MOST_EXACT = 8;
/** Pairs of an order and its reverse that stand for all orders of more players. */
const PAIRS = 24;

/** Worth of several quantities for a subset of players, given as bits. */
export type Worth = (subset: number) => ArrayLike<number>;

export interface ShapleyValues {
  /** values[quantity][player]; they sum to the worth of all less that of none. */
  readonly values: number[][];
  /** Standard errors that sampling leaves, in the same order; 0 where every subset was asked for. */
  readonly errors: number[][];
}

/**
 * Returns Shapley values (1953): the mean over all orders of what a player adds to those who came before.
 *
 * Up to eight players every subset is asked for. Beyond, orders are sampled, each with its reverse (Castro, Gomez and
 * Tejada 2009; antithetic pairs after Mitchell et al. 2022), from a stream of their own. The values still sum to the
 * total, since each order's do; the error of each is that of a mean over pairs. At most 30 players.
 */
export function shapley(players: number, quantities: number, worth: Worth, seed: number): ShapleyValues {
  const known = new Map<number, ArrayLike<number>>();
  const ask = (subset: number) => {
    const before = known.get(subset);
    if (before !== undefined) return before;
    const found = worth(subset);
    known.set(subset, found);
    return found;
  };
  return players <= MOST_EXACT ? exact(players, quantities, ask) : sampled(players, quantities, ask, seed);
}

/** Weights what i adds to every subset S without it by |S|! (n - |S| - 1)! / n!. */
function exact(players: number, quantities: number, worth: Worth): ShapleyValues {
  const values = table(quantities, players);
  for (let subset = 0; subset < 2 ** players; subset++) {
    const share = weight(players, sizeOf(subset));
    for (let i = 0; i < players; i++) {
      if ((subset >> i) & 1) continue;
      const [before, after] = [worth(subset), worth(subset | (1 << i))];
      for (let q = 0; q < quantities; q++) values[q][i] += share * (after[q] - before[q]);
    }
  }
  return { values, errors: table(quantities, players) };
}

function sampled(players: number, quantities: number, worth: Worth, seed: number): ShapleyValues {
  const stream = new Stream(seed, "explain/shapley");
  const sums = table(quantities, players);
  const squares = table(quantities, players);
  for (let pair = 0; pair < PAIRS; pair++) {
    const order = shuffled(players, (i) => stream.uniform(pair, i));
    const added = table(quantities, players);
    for (const one of [order, [...order].reverse()]) {
      let subset = 0;
      for (const i of one) {
        const [before, after] = [worth(subset), worth(subset | (1 << i))];
        for (let q = 0; q < quantities; q++) added[q][i] += (after[q] - before[q]) / 2;
        subset |= 1 << i;
      }
    }
    for (let q = 0; q < quantities; q++)
      for (let i = 0; i < players; i++) {
        sums[q][i] += added[q][i];
        squares[q][i] += added[q][i] ** 2;
      }
  }
  const mean = (sum: number) => sum / PAIRS;
  return {
    values: sums.map((row) => row.map(mean)),
    errors: squares.map((row, q) =>
      row.map((square, i) => Math.sqrt(Math.max(0, mean(square) - mean(sums[q][i]) ** 2) / (PAIRS - 1))),
    ),
  };
}

/** Fisher and Yates; `uniform` gives a number in (0, 1) for each place. */
function shuffled(length: number, uniform: (place: number) => number): number[] {
  const order = Array.from({ length }, (_, i) => i);
  for (let i = length - 1; i > 0; i--) {
    const j = Math.floor(uniform(i) * (i + 1));
    [order[i], order[j]] = [order[j], order[i]];
  }
  return order;
}

function sizeOf(subset: number): number {
  let size = 0;
  for (let rest = subset; rest > 0; rest >>>= 1) size += rest & 1;
  return size;
}

/** |S|! (n - |S| - 1)! / n! as 1 / (n C(n - 1, |S|)). */
function weight(n: number, size: number): number {
  let choose = 1;
  for (let k = 1; k <= size; k++) choose = (choose * (n - k)) / k;
  return 1 / (n * choose);
}

function table(rows: number, columns: number): number[][] {
  return Array.from({ length: rows }, () => new Array<number>(columns).fill(0));
}
