import type { Checked, Place } from "../../core/errors.ts";
import { Problems } from "../problems.ts";
import { readDecimal, readWhole } from "./decimal.ts";
import { findColumns } from "./find-columns.ts";
import { type StreamedRow, streamRows } from "./stream-rows.ts";

/** How values are written: percent in a column `value_pct`, shares 0..1 or plain positive numbers in `value`. */
export type ValueUnit = "percent" | "share" | "number";

/** One series of a long table, in the order of its rows. */
export interface LongSeries {
  readonly id: string;
  readonly years: readonly number[];
  /** Fractions for shares, else as written. */
  readonly values: readonly number[];
  /** Line of its first row. */
  readonly line: number;
}

export interface SeriesTable {
  readonly file: string;
  /** In the order in which they first appear. */
  readonly series: ReadonlyMap<string, LongSeries>;
  readonly unit: ValueUnit;
}

/** Rows of one table at most, which keeps the memory needed below a gigabyte. */
const mostRows = 5_000_000;
const longestId = 200;

/**
 * Reads a long table of series: `series_id`, `year`, `value_pct` or `value`; other columns may stand beside them. The
 * rows of a series may be scattered, its years must ascend. Everything that does not hold is told at once.
 */
export function readSeries(file: string, pieces: Iterable<Uint8Array>, unbounded: boolean): Checked<SeriesTable> {
  const problems = new Problems();
  const series = new Map<string, { id: string; years: number[]; values: number[]; line: number }>();
  let columns: Columns | null = null;
  let rows = 0;
  for (const row of streamRows(file, pieces, problems)) {
    if (columns === null) {
      columns = headerOf(row, unbounded, problems);
      if (problems.failed) break;
      continue;
    }
    if (++rows > mostRows) {
      problems.error("csv/too-long", row.at(0), `the table has more than ${mostRows} rows`, {
        hint: "split it by series",
      });
      break;
    }
    const read = readRow(row, columns, problems);
    if (read === null) continue;
    const known = series.get(read.id);
    if (known === undefined) {
      series.set(read.id, { id: read.id, years: [read.year], values: [read.value], line: row.line });
      continue;
    }
    const last = known.years[known.years.length - 1];
    if (read.year <= last)
      problems.error(
        "series/year-order",
        row.at(columns.year),
        read.year === last
          ? `${read.id} has the year ${read.year} twice`
          : `${read.id} goes back from ${last} to ${read.year}`,
        {
          hint: read.year === last ? "keep one row for each year" : "sort the rows of each series by year",
        },
      );
    known.years.push(read.year);
    known.values.push(read.value);
  }
  if (!problems.failed && series.size === 0)
    problems.error("csv/no-rows", top(file), "the table has no rows with figures", { hint: "name the right file" });
  return problems.close(() => ({ file, series, unit: columns?.unit ?? "percent" }));
}

const top = (file: string): Place => ({ file, line: 1, column: 1 });

interface Columns {
  readonly id: number;
  readonly year: number;
  readonly value: number;
  readonly name: string;
  readonly unit: ValueUnit;
  readonly count: number;
}

function headerOf(header: StreamedRow, unbounded: boolean, problems: Problems): Columns {
  const percent = header.cells.includes("value_pct");
  const plain = header.cells.includes("value");
  // Percent are what they say they are; counts are looked for in `value` first.
  const name = (unbounded ? !plain && percent : percent) ? "value_pct" : "value";
  const [id, year, value] = findColumns(header, ["series_id", "year", name], [], problems);
  const unit = unbounded ? "number" : percent ? "percent" : "share";
  return { id, year, value, name, unit, count: header.cells.length };
}

function readRow(row: StreamedRow, columns: Columns, problems: Problems) {
  const { cells } = row;
  if (cells.length !== columns.count) {
    problems.error(
      "csv/row-length",
      row.at(Math.min(cells.length, columns.count) - 1),
      `the row has ${cells.length} cells, expected ${columns.count}`,
      { hint: "put text that holds a comma in double quotes; an empty cell still needs its comma" },
    );
    return null;
  }
  const id = cells[columns.id];
  if (id === "" || id.length > longestId) {
    problems.error("series/id", row.at(columns.id), `series_id is ${id === "" ? "empty" : "too long"}`, {
      hint: `name every series in 1 to ${longestId} characters`,
    });
    return null;
  }
  const year = readWhole(cells[columns.year]);
  if (year === null || Math.abs(year) > 9999)
    problems.error("series/year", row.at(columns.year), `year is ${shown(cells[columns.year])}, expected a year`, {
      hint: "write the year alone, such as 2024",
    });
  const value = readValue(row, columns, problems);
  return year === null || value === null ? null : { id, year, value };
}

/** Ranges by unit, what they are called, and what one who leaves them may have meant. */
const ranges = {
  percent: [
    100,
    "a share from 0 to 100 percent",
    "leave out what is not known; with --unbounded, values may be counts",
  ],
  share: [
    1,
    "a share from 0 to 1",
    "call the column value_pct if these are percent; with --unbounded, they may be counts",
  ],
  number: [1e30, "a number from 0 to 1e30", "leave the row out if the number is not known"],
} as const;

function readValue(row: StreamedRow, { name, unit, value: index }: Columns, problems: Problems): number | null {
  const value = readDecimal(row.cells[index]);
  const [most, expected, hint] = ranges[unit];
  if (value === null || value < 0 || value > most) {
    problems.error(
      value === null ? "csv/not-a-number" : "series/out-of-range",
      row.at(index),
      `${name} is ${shown(row.cells[index])}, expected ${expected}`,
      { hint },
    );
    return null;
  }
  return unit === "percent" ? value / 100 : value;
}

function shown(cell: string): string {
  return cell === "" ? "empty" : JSON.stringify(cell);
}
