import { describe, expect, it } from "vitest";
import { compare } from "../../../src/core/explain/compare.ts";
import { project } from "../../../src/core/project.ts";
import { lever, projectionInput } from "../projection-input.ts";

const plain = projectionInput();
const drive = lever("drive", "enrolment", "formal", {
  parameters: { reach: { kind: "uniform", low: 0.02, high: 0.1 }, takeUp: { kind: "fixed", value: 0.5 } },
});
const driven = projectionInput([drive]);

describe("comparing two scenarios", () => {
  const found = compare(driven, plain);
  const of = (scheme: string) => found.schemes.find((s) => s.scheme === scheme)!;

  it("finds no difference at all where nothing differs", () => {
    const same = compare(plain, plain);
    expect(same.schemes.flatMap((s) => [...s.coverage.flat(), ...s.participants.flat()]).every((v) => v === 0)).toBe(
      true,
    );
    expect(same.goals[0]).toMatchObject({ difference: 0, gained: 0, lost: 0 });
  });

  it("compares the years that both sides have", () => {
    const sooner = { ...plain, firstYear: plain.firstYear - 2 };
    const late = compare(driven, plain);
    for (const [input, other] of [
      [driven, sooner],
      [{ ...driven, firstYear: driven.firstYear - 2 }, plain],
    ] as const) {
      const { years, goals, schemes } = compare(input, other);
      expect(years).toEqual(late.years);
      expect(goals.map(({ goal }) => goal)).toEqual(late.goals.map(({ goal }) => goal));
      expect(schemes.flatMap(({ coverage }) => coverage).every((level) => level.length === years.length)).toBe(true);
    }
  });

  it("leaves alone what the levers cannot reach, and years before they start", () => {
    expect(
      of("health")
        .coverage.flat()
        .every((v) => v === 0),
    ).toBe(true);
    expect(of("formal").coverage.map((level) => level[0])).toEqual([0, 0, 0]);
  });

  it("gives the interval of the difference, which is far narrower than the difference of intervals", () => {
    const last = found.years.length - 1;
    const [low, , high] = of("formal").coverage.map((level) => level[last] as number) as [number, number, number];
    expect(low).toBeGreaterThan(0);
    const range = (input: typeof plain) => {
      const { summary } = project(input, new Map(), false);
      const { coverage } = summary.schemes.find((s) => s.scheme === "formal")!;
      const at = (level: number) => coverage[summary.levels.indexOf(level)]![last] as number;
      return [at(0.1), at(0.9)] as const;
    };
    const [before, after] = [range(plain), range(driven)];
    expect(high - low).toBeLessThan((after[1] - before[0] - (after[0] - before[1])) / 2);
  });

  it("counts the draws that meet a goal on one side alone; the difference of the chances is theirs", () => {
    const [goal] = found.goals;
    const chance = (input: typeof plain) => project(input, new Map(), false).assessments[0]?.probability as number;
    expect(goal).toMatchObject({ goal: "half", probability: chance(driven), other: chance(plain), lost: 0 });
    expect(goal!.difference).toBeCloseTo(chance(driven) - chance(plain), 12);
    expect(goal!.gained - goal!.lost).toBeCloseTo(goal!.difference, 12);
    const apart = Math.hypot(...[goal!.probability, goal!.other].map((p) => Math.sqrt((p * (1 - p)) / found.draws)));
    expect(goal!.error).toBeLessThan(apart);
  });

  it("turns round with its sides", () => {
    const back = compare(plain, driven);
    const last = found.years.length - 1;
    const [low, mid, high] = of("formal").coverage.map((level) => level[last] as number) as [number, number, number];
    const turned = back.schemes.find((s) => s.scheme === "formal")!.coverage.map((level) => -(level[last] as number));
    [high, mid, low].forEach((value, i) => {
      expect(turned[i]).toBeCloseTo(value, 12);
    });
    expect(back.goals[0]!.difference).toBeCloseTo(-found.goals[0]!.difference, 12);
  });
});
