import type { Checked } from "../core/errors.ts";
import { readRecords, readTable } from "./csv.ts";
import { didYouMean } from "./nearest.ts";
import { Problems } from "./problems.ts";
import type { SourceText } from "./source-text.ts";

/** Reads the names in the header of a comma-separated table; none where there is no header that can be read. */
export function readColumnNames(source: SourceText): string[] {
  const problems = new Problems();
  const [header] = readRecords({ file: source.file, text: source.text.split(/\r\n?|\n/, 1)[0] }, problems);
  return header?.record.map((name) => name.trim()) ?? [];
}

/**
 * Reads columns of numbers, in the order asked for, from a comma-separated table with a header; other columns may hold
 * anything. `1e-3` is a number; an empty cell is not.
 */
export function readNumberColumns(source: SourceText, columns: readonly string[]): Checked<number[][]> {
  const problems = new Problems();
  const [header, ...body] = readTable(source, problems);
  const names = header?.record.map((name) => name.trim()) ?? [];
  const top = { file: source.file, line: 1, column: 1 };
  for (const column of new Set(columns.filter((name) => !names.includes(name))))
    problems.error("csv/missing-column", top, `there is no column ${column}`, { hint: didYouMean(column, names) });
  if (!problems.failed && body.length === 0)
    problems.error("csv/no-rows", top, "the table has a header and no rows", { hint: "name the right file" });
  if (problems.failed) return problems.close(() => []);
  const values = columns.map((column) =>
    body.map(({ record, info }) => {
      const cell = record[names.indexOf(column)]?.trim() ?? "";
      const value = cell === "" ? Number.NaN : Number(cell);
      if (!Number.isFinite(value))
        problems.error(
          "csv/not-a-number",
          { file: source.file, line: info.lines, column: 1 },
          `${column} is ${cell === "" ? "empty" : JSON.stringify(cell)}, expected a number`,
          { hint: "write 1234.5 or 1.2345e3; leave the row out if the number is not known" },
        );
      return value;
    }),
  );
  return problems.close(() => values);
}
