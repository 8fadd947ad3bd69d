import { describe, expect, test } from "vitest";
import { leverKinds } from "../../../src/core/levers/index.ts";
import { problemsOf, readChanged } from "../change-good.ts";

const file = "scenarios/law.yaml";
const scenario = (lever: string) => ({
  [file]: `schema: 1\nid: law\ntitle: Law\nquestion: What of it?\nlevers:\n  x: {${lever}}\n`,
});
const read = (lever: string) => {
  const found = readChanged(scenario(lever)).scenarios.find(({ id }) => id === "law");
  return found?.levers[0];
};
const shock = "kind: shock, scheme: formal, start: 2026-01-01, loss: 5%";

test("a lever says when it starts and ends, as year fractions at the first and last minute", () => {
  expect(read(`${shock}, end: 2026-12-31`)).toMatchObject({
    start: 2026,
    end: 2027,
    lagYears: 0,
    ramp: { shape: "step", overYears: 0 },
  });
});

test("a lever of the base acts on a base, all others on a scheme", () => {
  expect(read("kind: base, base: workers, start: 2026-01-01, growth: 0.2%")?.target).toBe("workers");
  expect(read(shock)?.target).toBe("formal");
  expect(problemsOf(scenario("kind: base, scheme: formal, start: 2026-01-01, growth: 0.2%"))).toEqual([
    `${file}:6 scenario/unknown-key`,
  ]);
});

test("a parameter that is left out is left to its kind's default, which is not written in", () => {
  expect(read(shock)?.parameters).toEqual({ loss: { kind: "fixed", value: 0.05 } });
});

test("a lever lies beyond the trend unless it says how much of the trend it replaces", () => {
  expect(read(shock)?.replacesTrendShare).toBe(0);
  expect(read(`${shock}, replacesTrendShare: 25%`)?.replacesTrendShare).toBe(0.25);
  expect(read(`${shock}, beyondTrend: false, replacesTrendShare: 25%`)?.replacesTrendShare).toBe(0.25);
});

describe.each(leverKinds.map((kind) => [kind.id, kind] as const))("kind %s", (id, kind) => {
  const written = {
    share: "10%",
    people: "1M",
    "points-per-year": "0.5pp",
    "rate-per-year": "2%",
    years: "2y",
    number: kind.id === "subsidy" ? "-0.3" : "1.5",
  };
  const target = kind.target === "scheme" ? "scheme: formal" : "base: workers";
  const parameters = Object.entries(kind.parameters).map(([name, { unit }]) => `${name}: ${written[unit]}`);
  const table = { share: "{2026: 20%}", people: "{2026: 100k}" };
  const tables = Object.entries(kind.tables ?? {}).map(([name, { unit }]) => `${name}: ${table[unit]}`);
  const whole = [`kind: ${id}, ${target}, start: 2026-01-01`, ...tables.slice(0, 1)].join(", ");

  test("is read with every parameter that it declares", () => {
    const lever = read([whole, ...parameters].join(", "));
    expect(Object.keys(lever?.parameters ?? {})).toEqual(Object.keys(kind.parameters));
  });

  test("needs the parameters that have no default", () => {
    const needed = Object.values(kind.parameters).filter((p) => p.default === null);
    expect(problemsOf(scenario(whole))).toEqual(needed.map(() => `${file}:6 scenario/missing-key`));
  });

  test.each(Object.entries(kind.parameters).filter(([, p]) => Number.isFinite(p.max)))(
    "refuses %s beyond its range",
    (name, { unit, min, max }) => {
      const suffix = {
        share: ["%", 100],
        people: ["", 1],
        "points-per-year": ["pp", 100],
        "rate-per-year": ["", 1],
        years: ["y", 1],
        number: ["", 1],
      } as const;
      const [unitText, factor] = suffix[unit];
      for (const value of [max * 1.01 + 0.01, min - 0.01]) {
        const others = parameters.filter((p) => !p.startsWith(`${name}:`));
        const text = [whole, ...others, `${name}: "${(value * factor).toFixed(4)}${unitText}"`].join(", ");
        expect(problemsOf(scenario(text))).toEqual([`${file}:6 scenario/out-of-range`]);
      }
    },
  );
});

test("a ramp may be a table of years, which need not stand in order", () => {
  expect(read(`${shock}, ramp: {shape: table, points: {2028: 100%, 2026: 20%}}`)?.ramp).toEqual({
    shape: "table",
    overYears: 0,
    points: [
      { year: 2026, value: 0.2 },
      { year: 2028, value: 1 },
    ],
  });
});

test("a lever carries its unit cost, its slider and its evidence", () => {
  const extras = [
    "unitCost: {value: {low: 300k, mode: 350k, high: 500k}, unit: VND per person-year, priceYear: 2024}",
    "slider: {of: loss, min: 0%, max: 20%, step: 0.5%}",
    "evidence: [{ref: press, strength: precedent}]",
  ];
  expect(read([shock, ...extras].join(", "))).toMatchObject({
    unitCost: {
      value: { kind: "triangle", low: 300_000, mode: 350_000, high: 500_000 },
      currency: "VND",
      per: "person-year",
      priceYear: 2024,
    },
    slider: { of: "loss", min: 0, max: 0.2, step: 0.005 },
    evidence: [{ ref: "press", strength: "precedent" }],
  });
});

describe("a stated path", () => {
  const path = "kind: path, scheme: formal, start: 2026-01-01";

  test("has one table, of coverage or of people added", () => {
    expect(read(`${path}, coverage: {2030: 60%, 2027: 45%}`)?.tables).toEqual({
      coverage: [
        { year: 2027, value: 0.45 },
        { year: 2030, value: 0.6 },
      ],
    });
    expect(problemsOf(scenario(path))).toEqual([`${file}:6 scenario/table-missing`]);
    expect(problemsOf(scenario(`${path}, coverage: {2027: 45%}, added: {2027: 1M}`))).toEqual([
      `${file}:6 scenario/two-tables`,
    ]);
    expect(problemsOf(scenario(`${path}, added: {2024: 1M}`))).toEqual([`${file}:6 scenario/table-before-start`]);
  });

  test("replaces no share of the trend, as it does not count in people won a year", () => {
    expect(problemsOf(scenario(`${path}, added: {2027: 1M}, replacesTrendShare: 20%`))).toEqual([
      `${file}:6 scenario/replaces-no-trend`,
    ]);
  });
});

describe("what no single key can tell is refused", () => {
  test.each([
    ["an end before the start", "end: 2025-12-31", "ends-before-start"],
    ["a fade without an end", "fade: 2y", "fade-without-end"],
    ["a ramp without a length", "ramp: {shape: linear}", "ramp-without-length"],
    ["a step with a length", "ramp: {shape: step, over: 2y}", "step-with-length"],
    ["beyond the trend and within it", "beyondTrend: true, replacesTrendShare: 25%", "beyond-and-within-trend"],
    ["within the trend, but not how much", "beyondTrend: false", "share-missing"],
    ["an unknown ramp", "ramp: {shape: steep, over: 2y}", "wrong-value"],
    ["an end that is no day", "end: 2026-02-30", "bad-date"],
    ["a ramp's table without points", "ramp: {shape: table}", "table-without-points"],
    ["points of another ramp", "ramp: {shape: step, points: {2026: 20%}}", "points-without-table"],
    ["a ramp's table with a length", "ramp: {shape: table, points: {2026: 20%}, over: 2y}", "step-with-length"],
    ["a ramp's table of the past", "ramp: {shape: table, points: {2024: 20%, 2025: 1}}", "table-before-start"],
    ["a ramp's table of no year", "ramp: {shape: table, points: {soon: 20%}}", "bad-year"],
    ["a ramp's table beyond full strength", "ramp: {shape: table, points: {2026: 120%}}", "out-of-range"],
    ["a ramp's table with nothing in it", "ramp: {shape: table, points: {}}", "wrong-type"],
    ["a kind of evidence that there is none of", "evidence: [{ref: press, strength: hearsay}]", "wrong-value"],
    ["a cost without its money", "unitCost: {value: 350k, unit: per person}", "bad-unit"],
    ["a cost below nothing", "unitCost: {value: -1, unit: VND per person}", "out-of-range"],
    ["a slider of no number", "slider: {of: lost, min: 0%, max: 9%, step: 1%}", "unknown-parameter"],
    ["a slider turned round", "slider: {of: loss, min: 9%, max: 1%, step: 1%}", "slider"],
    ["a slider that cannot step", "slider: {of: loss, min: 0%, max: 9%, step: 10%}", "slider"],
    ["a slider beyond the number's range", "slider: {of: loss, min: 0%, max: 120%, step: 1%}", "out-of-range"],
    ["a slider without a step", "slider: {of: loss, min: 0%, max: 9%}", "missing-key"],
    ["a source that is not there", "evidence: [{ref: radio, strength: legal}]", "unknown-source"],
  ])("%s", (_, keys, code) => {
    expect(problemsOf(scenario(`${shock}, ${keys}`))).toEqual([`${file}:6 scenario/${code}`]);
  });

  test("a total as the scheme it acts on", () => {
    expect(problemsOf(scenario(shock.replace("formal", "pension")))).toEqual([`${file}:6 scenario/lever-on-total`]);
  });
});

test("a lever that begins after the last projected year is warned of, and let through", () => {
  const dated = (dates: string) => scenario(`kind: shock, scheme: formal, loss: 5%, ${dates}`);
  expect(problemsOf(dated("start: 2036-01-01"))).toEqual([`${file}:6 scenario/after-horizon`]);
  expect(problemsOf(dated("start: 2035-07-01, lag: 7mo"))).toEqual([`${file}:6 scenario/after-horizon`]);
  expect(problemsOf(dated("start: 2035-12-31"))).toEqual([]);
  expect(readChanged(dated("start: 2036-01-01")).scenarios).toHaveLength(3);
});
