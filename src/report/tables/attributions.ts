import { percentValue, type TableMaker } from "./table.ts";

/** What each lever adds to each goal. */
export const attributionsTable: TableMaker = (run) => ({
  id: "attributions",
  title: "What each measure adds to each goal (Shapley values)",
  columns: [
    { key: "scenario", type: "string", describe: "Scenario id" },
    { key: "goal", type: "string", describe: "Goal id" },
    { key: "lever", type: "string", describe: "Id of the measure; empty: all together" },
    { key: "coverage_points", type: "number", describe: "Gain of mean coverage in the goal's year, percentage points" },
    { key: "probability_points", type: "number", describe: "Gain of the goal's probability, percentage points" },
  ],
  rows: run.projections.flatMap(({ input, attributions }) =>
    attributions.flatMap((a) =>
      [...a.levers, { lever: "", ...a.total }].map((part) => ({
        scenario: input.scenario.id,
        goal: a.goal,
        lever: part.lever,
        coverage_points: percentValue(part.coverage),
        probability_points: percentValue(part.probability),
      })),
    ),
  ),
});
