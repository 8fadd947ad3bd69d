import { assumptionsTable } from "./assumptions.ts";
import { findingsTable } from "./findings.ts";
import { goalsTable } from "./goals.ts";
import { historyTable } from "./history.ts";
import { projectionTable } from "./projection.ts";
import { sourcesTable } from "./sources.ts";
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
