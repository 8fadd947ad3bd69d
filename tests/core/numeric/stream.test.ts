import fc from "fast-check";
import { expect, it } from "vitest";
import { Stream } from "../../../src/core/numeric/stream.ts";

const N = 20_000;
const sample = (f: (i: number) => number) => Array.from({ length: N }, (_, i) => f(i));
const mean = (x: number[]) => x.reduce((s, v) => s + v, 0) / x.length;
const variance = (x: number[]) => mean(x.map((v) => v * v)) - mean(x) ** 2;

it("answers the same for the same seed, name, draw and index, in any order", () => {
  fc.assert(
    fc.property(fc.integer(), fc.string(), fc.nat(1e6), fc.nat(100), (seed, name, draw, index) => {
      const first = new Stream(seed, name);
      first.uniform(draw + 1, index);
      expect(first.uniform(draw, index)).toBe(new Stream(seed, name).uniform(draw, index));
    }),
  );
});

it("stays strictly between 0 and 1", () => {
  fc.assert(
    fc.property(fc.integer(), fc.nat(), fc.nat(), (seed, draw, index) => {
      const u = new Stream(seed, "edge").uniform(draw, index);
      expect(u).toBeGreaterThan(0);
      expect(u).toBeLessThan(1);
    }),
  );
});

it("gives other names and other seeds other numbers, without correlation", () => {
  const a = new Stream(7, "trend/si/noise");
  for (const other of [new Stream(7, "trend/hi/noise"), new Stream(8, "trend/si/noise")]) {
    const products = sample((i) => (a.uniform(i, 0) - 0.5) * (other.uniform(i, 0) - 0.5) * 12);
    // The correlation of N independent pairs has a standard error of 1 / sqrt(N); five of them.
    expect(Math.abs(mean(products))).toBeLessThan(5 / Math.sqrt(N));
  }
});

it("has the moments of the uniform and the normal", () => {
  const s = new Stream(20241121, "moments");
  // Five standard errors of each mean, from the known variances.
  expect(Math.abs(mean(sample((i) => s.uniform(i, 0))) - 0.5)).toBeLessThan(5 * Math.sqrt(1 / 12 / N));
  const z = sample((i) => s.normal(i, 1));
  expect(Math.abs(mean(z))).toBeLessThan(5 / Math.sqrt(N));
  expect(Math.abs(variance(z) - 1)).toBeLessThan(5 * Math.sqrt(2 / N));
});

const runOf = (stream: Stream, index: number, draws = N) => {
  const [a, b] = [new Int32Array(draws), new Int32Array(draws)];
  stream.words(index, a, b);
  return [a, b] as const;
};

it("gives words by draw and index alone: a shorter run is the start of a longer one", () => {
  const s = new Stream(-3, "words");
  const [a, b] = runOf(s, 5, 500);
  const [first, second] = runOf(new Stream(-3, "words"), 5, 20);
  expect([...first]).toEqual([...a.subarray(0, 20)]);
  expect([...second]).toEqual([...b.subarray(0, 20)]);
  expect([...runOf(s, 6, 20)[0]]).not.toEqual([...first]);
});

it("makes words of which no bit leans, none follows another, and draws next to each other go apart", () => {
  const s = new Stream(20241121, "trend/hi/noise");
  const rows = [0, 1, 2].flatMap((index) => [...runOf(s, index)]);
  // Five standard errors of a share of N fair bits.
  const near = (share: number) => expect(Math.abs(share - 0.5)).toBeLessThan(2.5 / Math.sqrt(N));
  rows.forEach((row, r) => {
    for (let bit = 0; bit < 32; bit++) {
      const bits = Array.from(row, (word) => (word >>> bit) & 1);
      near(mean(bits));
      near(mean(bits.slice(1).map((x, i) => x ^ bits[i])));
      rows.slice(0, r).forEach((other) => {
        near(mean(bits.map((x, i) => x ^ ((other[i] >>> bit) & 1))));
      });
    }
  });
});

it("fills equal cells equally, also the pairs that two words of a block make", () => {
  const [a, b] = runOf(new Stream(5, "cells"), 0);
  const cells = new Float64Array(1024);
  for (let i = 0; i < N; i++) cells[((a[i] >>> 27) << 5) | (b[i] >>> 27)]++;
  const chiSquare = cells.reduce((sum, count) => sum + (count - N / 1024) ** 2 / (N / 1024), 0);
  // Mean 1023 and standard deviation sqrt(2 x 1023); five of them.
  expect(Math.abs(chiSquare - 1023)).toBeLessThan(5 * Math.sqrt(2046));
});
