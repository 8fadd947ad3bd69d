import { relative, resolve } from "node:path";
import { csvLine } from "../../report/formats/csv-text.ts";
import type { LongTable } from "../../report/sweep/sweep-tables.ts";
import { growFile } from "./io.ts";

/** Rows that are put into a file at a time. */
const ROWS = 1000;

/** Writes a table row by row as CSV (RFC 4180), or as Parquet; returns the file's name. Neither holds the whole table. */
export async function writeTable(table: LongTable, format: "csv" | "parquet", folder: string): Promise<string> {
  const name = `${table.id}.${format}`;
  const path = resolve(folder, name);
  const write = format === "csv" ? writeCsv : (await import("../../report/formats/parquet.ts")).writeParquet;
  const file = growFile(path, relative(process.cwd(), path));
  try {
    write(table.columns, table.rows(), file.write);
    file.finish();
  } catch (error) {
    file.discard();
    throw error;
  }
  return name;
}

function writeCsv(
  columns: LongTable["columns"],
  rows: ReturnType<LongTable["rows"]>,
  write: (text: string) => void,
): void {
  let lines = [csvLine(columns.map(({ key }) => key))];
  const flush = () => {
    write(lines.map((line) => `${line}\r\n`).join(""));
    lines = [];
  };
  for (const row of rows) if (lines.push(csvLine(row)) >= ROWS) flush();
  flush();
}
