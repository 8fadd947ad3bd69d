import { relative, resolve } from "node:path";
import { csvLine } from "../report/formats/csv-text.ts";
import type { LongTable } from "../report/sweep/sweep-tables.ts";
import type { Cell } from "../report/tables/table.ts";
import { growFile, writeFiles } from "./io.ts";

/** Rows that are put into a file at a time. */
const ROWS = 1000;

/** Writes a table row by row as CSV (RFC 4180), or column by column as Parquet; returns the file's name. */
export async function writeTable(table: LongTable, format: "csv" | "parquet", folder: string): Promise<string> {
  const name = `${table.id}.${format}`;
  const path = resolve(folder, name);
  if (format === "csv") writeCsv(table, path);
  else {
    const { parquetColumns } = await import("../report/formats/parquet.ts");
    const filled = table.columns.map((column) => ({ ...column, values: [] as Cell[] }));
    for (const row of table.rows()) row.forEach((cell, c) => void filled[c].values.push(cell));
    writeFiles([{ path, content: parquetColumns(filled) }]);
  }
  return name;
}

function writeCsv(table: LongTable, path: string): void {
  const file = growFile(path, relative(process.cwd(), path));
  try {
    let lines = [csvLine(table.columns.map(({ key }) => key))];
    const flush = () => {
      file.write(lines.map((line) => `${line}\r\n`).join(""));
      lines = [];
    };
    for (const row of table.rows()) if (lines.push(csvLine(row)) >= ROWS) flush();
    flush();
    file.finish();
  } catch (error) {
    file.discard();
    throw error;
  }
}
