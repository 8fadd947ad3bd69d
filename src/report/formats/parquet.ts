/** The only door to hyparquet-writer. */
import { parquetWriteBuffer } from "hyparquet-writer";
import type { Cell, TableColumn } from "../tables/table.ts";

/** One column with its values, top to bottom. */
export interface FilledColumn extends TableColumn {
  readonly values: readonly Cell[];
}

const types = {
  string: "STRING",
  date: "STRING",
  number: "DOUBLE",
  // Persons and products of them pass 32 bits; a double holds every whole number up to 9e15.
  integer: "DOUBLE",
  boolean: "BOOLEAN",
} as const satisfies Record<TableColumn["type"], string>;

/** Writes columns of one length as Parquet (Snappy); null stands where nothing is known. The same columns, the same bytes. */
export function parquetColumns(columns: readonly FilledColumn[]): Uint8Array {
  const buffer = parquetWriteBuffer({
    columnData: columns.map(({ key, type, values }) => ({
      name: key,
      type: types[type],
      data: values as Cell[],
      nullable: true,
    })),
    createdBy: "covercast",
  });
  return new Uint8Array(buffer);
}
