import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Draws, Lever } from "../../../src/core/domain.ts";
import { simulate } from "../../../src/core/simulate/simulate.ts";
import { labour, lever, projectionInput } from "../projection-input.ts";

const fixed = (value: number) => ({ kind: "fixed", value }) as const;
const uniform = (low: number, high: number) => ({ kind: "uniform", low, high }) as const;

const drive = lever("drive", "enrolment", "formal", {
  parameters: { reach: uniform(0.1, 0.4), takeUp: uniform(0.1, 0.5) },
});
const law = lever("law", "eligibility", "formal", {
  start: 2029.5,
  parameters: { people: { kind: "lognormal", mu: Math.log(2e6), sigma: 0.2 }, compliance: uniform(0.3, 0.7) },
});
const keep = lever("keep", "retention", "voluntary", { parameters: { reduction: uniform(0.1, 0.4) } });
const slump = lever("slump", "shock", "health", {
  start: 2027,
  parameters: { loss: uniform(0.02, 0.06), halfLife: fixed(1) },
});
const pp = lever("pp", "points", "jobless", { parameters: { perYear: { kind: "normal", mean: 0.004, sd: 0.002 } } });
const bigger = lever("bigger", "base", "labour", {
  start: 2027,
  parameters: { growth: fixed(0.005), covered: fixed(0.4) },
});
const nudge = lever("nudge", "odds", "voluntary", { start: 2027.5, parameters: { ratio: uniform(1.1, 1.6) } });
const grant = lever("grant", "subsidy", "voluntary", {
  start: 2028,
  parameters: { before: fixed(1), after: uniform(0.4, 0.7), elasticity: uniform(-0.6, -0.2) },
});
const faster = lever("faster", "pace", "formal", { start: 2026.5, parameters: { factor: uniform(1.2, 2) } });
const slower = lever("slower", "pace", "formal", { start: 2029, parameters: { factor: fixed(0.5) } });
const roof = lever("roof", "ceiling", "formal", { start: 2027, parameters: { share: uniform(0.92, 0.98) } });
const plan = lever("plan", "path", "health", {
  start: 2028,
  tables: { coverage: [{ year: 2029, value: 0.95 }] },
  parameters: { factor: { kind: "pert", low: 0.99, mode: 1, high: 1.02 } },
});
const more = lever("more", "path", "voluntary", {
  start: 2027,
  tables: { added: [{ year: 2028, value: 5e5 }] },
  ramp: {
    shape: "table",
    overYears: 0,
    points: [
      { year: 2027, value: 0.5 },
      { year: 2029, value: 1 },
    ],
  },
});
const every = [drive, law, keep, slump, pp, bigger, nudge, grant, faster, slower, roof, plan, more];

const run = (levers: readonly Lever[], draws = 200) =>
  simulate(projectionInput(levers, { run: { horizon: 2032, draws, seed: 11, bands: [] } })).draws;
const slice = (d: Draws, scheme: string, year: number) => {
  const from = (d.schemes.indexOf(scheme) * d.years.length + d.years.indexOf(year)) * d.draws;
  const cut = (a: Float64Array) => a.subarray(from, from + d.draws);
  return { participants: cut(d.participants), base: cut(d.base) };
};
const coverage = (d: Draws, scheme: string, year: number) => {
  const { participants, base } = slice(d, scheme, year);
  return participants.map((p, i) => p / base[i]);
};

describe("draws", () => {
  it("are the same twice, and 100 draws are the first 100 of 200", () => {
    const [long, again, short] = [run(every), run(every), run(every, 100)];
    expect(again.participants).toEqual(long.participants);
    for (const scheme of long.schemes)
      for (const year of long.years)
        expect(slice(short, scheme, year).participants).toEqual(slice(long, scheme, year).participants.slice(0, 100));
  });

  it("of a total are the sum of its parts, whatever the levers", () => {
    const d = run(every);
    for (const year of d.years) {
      const [total, a, b] = ["total", "formal", "voluntary"].map((s) => slice(d, s, year).participants);
      expect(total).toEqual(a.map((people, i) => people + b[i]));
    }
  });

  it("keep a scheme within another inside it, and everything between nobody and everybody", () => {
    const d = run(every);
    for (const year of d.years) {
      const formal = slice(d, "formal", year).participants;
      expect(slice(d, "jobless", year).participants.every((p, i) => p <= formal[i])).toBe(true);
      for (const scheme of d.schemes)
        for (const p of coverage(d, scheme, year)) {
          expect(p).toBeGreaterThanOrEqual(0);
          expect(p).toBeLessThanOrEqual(1);
        }
    }
  });

  it("never let a total pass its base, however wild the trends of its parts", () => {
    const input = projectionInput(every);
    const wild = input.schemes.map((s) => ({
      ...s,
      trend: s.trend && { ...s.trend, curves: s.trend.curves.map((c) => ({ ...c, sigma: 1.5 })) },
    }));
    const d = simulate({ ...input, schemes: wild }).draws;
    for (const year of d.years) for (const c of coverage(d, "total", year)) expect(c).toBeLessThanOrEqual(1);
  });

  it("leave the last reading with the fitted slope, whatever the ceiling, and stay below it", () => {
    const still = projectionInput([]);
    const path = (mean: number) => {
      const schemes = still.schemes.map((s) => ({
        ...s,
        ceilingPrior: { mean, sd: 1e-9 },
        trend: s.trend && {
          ...s.trend,
          calibration: 1,
          // No noise: one curve, known exactly.
          curves: [{ ...s.trend.curves[0], weight: 1, covarianceRoot: [0], sigma: 0 }],
        },
      }));
      const d = simulate({ ...still, schemes, bases: [{ ...labour, levelSd: 0 }] }).draws;
      return d.years.map((year) => coverage(d, "formal", year)[0]);
    };
    const [low, high] = [path(0.5), path(0.999)];
    expect(low[0] - 0.4).toBeCloseTo(high[0] - 0.4, 2);
    expect(low.at(-1)).toBeLessThan(0.5);
    expect(high.at(-1)).toBeGreaterThan(0.5);
  });

  it("move no other scheme's numbers when a scheme, a lever or a cache is added", () => {
    const plain = run([]);
    const levered = run([keep]);
    for (const scheme of ["formal", "jobless", "health"])
      for (const year of plain.years) expect(slice(levered, scheme, year)).toEqual(slice(plain, scheme, year));
    const cache = new Map();
    const input = projectionInput(every);
    expect(simulate(input, cache).draws).toEqual(simulate(input, cache).draws);
    expect(simulate(input, cache).draws).toEqual(simulate(input).draws);
  });
});

describe("levers", () => {
  it("of no strength leave the baseline bit for bit, and none moves a year before its start", () => {
    const plain = run([]);
    for (const l of every) {
      const d = run([l]);
      for (const scheme of d.schemes)
        for (const year of d.years.filter((y) => y + 1 <= l.start))
          expect(slice(d, scheme, year), `${l.id} in ${year}`).toEqual(slice(plain, scheme, year));
    }
    const idle = every.map((l) => ({ ...l, start: 2040 }));
    expect(run(idle)).toEqual(plain);
  });

  it("do not care for their order", () => {
    fc.assert(
      fc.property(fc.shuffledSubarray(every, { minLength: every.length }), (shuffled) => {
        expect(run(shuffled, 40)).toEqual(run(every, 40));
      }),
      { numRuns: 10 },
    );
  });

  it("push the way they say", () => {
    const plain = run([]);
    const above = (l: Lever, scheme: string) => {
      const [with_, without] = [coverage(run([l]), scheme, 2031), coverage(plain, scheme, 2031)];
      return with_.every((c, i) => c > without[i]);
    };
    expect(above(drive, "formal")).toBe(true);
    expect(above(drive, "total")).toBe(true);
    expect(above(law, "formal")).toBe(true);
    expect(above(keep, "voluntary")).toBe(true);
    expect(coverage(run([pp]), "jobless", 2031).reduce((a, b) => a + b)).toBeGreaterThan(
      coverage(plain, "jobless", 2031).reduce((a, b) => a + b),
    );
    expect(above(slump, "health")).toBe(false);
    expect(above(bigger, "formal")).toBe(false);
  });

  it("of an odds ratio multiply the odds by just that, as long as they are in force", () => {
    const plain = run([]);
    const levered = run([lever("x", "odds", "voluntary", { end: 2029, parameters: { ratio: fixed(1.5) } })]);
    const odds = (d: Draws, year: number) => {
      // Of the people whom the part before it leaves.
      const [held, left] = [slice(d, "voluntary", year).participants, slice(d, "formal", year)];
      return held.map((p, i) => p / (left.base[i] - left.participants[i] - p));
    };
    for (const year of [2026, 2028])
      odds(levered, year).forEach((o, i) => {
        expect(o / odds(plain, year)[i]).toBeCloseTo(1.5, 9);
      });
    expect(slice(levered, "voluntary", 2030)).toEqual(slice(plain, "voluntary", 2030));
  });

  it("of a subsidy act as the odds ratio that its elasticity says", () => {
    const x = (-0.3 * (0.5 - 1)) / 1.5;
    const parameters = { before: fixed(1), after: fixed(0.5), elasticity: fixed(-0.3) };
    const subsidised = run([lever("x", "subsidy", "health", { parameters })]);
    const nudged = run([lever("x", "odds", "health", { parameters: { ratio: fixed((1 + x) / (1 - x)) } })]);
    coverage(subsidised, "health", 2030).forEach((c, i) => {
      expect(c).toBeCloseTo(coverage(nudged, "health", 2030)[i], 12);
    });
  });

  it("of the pace multiply the trend's gain on z from their start, and keep what was gained", () => {
    const unbent = projectionInput([]);
    const schemes = unbent.schemes.map((s) => ({ ...s, ceilingPrior: null }));
    const paced = (factor: number, over: Partial<Lever> = {}) =>
      simulate({
        ...unbent,
        schemes,
        scenario: {
          ...unbent.scenario,
          levers: [lever("x", "pace", "formal", { start: 2027, parameters: { factor: fixed(factor) }, ...over })],
        },
      }).draws;
    const z = (d: Draws, year: number) => coverage(d, "formal", year).map((p) => Math.log(p / (1 - p)));
    const [plain, twice, still, brief] = [paced(1), paced(2), paced(0), paced(2, { end: 2029 })];
    const gain = (d: Draws, from: number, to: number) => {
      const before = z(d, from);
      return z(d, to).map((after, i) => after - before[i]);
    };
    for (const [d, from, to, factor] of [
      [twice, 2026, 2032, 2],
      [still, 2026, 2032, 0],
      [brief, 2026, 2028, 2],
      [brief, 2028, 2032, 1],
    ] as const) {
      const gained = gain(d, from, to);
      gain(plain, from, to).forEach((g, i) => {
        expect(gained[i]).toBeCloseTo(factor * g, 8);
      });
    }
  });

  it("of the ceiling reopen room for growth, and take nobody out when they lower it", () => {
    const input = (share: number | null) => {
      const levers =
        share === null ? [] : [lever("x", "ceiling", "formal", { start: 2027, parameters: { share: fixed(share) } })];
      const base = projectionInput(levers);
      return { ...base, schemes: base.schemes.map((s) => ({ ...s, ceilingPrior: { mean: 0.5, sd: 0.01 } })) };
    };
    const path = (share: number | null) => {
      const { draws } = simulate(input(share));
      return draws.years.map((year) => coverage(draws, "formal", year));
    };
    const [plain, raised, lowered] = [path(null), path(0.9), path(0.3)];
    expect(raised.slice(0, 2)).toEqual(plain.slice(0, 2));
    const mean = (values: Float64Array) => values.reduce((sum, c) => sum + c, 0) / values.length;
    expect(mean(raised.at(-1) as Float64Array)).toBeGreaterThan(mean(plain.at(-1) as Float64Array) + 0.01);
    // Growth stops, and what falls is the trend itself.
    for (let y = 2; y < plain.length; y++)
      lowered[y].forEach((c, i) => {
        expect(c).toBeLessThanOrEqual(Math.max(lowered[y - 1][i], 0.3) + 1e-12);
        if (plain[y][i] >= plain[y - 1][i]) expect(c).toBeGreaterThanOrEqual(lowered[y - 1][i] - 1e-12);
      });
  });

  it("of a stated path reach what the table says, straight towards it and level after it", () => {
    const plain = run([]);
    const stated = run([
      lever("x", "path", "formal", {
        tables: {
          coverage: [
            { year: 2028, value: 0.5 },
            { year: 2030, value: 0.6 },
          ],
        },
      }),
    ]);
    const at = (year: number) => coverage(stated, "formal", year);
    for (const [year, share] of [
      [2028, 0.5],
      [2029, 0.55],
      [2030, 0.6],
      [2032, 0.6],
    ] as const)
      for (const c of at(year)) expect(c).toBeCloseTo(share, 12);
    // A third and two thirds of the way from the start of 2026 to the end of 2028.
    coverage(plain, "formal", 2026).forEach((c, i) => {
      expect(at(2026)[i]).toBeCloseTo(c + (0.5 - c) / 3, 12);
    });
    const added = run([lever("x", "path", "formal", { tables: { added: [{ year: 2026, value: 1e6 }] } })]);
    const [with_, without] = [added, plain].map((d) => slice(d, "formal", 2026).participants);
    with_.forEach((people, i) => {
      expect(people - without[i]).toBeCloseTo(1e6, 3);
    });
  });

  it("on overlapping people do not count them twice", () => {
    const wide = (id: string) =>
      lever(id, "enrolment", "formal", { parameters: { reach: fixed(0.5), takeUp: fixed(1) } });
    const one = coverage(run([wide("a")]), "formal", 2026);
    const two = coverage(run([wide("a"), wide("b")]), "formal", 2026);
    const none = coverage(run([]), "formal", 2026);
    two.forEach((c, i) => {
      // Half of the uncovered, then half of the rest: the second adds half as much.
      expect(c - one[i]).toBeCloseTo((one[i] - none[i]) / 2, 12);
    });
  });

  it("on a duty or in points stay as said, even near the ceiling, where churn is fast", () => {
    const without = run([]);
    const plain = coverage(without, "health", 2032);
    const room = plain.map((_, i) => 1 - Math.max(...without.years.map((y) => coverage(without, "health", y)[i])));
    const duty = lever("duty", "points", "health", { end: 2027, parameters: { perYear: fixed(0.01) } });
    coverage(run([duty]), "health", 2032).forEach((c, i) => {
      expect(c - plain[i]).toBeCloseTo(Math.min(0.01, room[i]), 12);
    });
  });

  it("that take people out of a scheme take them out of those within it, whether they pass on or not", () => {
    const fewer = lever("fewer", "points", "formal", { passesOn: false, parameters: { perYear: fixed(-0.05) } });
    const d = run([fewer]);
    const [formal, jobless] = ["formal", "jobless"].map((scheme) => slice(d, scheme, 2032).participants);
    expect(jobless.every((people, i) => people <= formal[i])).toBe(true);
  });

  it("that do not pass on leave the schemes within their target as they were", () => {
    const plain = run([]);
    const d = run([{ ...drive, passesOn: false }]);
    const passing = run([drive]);
    expect(slice(d, "jobless", 2030)).toEqual(slice(plain, "jobless", 2030));
    expect(slice(d, "formal", 2030)).toEqual(slice(passing, "formal", 2030));
    expect(slice(passing, "jobless", 2030).participants[0]).toBeGreaterThan(slice(d, "jobless", 2030).participants[0]);
  });

  it("are cut when nobody is left to enrol, and the cut is told", () => {
    const flood = lever("flood", "points", "health", { parameters: { perYear: fixed(0.2) } });
    const { draws, cut } = simulate(projectionInput([flood]));
    expect(cut.get("health")).toBe(1);
    expect(Math.max(...coverage(draws, "health", 2032))).toBeLessThanOrEqual(1);
  });

  it("that stand in for the trend add less, down to nothing, but never take away", () => {
    const drive = (replacesTrendShare: number) =>
      lever("drive", "enrolment", "voluntary", {
        start: 2025,
        replacesTrendShare,
        parameters: { reach: fixed(0.1), takeUp: fixed(0.02) },
      });
    const [none, on, half, all] = [[], [drive(0)], [drive(0.5)], [drive(1)]].map((l) =>
      coverage(run(l), "voluntary", 2032),
    );
    none.forEach((c, i) => {
      expect(all[i]).toBeGreaterThanOrEqual(c - 1e-12);
      expect(half[i]).toBeGreaterThanOrEqual(all[i] - 1e-12);
      expect(on[i]).toBeGreaterThan(half[i] - 1e-12);
    });
    const gain = (x: ArrayLike<number>) => Array.from(x).reduce((sum, c, i) => sum + c - none[i], 0);
    expect(gain(all)).toBeLessThan(gain(on) / 2);
  });
});
