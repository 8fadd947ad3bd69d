import { describe, expect, test } from "vitest";
import type { History, Observation, ProjectionInput } from "../../../src/core/domain.ts";
import { chanceMap, strongestNumbers } from "../../../src/core/explain/chance-map.ts";
import { explainProjection } from "../../../src/core/explain/explain-projection.ts";
import { goalInfluence, type Refit } from "../../../src/core/explain/goal-influence.ts";
import { distinctGoals } from "../../../src/core/explain/goal-values.ts";
import { redrawReadings } from "../../../src/core/explain/redraw-readings.ts";
import { tornados } from "../../../src/core/explain/tornado.ts";
import { uncertainInputs } from "../../../src/core/explain/uncertain-inputs.ts";
import { simulate } from "../../../src/core/simulate/simulate.ts";
import { goal, labour, lever, projectionInput } from "../projection-input.ts";

const range = (low: number, high: number) => ({ kind: "uniform", low, high }) as const;
const strong = lever("strong", "enrolment", "formal", {
  parameters: { reach: range(0.1, 0.3), takeUp: range(0.1, 0.5) },
});
const weak = lever("weak", "enrolment", "voluntary", {
  parameters: { reach: range(0.1, 0.12), takeUp: range(0.01, 0.02) },
});
const half = goal("half", {});

describe("a tornado", () => {
  const input = projectionInput([strong, weak]);
  const [found] = tornados(input, [half], 400, new Map());

  test("holds each assumption at its 10th and 90th percentile and puts the strongest first", () => {
    const takeUp = found.swings.find(({ key }) => key === "levers.strong.takeUp");
    expect(takeUp?.low.value).toBeCloseTo(0.14, 12);
    expect(takeUp?.high.value).toBeCloseTo(0.46, 12);
    expect(takeUp?.high.mean).toBeGreaterThan(found.drawn.mean);
    expect(takeUp?.low.mean).toBeLessThan(found.drawn.mean);
    expect(takeUp?.high.probability).toBeGreaterThanOrEqual(takeUp?.low.probability ?? 1);
    const sizes = found.swings.map(({ low, high }) => Math.abs(high.mean - low.mean));
    expect([...sizes].sort((a, b) => b - a)).toEqual(sizes);
  });

  test("leaves out what moves nothing, such as the base of a share", () => {
    const plain = tornados(projectionInput([]), [half], 400, new Map())[0].swings.map(({ key }) => key);
    expect(plain).toEqual(["trend.formal.ceiling", "trend.voluntary.ceiling"].filter((key) => plain.includes(key)));
    expect(plain.length).toBeGreaterThan(0);
    expect(found.swings.some(({ key }) => key.startsWith("trend.health"))).toBe(false);
  });

  test("moves bases where people are counted", () => {
    const count = goal("count", { scheme: "formal", measure: "participants", value: 16e6 });
    const [{ swings }] = tornados(projectionInput([]), [count], 400, new Map());
    const growth = swings.find(({ key }) => key === "world.labour.growth");
    expect(growth?.high.mean).toBeGreaterThan(growth?.low.mean ?? Infinity);
    expect(swings.map(({ key }) => key)).toContain("world.labour.level");
  });
});

describe("an assumption held", () => {
  const input = projectionInput([strong], { scenario: { ...projectionInput([strong]).scenario, world: {} } });
  test.each(uncertainInputs(input).map((one) => [one.key, one] as const))("%s is certain and rises", (_, one) => {
    expect(one.at(0.9)).toBeGreaterThan(one.at(0.1));
    const held = one.held(input, 0.9);
    expect(uncertainInputs(held).map(({ key }) => key)).not.toContain(one.key);
    expect(held.scenario.id).toBe(input.scenario.id);
  });

  test("a stated growth of a base is held at its own percentile", () => {
    const stated = { ...input, scenario: { ...input.scenario, world: { labour: range(0, 0.02) } } };
    const growth = uncertainInputs(stated).find(({ key }) => key === "world.labour.growth");
    expect(growth?.at(0.9)).toBeCloseTo(0.018, 12);
    expect(growth?.held(stated, 0.1).scenario.world.labour).toEqual({ kind: "fixed", value: 0.002 });
  });
});

describe("drawing a source anew", () => {
  const base = projectionInput([strong]);
  const draws = (redrawn: readonly string[]) => simulate({ ...base, redrawn }).draws;
  const size = (input: ProjectionInput) => (input.run.horizon - input.firstYear + 1) * input.run.draws;

  test("moves what hangs on it and nothing else", () => {
    const [plain, other] = [draws([]), draws(["trend/health/path"])];
    const n = size(base);
    expect(other.participants.subarray(0, 4 * n)).toEqual(plain.participants.subarray(0, 4 * n));
    expect(other.participants.subarray(4 * n)).not.toEqual(plain.participants.subarray(4 * n));
    expect(draws(["base/labour"]).base).not.toEqual(plain.base);
    expect(draws(["lever/strong"]).participants).not.toEqual(draws(["lever/strong/reach"]).participants);
    expect(draws(["lever/stro"]).participants).toEqual(plain.participants);
  });
});

describe("a map of two numbers", () => {
  const input = projectionInput([strong, weak]);
  const pair = [
    { lever: "strong", name: "reach" },
    { lever: "strong", name: "takeUp" },
  ] as const;

  test("rises with both, over what the scenario holds possible", () => {
    const map = chanceMap(input, half, pair, new Map());
    expect(map?.x.values[0]).toBeCloseTo(0.105, 12);
    expect(map?.y.values.at(-1)).toBeCloseTo(0.49, 12);
    const rows = map?.probability ?? [];
    rows.forEach((row, r) => {
      row.forEach((p, c) => {
        expect(p).toBeGreaterThanOrEqual(row[c - 1] ?? 0);
        expect(p).toBeGreaterThanOrEqual(rows[r - 1]?.[c] ?? 0);
      });
    });
    expect(rows.at(-1)?.at(-1)).toBeGreaterThan(rows[0]?.[0] ?? 1);
  });

  test("is of the strongest numbers of two levers; without levers there is none", () => {
    const [tornado] = tornados(input, [half], 200, new Map());
    expect(strongestNumbers(tornado)?.map(({ lever: id }) => id)).toEqual(["strong", "weak"]);
    expect(strongestNumbers(tornados(projectionInput([]), [half], 200, new Map())[0])).toBeNull();
    expect(chanceMap(input, half, [pair[0], { lever: "nobody", name: "reach" }], new Map())).toBeNull();
  });
});

describe("influence of readings on goals", () => {
  const input = projectionInput([]);
  const histories = input.schemes.map((s) => s.history);
  /** A fit that heeds one reading alone: without formal 2022 the trend stands lower. */
  const refit: Refit = (given) => {
    const formal = given.find((h) => h.scheme === "formal");
    if (formal?.points.some(({ year }) => year === 2022)) return input;
    return {
      ...input,
      schemes: input.schemes.map((s) =>
        s.id === "formal" && s.trend ? { ...s, trend: { ...s.trend, originShare: 0.35 } } : s,
      ),
    };
  };

  test("names the reading without which a goal would be another, and no scheme that it does not hang on", () => {
    const healthy = goal("healthy", { scheme: "health", value: 0.95 });
    const [ofHalf, ofHealthy] = goalInfluence(input, [half, healthy], histories, refit, 400, new Map());
    expect(ofHalf.readings).toHaveLength(1);
    expect(ofHalf.readings[0]).toMatchObject({ scheme: "formal", year: 2022, sources: ["s"] });
    expect(ofHalf.readings[0].median).toBeLessThan(-0.02);
    expect(ofHealthy.readings).toEqual([]);
  });

  test("what cannot be fitted without a reading is passed over", () => {
    expect(goalInfluence(input, [half], histories, () => null, 400, new Map())[0]).toMatchObject({
      readings: [],
      tried: 0,
    });
  });
});

describe("readings drawn anew", () => {
  const [, formal] = projectionInput().schemes;
  const rounded: History = {
    ...formal.history,
    points: formal.history.points.map((p, i) => ({ ...p, rounding: 0.005, rivals: i === 2 ? [0] : [] })),
  };
  const rival = { participants: 0.9 * rounded.points[2].participants } as Observation;
  const redraws = Array.from({ length: 400 }, (_, i) => redrawReadings([rounded], [rival], 3, i)[0].points);

  test("stay within their rounding and keep people and rate together", () => {
    for (const points of redraws)
      points.forEach((point, i) => {
        if (i !== 2) expect(Math.abs(point.coverage - rounded.points[i].coverage)).toBeLessThanOrEqual(0.005);
        expect(point.participants).toBeCloseTo(point.coverage * point.base, 6);
      });
  });

  test("are a rival half of the time where one was published", () => {
    const taken = redraws.filter((points) => points[2].coverage < 0.95 * rounded.points[2].coverage).length;
    expect(taken / redraws.length).toBeGreaterThan(0.4);
    expect(taken / redraws.length).toBeLessThan(0.6);
    expect(redrawReadings([rounded], [rival], 3, 7)[0].points).toEqual(redraws[7]);
  });
});

describe("explaining a projection", () => {
  const goals = [half, goal("more", { value: 0.6 }), goal("healthy", { scheme: "health", value: 0.95 })];
  const input = projectionInput([strong, weak], { goals, bases: [labour] });
  const request = {
    goals: goals.map(({ id }) => id),
    histories: input.schemes.map((s) => s.history),
    observations: [],
    refit: () => input,
  };

  test("tells of one goal for each scheme and year, the same way every time", () => {
    const thorough = explainProjection(input, { ...request, thorough: true });
    expect(thorough.spread.map(({ goal: id }) => id)).toEqual(["half", "healthy"]);
    expect(thorough.tornados.map(({ goal: id }) => id)).toEqual(["half", "healthy"]);
    expect(thorough.influence).toHaveLength(2);
    expect(thorough.map?.goal).toBe("half");
    expect(explainProjection(input, { ...request, thorough: true })).toEqual(thorough);
  });

  test("in brief tells of the first goal that the scenario touches, and of no reading", () => {
    const brief = explainProjection(input, { ...request, goals: ["healthy", "half"], thorough: false });
    expect(brief.tornados.map(({ goal: id }) => id)).toEqual(["half"]);
    expect(brief).toMatchObject({ influence: [], map: null });
  });

  test("of several goals of a year takes the first that is not reached yet, and none that is past", () => {
    const low = goal("low", { value: 0.1 });
    const past = goal("past", { year: 2024 });
    const all = projectionInput([], { goals: [low, half, past] });
    expect(distinctGoals(all, ["low", "half", "past", "unknown"]).map(({ id }) => id)).toEqual(["half"]);
    expect(distinctGoals(all, ["low"]).map(({ id }) => id)).toEqual(["low"]);
  });
});
