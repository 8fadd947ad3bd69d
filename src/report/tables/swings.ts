import type { TableMaker } from "./table.ts";

/** How far each uncertain assumption moves each leading goal. */
export const swingsTable: TableMaker = (run) => ({
  id: "swings",
  title: "How far each uncertain assumption moves a goal (tornado)",
  columns: [
    { key: "scenario", type: "string", describe: "Scenario id" },
    { key: "goal", type: "string", describe: "Goal id" },
    { key: "assumption", type: "string", describe: "As in the table of assumptions" },
    { key: "unit", type: "string", describe: "Unit of its values; shares and rates are fractions" },
    { key: "low", type: "number", describe: "10th percentile of the assumption, in its unit" },
    { key: "high", type: "number", describe: "90th percentile of the assumption, in its unit" },
    { key: "probability_low", type: "number", describe: "Probability of the goal at the low value, 0 to 1" },
    { key: "probability_high", type: "number", describe: "Probability of the goal at the high value, 0 to 1" },
    { key: "mean_low", type: "number", describe: "Mean reached at the low value, fraction or persons by measure" },
    { key: "mean_high", type: "number", describe: "Mean reached at the high value, fraction or persons by measure" },
  ],
  rows: run.projections.flatMap(({ input, analysis }) =>
    (analysis?.tornados ?? []).flatMap(({ goal, swings }) =>
      swings.map(({ key, unit, low, high }) => ({
        scenario: input.scenario.id,
        goal,
        assumption: key,
        unit,
        low: low.value,
        high: high.value,
        probability_low: low.probability,
        probability_high: high.probability,
        mean_low: low.mean,
        mean_high: high.mean,
      })),
    ),
  ),
});
