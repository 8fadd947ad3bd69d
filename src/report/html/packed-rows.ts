import type { Row } from "../charts/chart.ts";

/** Rows without their column names repeated: runs of rows with the same columns, names first, then the cells of each. */
export type PackedRows = readonly (readonly [columns: readonly string[], ...rows: (readonly Row[string][])[]])[];

/** Packs rows for the page: names of columns make up half of what a chart's data take. Order and columns are kept. */
export function packRows(rows: readonly Row[]): PackedRows {
  const runs: [readonly string[], ...(readonly Row[string][])[]][] = [];
  for (const row of rows) {
    const columns = Object.keys(row);
    const last = runs.at(-1);
    if (last && last[0].join("\n") === columns.join("\n")) last.push(Object.values(row));
    else runs.push([columns, Object.values(row)]);
  }
  return runs;
}

/** Brings packed rows back. */
export function unpackRows(packed: PackedRows): Row[] {
  return packed.flatMap(([columns, ...rows]) =>
    rows.map((cells) => Object.fromEntries(columns.map((column, c) => [column, cells[c]] as const)) as Row),
  );
}

/** Applies a function to every table of named data. */
export function mapTables<A, B>(tables: Readonly<Record<string, A>>, change: (table: A) => B): Record<string, B> {
  return Object.fromEntries(Object.entries(tables).map(([name, table]) => [name, change(table)]));
}
