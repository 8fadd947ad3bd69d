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

it("has the moments of the uniform, the normal and the chi-square", () => {
  const s = new Stream(20241121, "moments");
  // Five standard errors of each mean, from the known variances.
  expect(Math.abs(mean(sample((i) => s.uniform(i, 0))) - 0.5)).toBeLessThan(5 * Math.sqrt(1 / 12 / N));
  const z = sample((i) => s.normal(i, 1));
  expect(Math.abs(mean(z))).toBeLessThan(5 / Math.sqrt(N));
  expect(Math.abs(variance(z) - 1)).toBeLessThan(5 * Math.sqrt(2 / N));
  for (const df of [1, 3, 4, 11]) {
    const x = sample((i) => s.chiSquare(i, 10, df));
    expect(Math.abs(mean(x) - df)).toBeLessThan(5 * Math.sqrt((2 * df) / N));
    expect(Math.abs(variance(x) / (2 * df) - 1)).toBeLessThan(0.15);
  }
});
