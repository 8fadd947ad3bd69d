import { expect, it } from "vitest";
import type { ProjectionInput, SolveTask } from "../../../src/core/domain.ts";
import { answerTasks } from "../../../src/core/goals/answer-tasks.ts";
import { solveLever } from "../../../src/core/goals/solve.ts";
import { goal, lever, projectionInput } from "../projection-input.ts";

const cost = { value: { kind: "fixed", value: 100 }, currency: "XXX", per: "person-year", priceYear: null } as const;
const stay = (id: string, at: string) =>
  lever(id, "retention", at, { parameters: { reduction: { kind: "fixed", value: 0.1 } }, unitCost: cost });
const place = { file: "scenarios/baseline.yaml", line: 9, column: 3 };
const task = (over: Partial<SolveTask>): SolveTask => ({
  goal: "half",
  probability: 0.5,
  numbers: [{ lever: "stay", parameter: "reduction" }],
  mix: false,
  place,
  ...over,
});

const asking = (...solve: SolveTask[]): ProjectionInput => {
  const input = projectionInput([stay("stay", "formal"), stay("keep", "voluntary")], {
    goals: [goal("half", { value: 0.5 }), goal("past", { year: 2024 })],
  });
  return { ...input, scenario: { ...input.scenario, solve } };
};

it("answers what a scenario asks of itself, as solving by hand does", () => {
  const input = asking(task({}));
  const { lever: id, parameter } = input.scenario.solve![0].numbers[0];
  const byHand = solveLever(input, { goal: "half", probability: 0.5, lever: id, parameter });
  expect(answerTasks(input)).toEqual({ levers: [byHand], mixes: [] });
});

it("weighs a mix by its costs", () => {
  const numbers = ["stay", "keep"].map((id) => ({ lever: id, parameter: "reduction" }));
  const answers = answerTasks(asking(task({ mix: true, numbers })));
  expect(answers?.levers).toEqual([]);
  expect(answers?.mixes[0]).toMatchObject({ goal: "half", probability: 0.5, currency: "XXX" });
});

it("leaves out what is asked of a goal whose year is not simulated, and is null where nothing is asked", () => {
  expect(answerTasks(asking(task({ goal: "past" })))).toBeNull();
  expect(answerTasks(asking())).toBeNull();
  expect(answerTasks(projectionInput())).toBeNull();
});
