import fc from "fast-check";
import { expect, it } from "vitest";
import { normalQuantile } from "../../../src/core/numeric/normal.ts";
import { Stream } from "../../../src/core/numeric/stream.ts";
import { normalOfWord, uniformOfWord } from "../../../src/core/numeric/word-numbers.ts";

const word = fc.integer({ min: -(2 ** 31), max: 2 ** 31 - 1 });
/** Words whose leading bits are all alike: the tails. */
const farOut = fc.tuple(word, fc.integer({ min: 0, max: 31 })).map(([w, by]) => (w < 0 ? ~(~w >>> by) : w >>> by));

it("cuts 0..1 into 2^32 equal cells and answers their middles", () => {
  expect(uniformOfWord(0)).toBe(2 ** -33);
  expect(uniformOfWord(-1)).toBe(1 - 2 ** -33);
  expect(uniformOfWord(-(2 ** 31))).toBe(0.5 + 2 ** -33);
});

it("is the normal quantile to 2e-12, in the tails too", () => {
  fc.assert(
    fc.property(fc.oneof(word, farOut), (w) => {
      expect(Math.abs(normalOfWord(w) - normalQuantile(uniformOfWord(w)))).toBeLessThan(2e-12);
    }),
    { numRuns: 20_000 },
  );
  for (const w of [0, 1, -1, -2, 2 ** 31 - 1, -(2 ** 31), 2 ** 15 - 1, 2 ** 15, -(2 ** 15), -(2 ** 15) - 1])
    expect(Math.abs(normalOfWord(w) - normalQuantile(uniformOfWord(w)))).toBeLessThan(2e-12);
});

it("is antisymmetric to the last bit and never falls from one word to a later one", () => {
  fc.assert(
    fc.property(fc.oneof(word, farOut), fc.integer({ min: 1, max: 2 ** 20 }), (w, further) => {
      expect(normalOfWord(~w)).toBe(-normalOfWord(w));
      const next = Math.min(0xffffffff, (w >>> 0) + further);
      expect(normalOfWord(next | 0)).toBeGreaterThanOrEqual(normalOfWord(w));
    }),
    { numRuns: 20_000 },
  );
});

it("has the shares of the normal between its quantiles, over a hundred thousand words", () => {
  const n = 100_000;
  const [a, b] = [new Int32Array(n), new Int32Array(n)];
  new Stream(9, "shares").words(0, a, b);
  for (const words of [a, b]) {
    const z = Float64Array.from(words, normalOfWord).sort();
    for (const p of [0.001, 0.01, 0.1, 0.25, 0.5, 0.75, 0.9, 0.99, 0.999]) {
      const below = z.findIndex((x) => x >= normalQuantile(p)) / n;
      // Five standard errors.
      expect(Math.abs(below - p), String(p)).toBeLessThan(5 * Math.sqrt((p * (1 - p)) / n));
    }
  }
});
