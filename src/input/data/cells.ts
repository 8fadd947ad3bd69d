import { show } from "../check-shape.ts";
import type { CsvRow } from "../csv.ts";
import { countHint, percentHint } from "../csv-slips.ts";
import { dateHint, isIsoDate } from "../iso-date.ts";
import { didYouMean } from "../nearest.ts";
import { type PrintedNumber, readPrintedCount, readPrintedPercent } from "../printed-number.ts";
import type { Hint, Problems } from "../problems.ts";

/**
 * Reads the cells of one row, telling each fault at its cell.
 *
 * After a fault the reader hands back a harmless value and `broken` is set: the row is to be left out, once the others
 * have been read.
 */
export class Cells<Column extends string> {
  readonly row: CsvRow<Column>;
  readonly #problems: Problems;
  broken = false;

  constructor(row: CsvRow<Column>, problems: Problems) {
    this.row = row;
    this.#problems = problems;
  }

  /** Tells that something about a cell is wrong. */
  refuse(column: Column, code: string, message: string, hint?: Hint): void {
    this.broken = true;
    this.#problems.error(`data/${code}`, this.row.at(column), message, { path: column, hint });
  }

  text(column: Column): string {
    return this.row.cells[column];
  }

  required(column: Column): string {
    const text = this.text(column);
    if (text === "") this.refuse(column, "empty-cell", `${column} is empty`, "fill it in");
    return text;
  }

  /** An id that `known` holds; null where the table of known ids could not be read, and then any id passes. */
  name(column: Column, what: string, known: ReadonlySet<string> | null): string {
    const text = this.required(column);
    if (text !== "" && known?.has(text) === false)
      this.refuse(column, `unknown-${what}`, `there is no ${what} ${show(text)}`, () =>
        didYouMean(text, [...(known ?? [])]),
      );
    return text;
  }

  /** Ids joined by `+`, none for an empty cell. */
  sources(column: Column, known: ReadonlySet<string> | null): string[] {
    const ids = this.text(column)
      .split("+")
      .map((id) => id.trim());
    if (ids.length === 1 && ids[0] === "") return [];
    for (const id of ids.filter((source) => known?.has(source) === false))
      this.refuse(column, "unknown-source", `there is no source ${show(id)}`, () => didYouMean(id, [...(known ?? [])]));
    return ids;
  }

  choice<const T extends string>(column: Column, words: readonly T[]): T {
    const text = this.text(column) as T;
    if (!words.includes(text))
      this.refuse(column, `unknown-${column}`, `${column} is ${show(text)}, which is not known`, () =>
        didYouMean(text, words),
      );
    return text;
  }

  date(column: Column): string {
    const text = this.text(column);
    if (!isIsoDate(text))
      this.refuse(column, "bad-date", `${column} is ${show(text)}, expected a day that exists`, dateHint(text));
    return text;
  }

  optionalDate(column: Column): string | null {
    return this.text(column) === "" ? null : this.date(column);
  }

  year(column: Column): number {
    const text = this.text(column);
    if (!/^(19|20|21)\d\d$/.test(text))
      this.refuse(column, "bad-year", `${column} is ${show(text)}, expected a year`, "write four digits, as 2030");
    return Number(text);
  }

  /** Persons as printed; null for an empty cell. */
  count(column: Column): PrintedNumber | null {
    const text = this.text(column);
    if (text === "") return null;
    const read = readPrintedCount(text);
    if (read === null)
      this.refuse(
        column,
        "not-a-number",
        `${column} is ${show(text)}, expected a whole number of people`,
        countHint(text),
      );
    else if (read.value < 0)
      this.refuse(column, "negative", `${column} is ${text}, expected 0 or more`, "a count of people is never below 0");
    return read;
  }

  /** A rate in percent as printed, as a fraction; null for an empty cell. */
  percent(column: Column): PrintedNumber | null {
    const text = this.text(column);
    if (text === "") return null;
    const read = readPrintedPercent(text);
    if (read === null)
      this.refuse(column, "not-a-number", `${column} is ${show(text)}, expected a percentage`, percentHint(text));
    else if (read.value < 0 || read.value > 1)
      this.refuse(
        column,
        "coverage-out-of-range",
        `${column} is ${text}, expected a percentage between 0 and 100`,
        "coverage is participants divided by the base",
      );
    return read;
  }
}
