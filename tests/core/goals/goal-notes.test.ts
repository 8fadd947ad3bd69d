import { describe, expect, it } from "vitest";
import type { Note, ProjectionInput } from "../../../src/core/domain.ts";
import { curveVerdicts } from "../../../src/core/goals/curve-verdicts.ts";
import { project } from "../../../src/core/project.ts";
import { simulate } from "../../../src/core/simulate/simulate.ts";
import { goal, projectionInput } from "../projection-input.ts";

const withGoal = (over: Parameters<typeof goal>[1], more: Partial<ProjectionInput> = {}) =>
  projectionInput([], { goals: [goal("aim", over)], ...more });
const codes = (input: ProjectionInput) => project(input).notes.map(({ code }) => code);
const noteOf = (input: ProjectionInput, code: string) => project(input).notes.find((n) => n.code === code) as Note;

describe("a goal met already", () => {
  it("is told with the reading that meets it, in both languages", () => {
    const { subject, message } = noteOf(withGoal({ value: 0.4 }), "goal/already-met");
    expect(subject).toBe("aim");
    expect(message.en).toContain("40% by 2030: the last reading, 45% at the end of 2024, meets the goal already");
    expect(message.vi).toContain("40% vào năm 2030");
  });

  it("is not told of one still ahead, nor of one whose year has passed", () => {
    expect(codes(withGoal({ value: 0.6 }))).not.toContain("goal/already-met");
    expect(codes(withGoal({ value: 0.4, year: 2024 }))).not.toContain("goal/already-met");
  });

  it("is told once where several instruments set the same", () => {
    const input = projectionInput([], { goals: [goal("one", { value: 0.4 }), goal("two", { value: 0.4 })] });
    expect(codes(input).filter((code) => code === "goal/already-met")).toHaveLength(1);
  });
});

describe("a goal met at the peak of a campaign", () => {
  const reached = project(withGoal({})).assessments[0]?.reached?.p50 ?? 0;
  const peaks = [{ scheme: "total", lead: 0.05, readings: 6, years: 3 }];

  it("is told where other months lie lower than the margin", () => {
    const { message } = noteOf(withGoal({ value: reached * 0.98 }, { peaks }), "goal/campaign-peak");
    expect(message.en).toContain(
      "by 2% of its people, but in other months 5% of them are usually missing (6 readings of 3 years)",
    );
    expect(message.vi).toContain("thường thiếu 5%");
  });

  it("is not told where the margin is wider, the goal is missed, or no month is known", () => {
    expect(codes(withGoal({ value: reached * 0.9 }, { peaks }))).not.toContain("goal/campaign-peak");
    expect(codes(withGoal({ value: reached * 1.02 }, { peaks }))).not.toContain("goal/campaign-peak");
    expect(codes(withGoal({ value: reached * 0.98 }))).not.toContain("goal/campaign-peak");
  });
});

describe("a verdict that hangs on one curve", () => {
  /** Two curves of like weight, of which one climbs by 0.2 a year on the logit and the other by nearly nothing. */
  const apart = (value: number) => {
    const input = withGoal({ scheme: "formal", value });
    const schemes = input.schemes.map((s) => {
      if (!s.trend) return s;
      const curves = s.trend.curves.map((curve, i) => ({
        ...curve,
        weight: 0.5,
        parameters: curve.parameters.map((p) => (p.name === "pace" ? { ...p, estimate: i === 0 ? 0.2 : 0.01 } : p)),
      }));
      return { ...s, trend: { ...s.trend, curves } };
    });
    return { ...input, schemes };
  };
  const verdicts = (value: number) => {
    const input = apart(value);
    return curveVerdicts(input.goals[0], input, simulate(input).draws).map((v) => v.probability);
  };

  it("names the curve that turns it and its chance", () => {
    const [fast, slow] = verdicts(0.5);
    expect(fast).toBeGreaterThan(0.6);
    expect(slow).toBeLessThan(0.4);
    const { message } = noteOf(apart(0.5), "goal/curve-dependent");
    expect(message.en).toMatch(/“.+” of formal alone would give <?\d+%/);
    expect(message.vi).toContain("nhận định phụ thuộc");
  });

  it("is not told where all curves say the same", () => {
    expect(codes(apart(0.9))).not.toContain("goal/curve-dependent");
    expect(codes(apart(0.2))).not.toContain("goal/curve-dependent");
  });

  it("moves nothing where a curve foretells what the combination does", () => {
    const alone = projectionInput([], { goals: [goal("aim", { scheme: "formal", value: 0.45 })] });
    const schemes = alone.schemes.map((s) =>
      s.trend ? { ...s, trend: { ...s.trend, curves: [{ ...s.trend.curves[0], weight: 1 }] } } : s,
    );
    const input = { ...alone, schemes, run: { ...alone.run, draws: 400 } };
    const [only] = curveVerdicts(input.goals[0], input, simulate(input).draws);
    expect(only.probability).toBe(project(input).assessments[0].probability);
    expect(codes(input)).not.toContain("goal/curve-dependent");
  });

  it("is not asked for where a reader moves a slider", () => {
    const notes = project(apart(0.5), new Map(), false).notes;
    expect(notes.map(({ code }) => code)).not.toContain("goal/curve-dependent");
  });
});

describe("a base that was redefined before", () => {
  const reached = project(withGoal({})).assessments[0]?.reached?.p50 ?? 0;
  const linked = (factor: number) => {
    const input = withGoal({ value: reached + 0.01 });
    return {
      ...input,
      bases: input.bases.map((b) => ({ ...b, links: [{ regime: "old", factor, date: "2022-09-30" }] })),
    };
  };

  it("is told where the jump is larger than the gap", () => {
    const { message } = noteOf(linked(0.93), "goal/base-redefined");
    expect(message.en).toContain("the base was redefined before (2022-09-30, by -7%)");
    expect(message.en).toContain("more than the 1 percentage points");
    expect(message.vi).toContain("mẫu số đã từng được định nghĩa lại");
  });

  it("is not told where the gap is larger, of goals in people, or where nothing was redefined", () => {
    expect(codes(linked(0.999))).not.toContain("goal/base-redefined");
    const people = linked(0.93);
    const goals = people.goals.map((g) => ({ ...g, measure: "participants" as const, value: 20e6 }));
    expect(codes({ ...people, goals })).not.toContain("goal/base-redefined");
    expect(codes(withGoal({ value: reached + 0.01 }))).not.toContain("goal/base-redefined");
  });
});

it("divides by the base of the goal's own year where officials take the year before", () => {
  const { assessments } = project(withGoal({ scheme: "health", value: 0.9 }));
  const [{ reached, plain, probability }] = assessments;
  // The base grows, so that the own year's is larger and the share smaller.
  expect(plain!.reached.p50).toBeLessThan(reached!.p50);
  expect(plain!.probability).toBeLessThanOrEqual(probability!);
  expect(plain!.reached.p50 / reached!.p50).toBeGreaterThan(0.98);
  expect(project(withGoal({})).assessments[0].plain).toBeNull();
});
