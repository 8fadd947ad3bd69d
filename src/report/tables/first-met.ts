import type { TableMaker } from "./table.ts";

/** When each goal's value is first met: the share of futures by year. */
export const firstMetTable: TableMaker = (run) => ({
  id: "first-met",
  title: "Year in which each goal is first met",
  columns: [
    { key: "scenario", type: "string", describe: "Scenario id" },
    { key: "goal", type: "string", describe: "Goal id" },
    { key: "year", type: "integer", describe: "31 December of this year; empty: not by the last year" },
    { key: "share", type: "number", describe: "Share of futures that first meet the value then, 0 to 1" },
    { key: "reached", type: "number", describe: "Share of futures that have met it by then, 0 to 1" },
  ],
  rows: run.projections.flatMap(({ input, summary, assessments }) =>
    assessments.flatMap(({ goal, firstMet }) => {
      if (firstMet === null) return [];
      const own = { scenario: input.scenario.id, goal: goal.id };
      let reached = 0;
      const rows = summary.years.map((year, i) => {
        reached += firstMet.share[i] ?? 0;
        return { ...own, year, share: firstMet.share[i] ?? null, reached: Math.min(1, reached) };
      });
      return [...rows, { ...own, year: null, share: firstMet.never, reached: null }];
    }),
  ),
});
