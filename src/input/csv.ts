import type { Diagnostic, Place } from "../core/errors.ts";
import { type CsvFault, type CsvRecord, parse } from "./csv-parse.mjs";
import { rowSlip, separatorSlip, wrongSeparator } from "./csv-slips.ts";
import { didYouMean, nearest } from "./nearest.ts";
import { Problems } from "./problems.ts";
import type { SourceText } from "./source-text.ts";

export type { CsvRecord } from "./csv-parse.mjs";

/** One row of a table: its cells by column, without surrounding spaces. */
export interface CsvRow<Column extends string> {
  readonly cells: Readonly<Record<Column, string>>;
  /** Returns where the cell of a column begins. */
  at(column: Column): Place;
}

/** The rows of a table that are whole, null where its header is not right, and what is wrong with the others. */
export interface CsvTable<Column extends string> {
  readonly rows: readonly CsvRow<Column>[] | null;
  readonly diagnostics: readonly Diagnostic[];
}

/** Rows read of one table; all readings of a country in 30 years are a few thousand. */
const mostRows = 100_000;
/** Columns of a header; the widest table here has a dozen. */
const mostColumns = 200;
/** Characters of one row, so that a quote that is never closed does not swallow the file in silence. */
const longestRow = 100_000;

/**
 * Parses a comma-separated table with a header into rows with positions.
 *
 * The header must name exactly the given columns, in any order; rows must be as long as the header. Everything that
 * does not hold is told at once.
 */
export function parseCsv<Column extends string>(source: SourceText, columns: readonly Column[]): CsvTable<Column> {
  const problems = new Problems();
  const rows: CsvRow<Column>[] = [];
  const records = readTable(source, problems);
  const plain = { file: source.file, text: evenLines(source.text) };
  const lineStarts = [0];
  for (let i = plain.text.indexOf("\n"); i >= 0; i = plain.text.indexOf("\n", i + 1)) lineStarts.push(i + 1);
  const place = (line: number, index: number) => cellPlace(plain, lineStarts[line - 1] ?? 0, line, index);

  const [header, ...body] = records;
  const names = header?.record.map((name) => name.trim()) ?? [];
  checkHeader(names, columns, (index) => place(1, index), problems);
  if (problems.failed) return { rows: null, diagnostics: problems.close(() => null).diagnostics };
  const indices = columns.map((column) => names.indexOf(column));
  if (body.length > mostRows)
    problems.error("csv/too-long", place(body[mostRows].info.lines, 0), `the table has more than ${mostRows} rows`, {
      hint: "keep the figures that are needed",
    });
  for (const { record, info } of body.slice(0, mostRows)) {
    const line = info.lines - record.join("").split("\n").length + 1;
    if (record.length !== names.length) {
      const { index, hint } = rowSlip(record, names.length);
      const message = `the row has ${record.length} cells, expected ${names.length}`;
      problems.error("csv/row-length", place(line, index), message, { hint });
    } else {
      const cells = Object.fromEntries(columns.map((column, c) => [column, record[indices[c]].trim()]));
      rows.push({ cells: cells as Record<Column, string>, at: (column) => place(line, names.indexOf(column)) });
    }
  }
  return { rows, diagnostics: problems.close(() => null).diagnostics };
}

/** Reads the header and every record of a table like `readRecords`, unless something else than commas parts the columns. */
export function readTable(source: SourceText, problems: Problems): CsvRecord[] {
  const separator = wrongSeparator(source.text.trimStart().split(/[\r\n]/, 1)[0]);
  if (separator === null) return readRecords(source, problems);
  const { message, hint } = separatorSlip(separator);
  problems.error("csv/separator", { file: source.file, line: 1, column: 1 }, message, { hint });
  return [];
}

/** Reads every record of a table with the line that it ends on, whatever the header says. */
export function readRecords(source: SourceText, problems: Problems): CsvRecord[] {
  try {
    return parse(evenLines(source.text), {
      bom: true,
      info: true,
      relax_column_count: true,
      skip_empty_lines: true,
      to: mostRows + 2,
      max_record_size: longestRow,
    });
  } catch (error) {
    const { code, lines } = error as CsvFault;
    const [message, hint] = faults[code] ?? [
      "the table cannot be read here",
      "check the quotes and commas of this line",
    ];
    const place =
      code === "CSV_QUOTE_NOT_CLOSED" ? openQuote(source.text) : { line: Math.max(1, lines ?? 1), column: 1 };
    problems.error("csv/syntax", { file: source.file, ...place }, message, { hint });
    return [];
  }
}

/** Makes every end of line one character, since csv-parse counts both of CRLF within quotes. */
function evenLines(text: string): string {
  return text.replace(/\r\n?/g, "\n");
}

/** Finds the quote that is still open at the end of a text. */
function openQuote(text: string): { line: number; column: number } {
  let open = -1;
  for (let i = text.indexOf('"'); i >= 0; i = text.indexOf('"', i + 1)) {
    if (open < 0) open = i;
    else if (text[i + 1] === '"') i++;
    else open = -1;
  }
  const lines = evenLines(text.slice(0, Math.max(0, open))).split("\n");
  return { line: lines.length, column: lines[lines.length - 1].length + 1 };
}

/** By the codes of csv-parse: what is wrong and what to do. */
const faults: Readonly<Record<string, readonly [message: string, hint: string]>> = {
  CSV_QUOTE_NOT_CLOSED: ["a double quote opened here is never closed", "close it, or write a quote within text twice"],
  INVALID_OPENING_QUOTE: [
    "a double quote stands in the middle of a cell",
    'put the whole cell in quotes and write the quote twice: "say ""yes"""',
  ],
  CSV_INVALID_CLOSING_QUOTE: ["text follows a closing double quote", 'write a quote within text twice: "say ""yes"""'],
  CSV_MAX_RECORD_SIZE: [
    `this row is longer than ${longestRow} characters`,
    "look for a double quote that is not closed",
  ],
};

function checkHeader(
  names: readonly string[],
  columns: readonly string[],
  at: (index: number) => Place,
  problems: Problems,
) {
  if (problems.failed) return;
  if (names.length > mostColumns)
    return problems.error("csv/too-many-columns", at(0), `the header has more than ${mostColumns} columns`, {
      hint: `the first line must be ${columns.join(",")}`,
    });
  const missing = columns.filter((column) => !names.includes(column));
  const whole = `the first line must be ${columns.join(",")}`;
  // Where hardly any name is right there is no header, and a line for each name would say the same many times.
  if (missing.length > columns.length / 2) {
    const found = missing.length === columns.length ? "does not name the columns" : `lacks ${missing.join(", ")}`;
    return problems.error("csv/header", at(0), `the first line ${found}`, { hint: whole });
  }
  const meant = new Set<string>();
  names.forEach((name, index) => {
    if (names.indexOf(name) !== index)
      problems.error("csv/duplicate-column", at(index), `the column ${name} stands twice`, {
        hint: "take one of them out",
      });
    else if (!(columns as readonly string[]).includes(name)) {
      const guess = nearest(name, missing);
      if (guess !== null) meant.add(guess);
      problems.error(
        "csv/unknown-column",
        at(index),
        `the column ${name === "" ? "without a name" : name} is not known`,
        { hint: missing.length > 0 ? didYouMean(name, missing) : `the columns are ${columns.join(", ")}` },
      );
    }
  });
  // A misspelt column is both unknown and missing; it is told once.
  for (const column of missing.filter((name) => !meant.has(name)))
    problems.error("csv/missing-column", at(0), `the column ${column} is missing`, { hint: whole });
}

/** Finds a cell by counting the commas outside quotes from the start of its row. */
export function cellPlace({ file, text }: SourceText, start: number, line: number, index: number): Place {
  let [commas, quoted, lineStart, row] = [0, false, start, line];
  let i = start;
  for (; i < text.length && commas < index; i++) {
    if (text[i] === '"') quoted = !quoted;
    else if (text[i] === "\n") {
      if (!quoted) break;
      lineStart = i + 1;
      row++;
    } else if (text[i] === "," && !quoted) commas++;
  }
  return { file, line: row, column: i - lineStart + 1 };
}
