import { percentValue, type TableMaker } from "./table.ts";

/** Where the width of each leading goal's interval comes from. */
export const spreadTable: TableMaker = (run) => ({
  id: "spread",
  title: "Where the spread of the futures comes from",
  columns: [
    { key: "scenario", type: "string", describe: "Scenario id" },
    { key: "goal", type: "string", describe: "Goal whose scheme, year and measure it is" },
    { key: "source", type: "string", describe: "data, parameters, curve, residual, base or levers" },
    { key: "share_pct", type: "number", describe: "Share of the variance, percent; a goal's shares sum to 100" },
    { key: "error_pct", type: "number", describe: "Standard error of the share, percent" },
  ],
  rows: run.projections.flatMap(({ input, analysis }) =>
    (analysis?.spread ?? []).flatMap(({ goal, parts }) =>
      parts.map(({ source, share, error }) => ({
        scenario: input.scenario.id,
        goal,
        source,
        share_pct: percentValue(share),
        error_pct: percentValue(error),
      })),
    ),
  ),
});
