import type { Place } from "../../core/errors.ts";
import { type CsvRecord, cellPlace, readRecords, readTable } from "../csv.ts";

import { Problems } from "../problems.ts";
import { decodeSource } from "../source-text.ts";

/** Bytes of a row at most: a quote that is never closed is told here rather than at the end of a large file. */
const longestRow = 100_000;

/** One row of a table too large to be held as text. */
export interface StreamedRow {
  readonly cells: readonly string[];
  /** Line that the row begins on, from 1. */
  readonly line: number;
  /** Tells where the cell at an index begins. */
  at(index: number): Place;
}

/**
 * Reads the rows of a comma-separated table that arrives in pieces of any size, the header first; the memory needed is
 * that of a piece and a row. What is wrong with the text itself goes to `problems` and ends the reading.
 */
export function* streamRows(file: string, pieces: Iterable<Uint8Array>, problems: Problems): Generator<StreamedRow> {
  let line = 1;
  for (const bytes of wholeRows(pieces)) {
    // A stretch of empty lines is no empty file.
    if (!bytes.every((byte) => byte <= SPACE)) {
      const found = new Problems();
      const source = found.take(decodeSource(file, bytes));
      const text = source?.text.replace(/\r\n?/g, "\n") ?? "";
      const records: CsvRecord[] =
        source === undefined ? [] : (line === 1 ? readTable : readRecords)({ file, text }, found);
      const { diagnostics } = found.close(() => null);
      const moved = (place: Place): Place => ({ ...place, line: place.line + line - 1 });
      problems.add(...diagnostics.map((d) => ({ ...d, place: d.place && moved(d.place) })));
      if (found.failed) return;
      for (const { record, info } of records) {
        const begin = info.lines - record.join("").split("\n").length + 1;
        yield {
          cells: record.map((cell) => cell.trim()),
          line: begin + line - 1,
          at: (index) => moved(cellPlace({ file, text }, startOfLine(text, begin), begin, index)),
        };
      }
    }
    line += count(bytes, NEWLINE);
  }
}

const NEWLINE = 10;
const SPACE = 32;
const QUOTE = 34;

/** Cuts bytes after line ends that stand outside quotes, as late as each piece allows. */
function* wholeRows(pieces: Iterable<Uint8Array>): Generator<Uint8Array> {
  let rest = new Uint8Array(0);
  for (const piece of pieces) {
    const bytes = new Uint8Array(rest.length + piece.length);
    bytes.set(rest);
    bytes.set(piece, rest.length);
    let cut = 0;
    let quoted = false;
    for (let i = 0; i < bytes.length; i++) {
      if (bytes[i] === QUOTE) quoted = !quoted;
      else if (bytes[i] === NEWLINE && !quoted) cut = i + 1;
    }
    if (bytes.length - cut > longestRow) cut = bytes.length;
    if (cut > 0) yield bytes.subarray(0, cut);
    rest = bytes.slice(cut);
  }
  if (rest.length > 0) yield rest;
}

function count(bytes: Uint8Array, wanted: number): number {
  let found = 0;
  for (const byte of bytes) if (byte === wanted) found++;
  return found;
}

function startOfLine(text: string, line: number): number {
  let start = 0;
  for (let i = 1; i < line; i++) start = text.indexOf("\n", start) + 1;
  return start;
}
