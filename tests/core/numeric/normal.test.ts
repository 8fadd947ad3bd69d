import { expect, it } from "vitest";
import { normalQuantile } from "../../../src/core/numeric/normal.ts";

// Values to 16 digits: Wichura (1988) prints the first three; the others are the standard tables' to double accuracy.
const known: readonly (readonly [number, number])[] = [
  [0.25, -0.6744897501960817],
  [0.001, -3.090232306167814],
  [1e-20, -9.262340089798409],
  [0.5, 0],
  [0.975, 1.959963984540054],
  [0.9, 1.2815515655446004],
  [1e-300, -37.0471],
];

it("agrees with published quantiles", () => {
  for (const [p, z] of known.slice(0, 6)) expect(normalQuantile(p)).toBeCloseTo(z, 13);
  expect(normalQuantile(known[6][0])).toBeCloseTo(known[6][1], 3);
});

it("is antisymmetric and rises", () => {
  let before = Number.NEGATIVE_INFINITY;
  for (let i = 1; i < 1000; i++) {
    const z = normalQuantile(i / 1000);
    expect(z).toBeGreaterThan(before);
    expect(z).toBeCloseTo(-normalQuantile(1 - i / 1000), 12);
    before = z;
  }
});

it("is infinite at the ends", () => {
  expect(normalQuantile(0)).toBe(Number.NEGATIVE_INFINITY);
  expect(normalQuantile(1)).toBe(Number.POSITIVE_INFINITY);
});
