import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { CurveData } from "../../../src/core/curves/curve.ts";
import { curveById, curves } from "../../../src/core/curves/index.ts";
import { Stream } from "../../../src/core/numeric/stream.ts";

const dataOf = (t: readonly number[], z: readonly number[], ceilingPrior = { mean: 0.9, sd: 0.1 }): CurveData => ({
  t: Float64Array.from(t, (year) => year - t[t.length - 1]),
  z: Float64Array.from(z),
  sd: new Float64Array(t.length).fill(1e-4),
  ceiling: 1,
  ceilingPrior,
});
const years = (n: number) => Array.from({ length: n }, (_, i) => 2000 + i);

describe.each(curves.map((curve) => [curve.id, curve] as const))("curve %s", (_, curve) => {
  it("says what it is, in English and Vietnamese, and where it comes from", () => {
    for (const text of [curve.label, curve.describe]) {
      expect(text.en.length).toBeGreaterThan(3);
      expect(text.vi?.length).toBeGreaterThan(3);
    }
    expect(curve.reference).toMatch(/\d{4}/);
    expect(curve.example.parameters.length).toBe(curve.parameters.length);
    expect(curveById(curve.id)).toBe(curve);
  });

  it("has a worked example that holds", () => {
    const { parameters, t, ceiling, z } = curve.example;
    expect(Math.abs(curve.value(parameters, t, ceiling) - z)).toBeLessThan(1e-9);
  });

  it("has the derivatives that differences show", () => {
    const { parameters, ceiling } = curve.example;
    const slope = new Float64Array(parameters.length);
    for (const t of [0, 0.5, 1, 3, 7]) {
      curve.gradient(parameters, t, ceiling, slope);
      parameters.forEach((_, j) => {
        const h = 2e-5;
        const at = (by: number) =>
          curve.value(
            parameters.map((v, i) => (i === j ? v + by : v)),
            t,
            ceiling,
          );
        expect(slope[j], `parameter ${j} at ${t}`).toBeCloseTo((at(h) - at(-h)) / (2 * h), 5);
      });
    }
  });

  it("fits any history of two readings or more to finite numbers, or says why not", () => {
    const step = fc.integer({ min: 1, max: 6 });
    const z = fc.double({ min: -9, max: 9, noNaN: true });
    fc.assert(
      fc.property(fc.array(fc.tuple(step, z), { minLength: 2, maxLength: 24 }), (steps) => {
        let year = 2000;
        const t = steps.map(([by]) => (year += by));
        const data = dataOf(
          t,
          steps.map(([, value]) => value),
        );
        if (t.length < curve.minimumPoints) return;
        const fit = curve.fit(data);
        if (fit.status !== "ok") {
          expect(fit.reason.length).toBeGreaterThan(5);
          return;
        }
        const k = curve.parameters.length;
        expect(fit.parameters.length).toBe(k);
        expect(fit.covarianceRoot.length).toBe(k * k);
        expect(fit.residuals.length).toBe(t.length);
        const ahead = [0, 1, 10, 40].map((h) => curve.value(fit.parameters, h, 1));
        const numbers = [...fit.parameters, ...fit.covarianceRoot, ...fit.residuals, fit.sigma, fit.rho, ...ahead];
        expect(numbers.every(Number.isFinite), JSON.stringify(fit)).toBe(true);
        expect(fit.sigma).toBeGreaterThan(0);
        expect(fit.rho >= 0 && fit.rho <= 1).toBe(true);
        expect(Number.isInteger(fit.degreesOfFreedom) && fit.degreesOfFreedom >= 3).toBe(true);
        fit.parameters.forEach((value, i) => {
          expect(value >= curve.parameters[i].low && value <= curve.parameters[i].high, curve.parameters[i].name).toBe(
            true,
          );
        });
      }),
      { numRuns: 150, seed: 7 },
    );
  });

  it.each([
    ["all the same", [0.3, 0.3, 0.3, 0.3, 0.3, 0.3]],
    ["all at the top", [6.9, 6.9, 6.9, 6.9, 6.9]],
    ["all at the bottom", [-6.9, -6.9, -6.9, -6.9, -6.9]],
    ["a fall", [2, 1, 0, -1, -3, -5]],
    ["a jump", [-6, -6, -6, 3, 3, 3]],
  ])("stands %s", (_, short) => {
    // The last reading again, where a curve needs more of them.
    const z = [...short, ...new Array(Math.max(0, curve.minimumPoints - short.length)).fill(short[short.length - 1])];
    const fit = curve.fit(dataOf(years(z.length), z));
    // Curves of four parameters may say that such readings cannot tell them apart.
    if (curve.parameters.length < 4 || !curve.optional) expect(fit.status).toBe("ok");
    if (fit.status === "ok") expect(Math.abs(curve.value(fit.parameters, 5, 1))).toBeLessThan(700);
  });
});

/** Each regression must find the curve that made the readings, within four of its own standard errors. */
describe("recovery of known parameters", () => {
  it.each([
    ["logit-linear", [0.4, 0.12]],
    ["logistic", [1.2, 0.3, 1.4]],
    ["gompertz", [-1.1, 0.18, 1.4]],
    ["share-line", [0.8, 0.02]],
    ["exponential", [-0.4, 0.08]],
    ["richards", [1.2, 0.3, -0.5, 1.4]],
    ["bass", [-3.5, -1.2, 3.43, 1.4]],
  ] as const)("%s", (id, truth) => {
    const curve = curveById(id);
    const noise = new Stream(11, id);
    const n = 30;
    let e = 0;
    const z = years(n).map((_, i) => {
      e = 0.5 * e + 0.03 * noise.normal(0, i);
      return curve.value(truth, i - n + 1, 1) + e;
    });
    // A prior so wide that it says nothing of the ceiling.
    const fit = curve.fit(dataOf(years(n), z, { mean: 0.8, sd: 0.5 }));
    expect(fit.status).toBe("ok");
    if (fit.status !== "ok") return;
    truth.forEach((value, i) => {
      const k = truth.length;
      const error = Math.hypot(...fit.covarianceRoot.slice(i * k, i * k + i + 1));
      expect(Math.abs(fit.parameters[i] - value), curve.parameters[i].name).toBeLessThan(4 * error);
      expect(error, curve.parameters[i].name).toBeLessThan(1);
    });
  });

  it("constant-hazard finds the share of the gap that was won every year", () => {
    const shares = years(15).map((_, i) => 0.9 - 0.7 * 0.9 ** i);
    const fit = curveById("constant-hazard").fit(
      dataOf(
        years(15),
        shares.map((p) => Math.log(p / (1 - p))),
        { mean: 0.9, sd: 0.001 },
      ),
    );
    expect(fit.status === "ok" && fit.parameters[1]).toBeCloseTo(-Math.log(0.9), 2);
  });
});

describe("ceilings", () => {
  const early = years(8).map((_, i) => -3 + 0.3 * i);
  it.each(["logistic", "gompertz"])("%s takes the ceiling's prior where readings are few", (id) => {
    const ceilingOf = (mean: number) => {
      const fit = curveById(id).fit(dataOf(years(8), early, { mean, sd: 0.05 }));
      return fit.status === "ok"
        ? {
            at: fit.parameters[2],
            sd: Math.abs(fit.covarianceRoot[6]) + Math.abs(fit.covarianceRoot[7]) + fit.covarianceRoot[8],
          }
        : { at: Number.NaN, sd: 0 };
    };
    expect(ceilingOf(0.8).at).toBeCloseTo(Math.log(4), 1);
    expect(ceilingOf(0.5).at).toBeCloseTo(0, 1);
    expect(ceilingOf(0.5).sd).toBeGreaterThan(0.1);
  });

  it.each(["logistic", "gompertz", "constant-hazard"])("%s rises with the ceiling", (id) => {
    const tenYearsOn = [0.5, 0.6, 0.7, 0.8, 0.9].map((mean) => {
      const curve = curveById(id);
      const fit = curve.fit(dataOf(years(8), early, { mean, sd: 0.02 }));
      return fit.status === "ok" ? curve.value(fit.parameters, 10, 1) : Number.NaN;
    });
    for (let i = 1; i < tenYearsOn.length; i++) expect(tenYearsOn[i]).toBeGreaterThan(tenYearsOn[i - 1]);
  });

  it("below the last reading is moved above it", () => {
    const z = years(8).map((_, i) => 1 + 0.2 * i);
    const fit = curveById("logistic").fit(dataOf(years(8), z, { mean: 0.3, sd: 0.02 }));
    expect(fit.status === "ok" && fit.parameters[2]).toBeGreaterThan(z[7]);
  });
});

it("no two curves share an id, and an unknown id is a bug", () => {
  expect(new Set(curves.map((c) => c.id)).size).toBe(curves.length);
  expect(() => curveById("no-such-curve")).toThrow("no curve");
});
