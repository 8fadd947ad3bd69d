/** The only door to hyparquet-writer. */
import { ByteWriter, parquetWriteRows } from "hyparquet-writer";
import type { Cell, TableColumn } from "../tables/table.ts";

/** Rows of a row group: what is held in memory at a time, and what a reader may skip as a whole. */
const GROUP = 10_000;

const types = {
  string: "STRING",
  date: "STRING",
  number: "DOUBLE",
  // Persons and products of them pass 32 bits; a double holds every whole number up to 9e15.
  integer: "DOUBLE",
  boolean: "BOOLEAN",
} as const satisfies Record<TableColumn["type"], string>;

/**
 * Writes rows as Parquet (Snappy), a row group at a time, so that a table of any length takes little memory; null stands
 * where nothing is known. The same rows give the same bytes, which `write` receives from first to last.
 */
export function writeParquet(
  columns: readonly TableColumn[],
  rows: Iterable<readonly Cell[]>,
  write: (bytes: Uint8Array) => void,
): void {
  const writer = new (class extends ByteWriter {
    flush() {
      // A copy: the buffer is filled again with what comes next.
      write(this.getBytes().slice());
      this.index = 0;
    }
    override finish() {
      this.flush();
    }
  })();
  parquetWriteRows({
    writer,
    rows: named(columns, rows),
    columns: columns.map(({ key, type }) => ({ name: key, type: types[type], nullable: true })),
    rowGroupSize: GROUP,
    createdBy: "covercast",
  });
}

/** Names the cells of each row, as the package wants them. */
function* named(columns: readonly TableColumn[], rows: Iterable<readonly Cell[]>): Generator<Record<string, Cell>> {
  for (const row of rows) yield Object.fromEntries(columns.map(({ key }, c) => [key, row[c]]));
}
