import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Distribution, Draws, Lever, Ramp } from "../../../src/core/domain.ts";
import { leverKinds } from "../../../src/core/levers/index.ts";
import type { LeverKind, LeverParameter } from "../../../src/core/levers/lever.ts";
import { simulate } from "../../../src/core/simulate/simulate.ts";
import { lever, projectionInput } from "../projection-input.ts";

const DRAWS = 24;
const ORIGIN = 2024;
const settings = { run: { horizon: 2032, draws: DRAWS, seed: 11, bands: [] } };
const run = (levers: readonly Lever[]) => simulate(projectionInput(levers, settings)).draws;
const plain = run([]);

/** Values anywhere in what a number may be, and not so far out that nothing else shows. */
function number({ min, max }: LeverParameter): fc.Arbitrary<Distribution> {
  const [low, high] = [Math.max(min, -1e7), Math.min(max, 1e7)];
  const one = fc.double({ min: low, max: high, noNaN: true });
  return fc.oneof(
    one.map((value): Distribution => ({ kind: "fixed", value })),
    fc.tuple(one, one).map(([a, b]): Distribution => ({ kind: "uniform", low: Math.min(a, b), high: Math.max(a, b) })),
    fc
      .tuple(one, fc.double({ min: 0, max: (high - low) / 2, noNaN: true }))
      .map(([mean, sd]): Distribution => ({ kind: "normal", mean, sd })),
  );
}

const ramps: fc.Arbitrary<Ramp> = fc.oneof(
  fc.record({
    shape: fc.constantFrom<Ramp["shape"]>("step", "linear", "smoothstep", "s-curve", "front-loaded"),
    overYears: fc.double({ min: 0.1, max: 6, noNaN: true }),
  }),
  fc.uniqueArray(fc.integer({ min: 2025, max: 2034 }), { minLength: 1, maxLength: 4 }).chain((years) =>
    fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { minLength: years.length, maxLength: years.length }).map(
      (values): Ramp => ({
        shape: "table",
        overYears: 0,
        points: [...years].sort().map((year, i) => ({ year, value: values[i] })),
      }),
    ),
  ),
);

/** Formulas that behave, that jump, that leave what can be, and that give no number at all. */
const formulas = fc.constantFrom(
  "coverage + 0.1 * (0.9 - coverage)",
  "trend + 0.02 * t",
  "max(trend, 0.5)",
  "year % 2 == 0 ? 7 : -7",
  "1 / (t - 2)",
  "sqrt(coverage - 0.5)",
  "factor * coverage",
  "uncovered / base",
  "100000 * t",
  "participants * 0.1",
);

function tables(kind: LeverKind): fc.Arbitrary<Partial<Lever>> {
  const names = Object.keys(kind.tables ?? {});
  if (names.length === 0) return fc.constant({});
  return fc.constantFrom(...names).chain((name) => {
    const { min, max } = kind.tables?.[name] ?? { min: 0, max: 1 };
    const value = fc.double({ min: Math.max(min, -5e6), max: Math.min(max, 5e6), noNaN: true });
    return fc.oneof(
      formulas.map((text): Partial<Lever> => ({ formulas: { [name]: { text } } })),
      fc.dictionary(fc.integer({ min: 2025, max: 2033 }).map(String), value, { minKeys: 1, maxKeys: 4 }).map(
        (points): Partial<Lever> => ({
          tables: { [name]: Object.entries(points).map(([year, v]) => ({ year: Number(year), value: v })) },
        }),
      ),
    );
  });
}

/** Any lever of a kind, on any scheme or base that it may act on, at any time. */
function anyLever(kind: LeverKind, id = "x", from = 2020): fc.Arbitrary<Lever> {
  return fc
    .record({
      target:
        kind.target === "base" ? fc.constant("labour") : fc.constantFrom("formal", "voluntary", "jobless", "health"),
      start: fc.double({ min: from, max: 2033, noNaN: true }),
      lasts: fc.option(fc.double({ min: 0.1, max: 6, noNaN: true })),
      lagYears: fc.double({ min: 0, max: 2, noNaN: true }),
      ramp: ramps,
      fade: fc.option(fc.double({ min: 0.1, max: 3, noNaN: true })),
      passesOn: fc.boolean(),
      replaces: kind.replacesTrend === false || kind.target === "base" ? fc.constant(0) : fc.constantFrom(0, 0.3, 1),
      parameters: fc.record(
        Object.fromEntries(Object.entries(kind.parameters).map(([name, parameter]) => [name, number(parameter)])),
      ),
      more: tables(kind),
    })
    .map(({ target, start, lasts, fade, replaces, more, ...rest }) =>
      lever(id, kind.id, target, {
        ...rest,
        ...more,
        start,
        end: lasts === null ? null : start + lasts,
        fadeHalfLifeYears: lasts === null ? null : fade,
        replacesTrendShare: replaces,
      }),
    );
}

/** Several levers at once, of any kinds. */
const someLevers = fc
  .subarray([...leverKinds.keys()], { minLength: 2 })
  .chain((which) => fc.tuple(...which.map((k) => anyLever(leverKinds[k], `lever-${k}`))));

const slice = (array: Float64Array, d: Draws, scheme: string, year: number) => {
  const at = (d.schemes.indexOf(scheme) * d.years.length + d.years.indexOf(year)) * d.draws;
  return array.subarray(at, at + d.draws);
};

/** What must hold of any result whatever: totals are sums, parts lie inside, nobody is counted who is not there. */
function holdsTogether(d: Draws) {
  for (const year of d.years) {
    const people = (scheme: string) => slice(d.participants, d, scheme, year);
    const [total, formal, voluntary, jobless] = ["total", "formal", "voluntary", "jobless"].map(people);
    for (let i = 0; i < d.draws; i++) {
      if (total[i] !== formal[i] + voluntary[i]) return `total of ${year} is not the sum of its parts`;
      if (!(jobless[i] <= formal[i] * (1 + 1e-12))) return `jobless outgrows formal in ${year}`;
    }
    for (const scheme of d.schemes) {
      const base = slice(d.base, d, scheme, year);
      for (const [i, n] of people(scheme).entries())
        if (!(n >= 0 && n <= base[i] * (1 + 1e-9) && base[i] > 0)) return `${scheme} has ${n} of ${base[i]} in ${year}`;
    }
  }
  return null;
}

describe.each(leverKinds.map((kind) => [kind.id, kind] as const))("any lever of kind %s", (_, kind) => {
  it("moves no year that ends before it starts, of any scheme, by a single bit", () => {
    fc.assert(
      fc.property(anyLever(kind), (one) => {
        const d = run([one]);
        for (const year of d.years.filter((y) => y + 1 <= one.start + one.lagYears))
          for (const scheme of d.schemes) {
            expect(slice(d.participants, d, scheme, year)).toEqual(slice(plain.participants, plain, scheme, year));
            expect(slice(d.base, d, scheme, year)).toEqual(slice(plain.base, plain, scheme, year));
          }
      }),
      { numRuns: 20, seed: 1 },
    );
  });

  it("leaves the baseline bit for bit where it starts after the horizon or was over long before the last reading", () => {
    fc.assert(
      fc.property(anyLever(kind), (one) => {
        expect(run([{ ...one, start: 2034 + one.lagYears, end: null }])).toEqual(plain);
      }),
      { numRuns: 8, seed: 2 },
    );
  });

  it("keeps coverage within the ceiling, totals equal to their parts and the inner within the outer", () => {
    fc.assert(
      fc.property(anyLever(kind), (one) => {
        expect(holdsTogether(run([one]))).toBeNull();
      }),
      { numRuns: 25, seed: 3 },
    );
  });
});

describe("any levers of any kinds together", () => {
  it("hold together: totals, parts, ceilings", () => {
    fc.assert(
      fc.property(someLevers, (levers) => {
        expect(holdsTogether(run(levers))).toBeNull();
      }),
      { numRuns: 40, seed: 4 },
    );
  });

  it("do not care for their order, to the last bit", () => {
    fc.assert(
      fc.property(
        someLevers.chain((levers) =>
          fc.tuple(fc.constant(levers), fc.shuffledSubarray([...levers], { minLength: levers.length })),
        ),
        ([levers, shuffled]) => {
          expect(run(shuffled)).toEqual(run(levers));
        },
      ),
      { numRuns: 25, seed: 5 },
    );
  });
});

describe("enrolment levers that reach the same people", () => {
  it("never win more together than the uncovered, nor more than the sum of what each wins alone", () => {
    const [enrolment] = leverKinds.filter(({ id }) => id === "enrolment");
    const pair = fc.tuple(anyLever(enrolment, "a", ORIGIN + 1), anyLever(enrolment, "b", ORIGIN + 1));
    fc.assert(
      fc.property(pair, ([one, other]) => {
        const same = { replacesTrendShare: 0, target: "formal", passesOn: true };
        const [a, b] = [
          { ...one, ...same },
          { ...other, ...same },
        ];
        // The first year in which both act: later ones hold what the first has left.
        const year = Math.max(ORIGIN + 1, Math.floor(Math.max(a.start + a.lagYears, b.start + b.lagYears)));
        fc.pre(year <= 2032);
        const alone = (l: Lever) =>
          run([{ ...l, start: year, lagYears: 0, end: null, ramp: { shape: "step", overYears: 0 } }]);
        const late = (l: Lever) => ({
          ...l,
          start: year,
          lagYears: 0,
          end: null,
          ramp: { shape: "step", overYears: 0 } as const,
        });
        const people = (d: Draws) => slice(d.participants, d, "formal", year);
        const [none, first, second, both] = [plain, alone(a), alone(b), run([late(a), late(b)])].map(people);
        both.forEach((n, i) => {
          expect(n - none[i]).toBeLessThanOrEqual((first[i] - none[i] + second[i] - none[i]) * (1 + 1e-9) + 1e-3);
          expect(n).toBeGreaterThanOrEqual(Math.max(first[i], second[i]) - 1e-3);
        });
      }),
      { numRuns: 25, seed: 6 },
    );
  });
});
