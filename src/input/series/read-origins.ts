import type { Checked } from "../../core/errors.ts";
import { nearest } from "../nearest.ts";
import { Problems } from "../problems.ts";
import { readWhole } from "./decimal.ts";
import { findColumns } from "./find-columns.ts";
import type { SeriesTable } from "./read-series.ts";
import { type StreamedRow, streamRows } from "./stream-rows.ts";

/** A forecast to make: of a series, from its first `readings` rows, so many years ahead. */
export interface ForecastTask {
  readonly series: string;
  readonly readings: number;
  readonly horizon: number;
}

/** Years ahead at most; beyond them a forecast from a series alone says nothing. */
export const furthestHorizon = 100;

const mostTasks = 5_000_000;

/**
 * Reads from where to foretell: `series_id` and `origin_n`, the readings known; `origin_year`, which must then be the
 * year of the last of them; `h`, the years ahead, or `horizon` where there is no such column. Other columns may stand
 * beside them.
 */
export function readOrigins(
  file: string,
  pieces: Iterable<Uint8Array>,
  table: SeriesTable,
  horizon: number,
): Checked<ForecastTask[]> {
  const problems = new Problems();
  const tasks: ForecastTask[] = [];
  const seen = new Set<string>();
  let columns: number[] | null = null;
  let width = 0;
  for (const row of streamRows(file, pieces, problems)) {
    if (columns === null) {
      columns = findColumns(row, ["series_id", "origin_n"], ["origin_year", "h"], problems);
      width = row.cells.length;
      if (problems.failed) break;
      continue;
    }
    const task = readTask(row, columns, width, table, horizon, problems);
    if (task === null) continue;
    const key = `${task.readings} ${task.series}`;
    if (seen.has(key))
      problems.error("series/origin-twice", row.at(columns[1]), `this origin of ${task.series} stands twice`, {
        hint: "keep one of them",
      });
    seen.add(key);
    tasks.push(task);
    if (tasks.length > mostTasks) {
      problems.error("csv/too-long", row.at(0), `the table has more than ${mostTasks} rows`, { hint: "split it" });
      break;
    }
  }
  if (!problems.failed && tasks.length === 0)
    problems.error("csv/no-rows", { file, line: 1, column: 1 }, "the table has no rows", {
      hint: "name the right file",
    });
  return problems.close(() => tasks);
}

function readTask(
  row: StreamedRow,
  [idAt, readingsAt, yearAt, horizonAt]: readonly number[],
  width: number,
  { file, series }: SeriesTable,
  horizon: number,
  problems: Problems,
): ForecastTask | null {
  const { cells } = row;
  if (cells.length !== width) {
    problems.error(
      "csv/row-length",
      row.at(Math.min(cells.length, width) - 1),
      `the row has ${cells.length} cells, expected ${width}`,
    );
    return null;
  }
  const known = series.get(cells[idAt]);
  if (known === undefined) {
    // Comparing with every name would take long where there are many.
    const like = series.size <= 5000 ? nearest(cells[idAt], [...series.keys()]) : null;
    problems.error("series/unknown", row.at(idAt), `${file} has no series ${JSON.stringify(cells[idAt])}`, {
      hint: like === null ? "check the name" : `did you mean ${like}?`,
    });
    return null;
  }
  const whole = (name: string, at: number, low: number, high: number, why: string) => {
    const value = readWhole(cells[at]);
    if (value !== null && value >= low && value <= high) return value;
    const found = cells[at] === "" ? "empty" : JSON.stringify(cells[at]);
    problems.error("series/origin", row.at(at), `${name} is ${found}, expected a whole number from ${low} to ${high}`, {
      hint: why,
    });
    return null;
  };
  const rows = known.years.length;
  if (rows < 2) {
    problems.error(
      "series/too-short",
      row.at(readingsAt),
      `${known.id} has one reading; a forecast needs two or more`,
      {
        hint: "take this row out",
      },
    );
    return null;
  }
  const readings = whole("origin_n", readingsAt, 2, rows, `${known.id} has ${rows} rows`);
  const ahead = horizonAt < 0 ? horizon : whole("h", horizonAt, 1, furthestHorizon, "years ahead of the origin");
  if (readings === null || ahead === null) return null;
  const year = known.years[readings - 1];
  if (yearAt >= 0 && cells[yearAt] !== String(year))
    problems.error(
      "series/origin-year",
      row.at(yearAt),
      `origin_year is ${JSON.stringify(cells[yearAt])}, but row ${readings} of ${known.id} is of ${year}`,
      { hint: "origin_n counts the rows that are known, origin_year is the year of the last of them" },
    );
  return { series: known.id, readings, horizon: ahead };
}
