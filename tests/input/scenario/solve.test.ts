import { expect, test } from "vitest";
import { problemsOf, readChanged } from "../change-good.ts";

const asking = (solve: string, more = "") => ({
  "scenarios/drive.yaml": (text: string) => `${text}${more}\nsolve: ${solve}\n`,
});
const cost = (id: string) => `  ${id}:
    kind: retention
    scheme: formal
    start: 2026-01-01
    reduction: 10%
    unitCost: {value: 100, unit: XYZ per person-year}
`;

test("a scenario may ask what it would take: a number, a lever's strength, a mix", () => {
  const { scenarios } = readChanged(
    asking(
      "[{lever: visits.takeUp, goal: pension-2030, probability: 80%}, {lever: visits, goal: pension-2030, probability: 50%}, {mix: [a, b.reduction], goal: pension-2030, probability: 60%}]",
      cost("a") + cost("b"),
    ),
  );
  const drive = scenarios.find(({ id }) => id === "drive");
  expect(drive?.solve).toMatchObject([
    { goal: "pension-2030", probability: 0.8, mix: false, numbers: [{ lever: "visits", parameter: "takeUp" }] },
    { probability: 0.5, numbers: [{ lever: "visits", parameter: "reach" }] },
    {
      probability: 0.6,
      mix: true,
      numbers: [
        { lever: "a", parameter: "reduction" },
        { lever: "b", parameter: "reduction" },
      ],
    },
  ]);
  expect(scenarios.find(({ id }) => id === "baseline")?.solve).toBeUndefined();
});

test("what a parent asks is its own affair", () => {
  const { scenarios } = readChanged({
    ...asking("[{lever: visits, goal: pension-2030, probability: 80%}]"),
    "scenarios/child.yaml": "schema: 1\nid: child\nextends: drive\ntitle: Child\nquestion: What else?\n",
  });
  expect(scenarios.find(({ id }) => id === "child")?.solve).toBeUndefined();
});

test.each([
  ["neither lever nor mix", "[{goal: pension-2030, probability: 80%}]", "scenario/solve"],
  ["both of them", "[{lever: visits, mix: [visits, visits], goal: pension-2030, probability: 80%}]", "scenario/solve"],
  ["a lever that is not there", "[{lever: visit, goal: pension-2030, probability: 80%}]", "scenario/unknown-lever"],
  [
    "a number that is not there",
    "[{lever: visits.takeup, goal: pension-2030, probability: 80%}]",
    "scenario/unknown-parameter",
  ],
  ["a goal that is not there", "[{lever: visits, goal: pension-2029, probability: 80%}]", "scenario/unknown-goal"],
  [
    "a key that is not there",
    "[{lever: visits, goal: pension-2030, probability: 80%, max: 1}]",
    "scenario/unknown-key",
  ],
  ["a bare percentage", "[{lever: visits, goal: pension-2030, probability: 80}]", "scenario/out-of-range"],
  ["certainty", "[{lever: visits, goal: pension-2030, probability: 100%}]", "scenario/out-of-range"],
  [
    "a mix without costs",
    "[{mix: [visits, visits.reach], goal: pension-2030, probability: 80%}]",
    "scenario/solve-mix",
  ],
])("%s is refused at its line", (_, solve, code) => {
  expect(problemsOf(asking(solve))).toEqual([expect.stringMatching(new RegExp(`^scenarios/drive.yaml:\\d+ ${code}$`))]);
});
