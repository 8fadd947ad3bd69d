import { assumptionsTable } from "./assumptions.ts";
import { attributionsTable } from "./attributions.ts";
import { basesTable } from "./bases.ts";
import { eventsTable } from "./events.ts";
import { findingsTable } from "./findings.ts";
import { firstMetTable } from "./first-met.ts";
import { goalsTable } from "./goals.ts";
import { historyTable } from "./history.ts";
import { observationsTable } from "./observations.ts";
import { pastForecastsTable } from "./past-forecasts.ts";
import { pastScoresTable } from "./past-scores.ts";
import { projectionTable } from "./projection.ts";
import { sourcesTable } from "./sources.ts";
import { spreadTable } from "./spread.ts";
import { swingsTable } from "./swings.ts";
import type { TableMaker } from "./table.ts";

/** Every tidy table, in the order in which they are written. */
export const tables: readonly TableMaker[] = [
  goalsTable,
  projectionTable,
  historyTable,
  assumptionsTable,
  findingsTable,
  sourcesTable,
];

/** Tables that only the workbook has, each left out of it where it would be empty. */
export const moreTables: readonly TableMaker[] = [
  firstMetTable,
  attributionsTable,
  spreadTable,
  swingsTable,
  observationsTable,
  basesTable,
  eventsTable,
  pastForecastsTable,
  pastScoresTable,
];
