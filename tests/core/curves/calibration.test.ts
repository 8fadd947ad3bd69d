import { describe, expect, it } from "vitest";
import { ceilingPrior } from "../../../src/core/curves/ceiling.ts";
import type { Curve, CurveData, CurveFit } from "../../../src/core/curves/curve.ts";
import { curveById, curves } from "../../../src/core/curves/index.ts";
import { gatheredVariance, NOISE_PRIOR } from "../../../src/core/curves/residual-process.ts";
import { angularScale, shareScale } from "../../../src/core/curves/scale.ts";
import { userCurve } from "../../../src/core/curves/user-curve.ts";
import { Stream } from "../../../src/core/numeric/stream.ts";
import { studentCdf } from "../../../src/core/numeric/student-t.ts";

/**
 * Simulation-based calibration (Cook, Gelman and Rubin 2006; Talts et al. 2018): draw a truth from the prior, readings
 * from the truth, fit, and rank the truth in what the fit says of it. The ranks must be uniform. Kolmogorov's statistic
 * times the root of the number of series is above 1.95 once in a thousand times where they are.
 */
const SERIES = 300;
const BOUND = 1.95;
const YEARS = 24;
const CEILING = { mean: 0.9, sd: 0.05 };

/** Random numbers of one simulated series. */
interface Chance {
  between(low: number, high: number): number;
  normal(): number;
  /** Logit of a ceiling from the prior that curves are told. */
  ceiling(): number;
}

type FittedOk = CurveFit & { status: "ok" };

const dataOf = (z: readonly number[]): CurveData => ({
  t: Float64Array.from(z, (_, i) => i - z.length + 1),
  z: Float64Array.from(z),
  sd: new Float64Array(z.length).fill(1e-4),
  ceiling: 1,
  ceilingPrior: CEILING,
});
const told = ceilingPrior(dataOf([-10, -9]));

function chanceOf(stream: Stream, series: number): Chance {
  let used = 0;
  const normal = () => stream.normal(series, used++);
  return {
    between: (low, high) => low + (high - low) * stream.uniform(series, used++),
    normal,
    ceiling: () => told.mean + told.sd * normal(),
  };
}

/** Yearly noise from its own prior, a scaled inverse chi-square on two readings; the wildest tenth is left out. */
function noiseOf(chance: Chance): number {
  for (;;) {
    const sigma = NOISE_PRIOR.sd * Math.sqrt(NOISE_PRIOR.readings / (-2 * Math.log(chance.between(0, 1))));
    if (sigma > 0.02 && sigma < 0.3) return sigma;
  }
}

/** Kolmogorov's statistic for uniform ranks, times the root of their number. */
function unevenness(ranks: readonly number[]): number {
  const n = ranks.length;
  const furthest = [...ranks]
    .sort((a, b) => a - b)
    .reduce((most, rank, i) => Math.max(most, rank - i / n, (i + 1) / n - rank), 0);
  return furthest * Math.sqrt(n);
}

/** What a fit says of the next reading: its mean and spread, from parameters and noise. */
function next(curve: Curve, fit: FittedOk, data: CurveData) {
  const k = fit.parameters.length;
  const ahead = new Float64Array(k);
  const now = new Float64Array(k);
  curve.gradient(fit.parameters, 1, 1, ahead);
  curve.gradient(fit.parameters, 0, 1, now);
  let variance = fit.sigma ** 2 * gatheredVariance(fit.rho, 1);
  for (let j = 0; j < k; j++) {
    let along = 0;
    for (let i = j; i < k; i++) along += fit.covarianceRoot[i * k + j] * (ahead[i] - fit.rho * now[i]);
    variance += along * along;
  }
  const left = data.z[data.z.length - 1] - curve.value(fit.parameters, 0, 1);
  return { mean: curve.value(fit.parameters, 1, 1) + fit.rho * left, sd: Math.sqrt(variance) };
}

const errorOf = ({ covarianceRoot, parameters }: FittedOk, j: number) =>
  Math.hypot(...covarianceRoot.slice(j * parameters.length, j * parameters.length + j + 1));

const saturating = userCurve({
  id: "saturating",
  title: { en: "Saturating", vi: "Bão hòa" },
  expression: "a * (1 - exp(-b * (t + 30)))",
  gives: "share",
  parameters: [
    { name: "a", start: 0.6, min: 0.05, max: 0.99, prior: null },
    { name: "b", start: 0.05, min: 0.001, max: 1, prior: null },
  ],
});

/** Where parameters of regressions come from: those with a prior from it, the others from a wide range. */
const truths: Readonly<Record<string, (chance: Chance) => number[]>> = {
  "logit-linear": ({ between }) => [between(-1, 2), between(-0.1, 0.2)],
  logistic: ({ between, ceiling }) => [between(-0.5, 2.5), between(0.06, 0.25), ceiling()],
  gompertz: ({ between, ceiling }) => [between(-2, -0.3), between(0.04, 0.11), ceiling()],
  richards: ({ between, normal, ceiling }) => [between(0, 2.5), between(0.06, 0.14), 0.5 * normal(), ceiling()],
  bass: ({ between, normal, ceiling }) => [
    Math.log(0.01) + normal(),
    Math.log(0.15) + 0.6 * normal(),
    Math.log(YEARS + between(4, 15)),
    ceiling(),
  ],
  exponential: ({ between }) => [between(-2.5, -0.5), between(0.02, 0.1)],
  "share-line": ({ between }) => [between(0.4, 0.7), between(0.005, 0.013)],
  saturating: ({ between }) => [between(0.4, 0.8), between(0.03, 0.1)],
};

/** Fits a curve to many series that it made itself, and ranks each parameter and the next reading. */
function regressionRanks(curve: Curve): Map<string, number[]> {
  const stream = new Stream(7, curve.id);
  const ranks = new Map<string, number[]>();
  const rank = (name: string, at: number) => ranks.set(name, [...(ranks.get(name) ?? []), at]);
  for (let series = 0; series < SERIES; series++) {
    const chance = chanceOf(stream, series);
    const truth = truths[curve.id](chance);
    const sigma = noiseOf(chance);
    const rho = chance.between(0.3, 0.7);
    let e = (sigma / Math.sqrt(1 - rho * rho)) * chance.normal();
    const z = Array.from({ length: YEARS + 1 }, (_, i) => {
      if (i > 0) e = rho * e + sigma * chance.normal();
      return curve.value(truth, i - YEARS + 1, 1) + e;
    });
    const data = dataOf(z.slice(0, YEARS));
    // Ranks may be taken among series that look a certain way: such as are neither empty nor full.
    if (data.z.some((value) => value < -5 || value > 4.5)) continue;
    const fit = curve.fit(data);
    expect(fit.status).toBe("ok");
    if (fit.status !== "ok") continue;
    curve.parameters.forEach(({ name }, j) => {
      rank(name, studentCdf((truth[j] - fit.parameters[j]) / errorOf(fit, j), fit.degreesOfFreedom));
    });
    const { mean, sd } = next(curve, fit, data);
    rank("next reading", studentCdf((z[YEARS] - mean) / sd, fit.degreesOfFreedom));
  }
  return ranks;
}

/** Change of the angle, or of the share, that a change of z is worth in the middle of the scale. */
const PER_Z = 0.25;
/** Steps from one reading to the next by the process that each local method assumes; noise on z is `sigma`. */
const walks: Readonly<Record<string, (chance: Chance, sigma: number) => () => number>> = {
  naive: ({ between, normal }, sigma) => {
    let z = between(-1, 1);
    return () => (z += sigma * normal());
  },
  drift: ({ between, normal }, sigma) => {
    let z = between(-1, 0);
    const gain = between(-0.1, 0.1);
    return () => (z += gain + sigma * normal());
  },
  "last-pace": ({ between, normal }, sigma) => {
    let z = between(-1, 0);
    const gain = between(-0.1, 0.1);
    return () => (z += gain + sigma * normal());
  },
  "angular-drift": ({ between, normal }, sigma) => {
    let y = between(0.55, 0.7);
    const gain = between(-0.005, 0.01);
    return () => {
      y += gain + PER_Z * sigma * normal();
      return angularScale.toLogit(y);
    };
  },
  "median-pace": ({ between, normal }, sigma) => {
    let y = between(0.55, 0.7);
    const gain = between(-0.005, 0.01);
    return () => {
      y += 0.9 * gain + PER_Z * sigma * normal();
      return angularScale.toLogit(y);
    };
  },
  "constant-hazard": ({ between, normal }, sigma) => {
    let z = between(-1.5, 0);
    const left = Math.exp(-between(0.03, 0.1));
    const top = between(0.85, 0.95);
    return () => {
      const share = Math.min(top - 0.01, 1 / (1 + Math.exp(-z)));
      const after = top - (top - share) * left;
      z = Math.log(after / (1 - after)) + sigma * normal();
      return z;
    };
  },
  // Half of the slope read is believed where slopes differ as much as chance alone makes them.
  theta: ({ between, normal }, sigma) => {
    let level = between(-1, 0);
    const weight = between(0.3, 1);
    const gain = normal() * sigma * weight * Math.sqrt(1.2 / YEARS);
    return () => {
      const e = sigma * normal();
      const z = level + gain + e;
      level += gain + weight * e;
      return z;
    };
  },
  "damped-logit": ({ between, normal }, sigma) => {
    let z = between(-1, 0);
    let gain = between(-0.1, 0.2);
    const weight = between(0.05, 0.6);
    return () => {
      const e = sigma * normal();
      z += 0.88 * gain + e;
      gain = 0.88 * gain + weight * e;
      return z;
    };
  },
  "damped-angle": (chance, sigma) => holt(chance, sigma, chance.between(0.6, 0.7), angularScale.toLogit),
  "damped-share": (chance, sigma) => holt(chance, sigma, chance.between(0.4, 0.5), shareScale.toLogit),
};

/** Damped exponential smoothing as a process (Hyndman et al. 2008). */
function holt({ between, normal }: Chance, sigma: number, start: number, toLogit: (y: number) => number) {
  let level = start;
  let gain = between(-0.01, 0.03);
  const byLevel = between(0.4, 1);
  const byPace = between(0, 0.3) * byLevel;
  const damping = between(0.8, 0.98);
  return () => {
    const e = PER_Z * sigma * normal();
    const y = level + damping * gain + e;
    level += damping * gain + byLevel * e;
    gain = damping * gain + byPace * e;
    return toLogit(y);
  };
}

function nextRanks(curve: Curve, widened = 1): number[] {
  const stream = new Stream(7, curve.id);
  return Array.from({ length: SERIES }, (_, series) => {
    const chance = chanceOf(stream, series);
    const sigma = noiseOf(chance);
    const step = walks[curve.id](chance, sigma);
    const z = Array.from({ length: YEARS + 1 }, step);
    const data = dataOf(z.slice(0, YEARS));
    const fit = curve.fit(data);
    if (fit.status !== "ok") throw new Error(fit.reason);
    const { mean, sd } = next(curve, fit, data);
    return studentCdf((z[YEARS] - mean) / (widened * sd), fit.degreesOfFreedom);
  });
}

describe("ranks of the truth are uniform in what a fit says of it", () => {
  const regressions = [...Object.keys(truths)].map((id) => (id === saturating.id ? saturating : curveById(id)));
  it.each(regressions.map((curve) => [curve.id, curve] as const))("parameters and next reading of %s", (_, curve) => {
    const ranks = regressionRanks(curve);
    expect([...ranks.keys()]).toEqual([...curve.parameters.map(({ name }) => name), "next reading"]);
    for (const [name, found] of ranks) {
      expect(found.length).toBeGreaterThan(0.75 * SERIES);
      expect(unevenness(found), name).toBeLessThan(BOUND);
    }
  });

  it.each(Object.keys(walks))("next reading of %s", (id) => {
    expect(unevenness(nextRanks(curveById(id)))).toBeLessThan(BOUND);
  });

  it("for every curve there is", () => {
    const asked = [...Object.keys(truths), ...Object.keys(walks)].filter((id) => id !== saturating.id);
    expect(asked.sort()).toEqual(curves.map(({ id }) => id).sort());
  });

  it("and are not where intervals are half or twice as wide as they should be", () => {
    expect(unevenness(nextRanks(curveById("drift"), 0.5))).toBeGreaterThan(BOUND);
    expect(unevenness(nextRanks(curveById("drift"), 2))).toBeGreaterThan(BOUND);
  });
});
