import * as fc from "fast-check";
import { expect, test } from "vitest";
import { axisRange } from "../../../src/report/charts/axis-range.ts";
import { spreadLabels } from "../../../src/report/charts/spread-labels.ts";

const shares = fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { minLength: 1, maxLength: 40 });

test("an axis holds every value between round ends, with few ticks and never past 100 %", () => {
  fc.assert(
    fc.property(shares, fc.boolean(), (values, fromZero) => {
      const axis = axisRange(values, fromZero);
      expect(axis.min).toBeLessThanOrEqual(Math.min(...values) + 1e-9);
      expect(axis.max).toBeGreaterThanOrEqual(Math.max(...values) - 1e-9);
      expect(axis.max).toBeLessThanOrEqual(1.001);
      expect(axis.ticks.length).toBeGreaterThanOrEqual(2);
      expect(axis.ticks.length).toBeLessThanOrEqual(8);
      if (fromZero) expect(axis.min).toBe(0);
    }),
  );
});

test("values near full coverage get an axis of their own", () => {
  expect(axisRange([0.914, 0.982], false)).toEqual({
    min: 0.9,
    max: 1,
    ticks: [0.9, 0.92, 0.94, 0.96, 0.98, 1],
    format: ".0%",
  });
});

test("labels keep their order and their distance, and stay inside where there is room", () => {
  fc.assert(
    fc.property(fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { maxLength: 8 }), (positions) => {
      const placed = spreadLabels(positions, 0.06, 0, 1);
      const order = positions.map((position, i) => [position, placed[i]!] as const).sort((a, b) => a[0] - b[0]);
      for (let i = 1; i < order.length; i++) {
        expect(order[i]![1] - order[i - 1]![1]).toBeGreaterThanOrEqual(0.0599);
      }
      for (const [, at] of order) {
        expect(at).toBeGreaterThanOrEqual(-1e-9);
        expect(at).toBeLessThanOrEqual(1 + 1e-9);
      }
    }),
  );
});

test("labels that already stand apart are left alone", () => {
  expect(spreadLabels([0.9, 0.1, 0.5], 0.06, 0, 1)).toEqual([0.9, 0.1, 0.5]);
});
