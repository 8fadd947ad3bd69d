import fc from "fast-check";
import { expect, it } from "vitest";
import type { Lever, RampShape } from "../../../src/core/domain.ts";
import { leverClock, strengthAt } from "../../../src/core/levers/ramp.ts";

const SHAPES: readonly RampShape[] = ["step", "linear", "smoothstep", "s-curve", "front-loaded"];
const lever = (over: Partial<Lever> = {}): Lever => ({
  id: "x",
  kind: "points",
  title: null,
  target: "s",
  start: 2026,
  end: null,
  lagYears: 0,
  ramp: { shape: "linear", overYears: 2 },
  fadeHalfLifeYears: null,
  parameters: {},
  replacesTrendShare: 0,
  passesOn: true,
  evidence: [],
  note: "",
  ...over,
});

it("is zero until start and lag, rises without falling, and reaches one, for every shape", () => {
  for (const shape of SHAPES)
    fc.assert(
      fc.property(
        fc.double({ min: 0, max: 2, noNaN: true }),
        fc.double({ min: 0.1, max: 8, noNaN: true }),
        (lag, over) => {
          const l = lever({ lagYears: lag, ramp: { shape, overYears: over } });
          expect(strengthAt(l, 2026 + lag)).toBe(0);
          let before = 0;
          for (let i = 1; i <= 20; i++) {
            const s = strengthAt(l, 2026 + lag + (over * i) / 20 + 1e-9);
            expect(s).toBeGreaterThanOrEqual(before - 1e-12);
            before = s;
          }
          expect(before).toBeCloseTo(1, 9);
        },
      ),
    );
});

it("gives a step that starts in mid-year half of its first year", () => {
  const clock = leverClock(lever({ start: 2026.5, ramp: { shape: "step", overYears: 0 } }), 2026);
  expect(clock.strength).toBeCloseTo(0.5, 12);
  expect(clock).toMatchObject({ strengthBefore: 0, strengthAfter: 1, elapsedBefore: 0, elapsedAfter: 0.5 });
});

it("stops at its end, or fades with its half-life", () => {
  expect(strengthAt(lever({ end: 2030 }), 2030.5)).toBe(0);
  expect(strengthAt(lever({ end: 2030, fadeHalfLifeYears: 1 }), 2031)).toBeCloseTo(0.5, 12);
  // Ended in the middle of its ramp: it fades from what it had reached.
  expect(strengthAt(lever({ end: 2027, fadeHalfLifeYears: 1 }), 2028)).toBeCloseTo(0.25, 12);
});

it("follows a table of year-ends, from nothing at its start", () => {
  const table = lever({
    ramp: {
      shape: "table",
      overYears: 0,
      points: [
        { year: 2026, value: 0.2 },
        { year: 2028, value: 1 },
        { year: 2030, value: 0.5 },
      ],
    },
  });
  for (const [time, strength] of [
    [2026, 0],
    [2026.5, 0.1],
    [2027, 0.2],
    [2028, 0.6],
    [2029, 1],
    [2030, 0.75],
    [2031, 0.5],
    [2040, 0.5],
  ])
    expect(strengthAt(table, time), String(time)).toBeCloseTo(strength, 12);
  expect(strengthAt({ ...table, start: 2025.5, lagYears: 0.5 }, 2026.5)).toBeCloseTo(0.1, 12);
  expect(strengthAt({ ...table, end: 2029, fadeHalfLifeYears: 1 }, 2030)).toBeCloseTo(0.5, 12);
});
