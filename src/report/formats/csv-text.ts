import type { Cell, Table } from "../tables/table.ts";

/**
 * Writes a table as CSV (RFC 4180): comma, CR LF, quotes where needed, a head of column names.
 *
 * Text that a spreadsheet would take for a formula gets an apostrophe before it (OWASP, CSV injection); numbers are
 * written plainly, with a dot and no grouping, whatever the language.
 */
export function csvText(table: Pick<Table, "columns" | "rows">): string {
  const head = table.columns.map((c) => field(c.key)).join(",");
  const rows = table.rows.map((row) => csvLine(table.columns.map((c) => row[c.key] ?? null)));
  return `${[head, ...rows].join("\r\n")}\r\n`;
}

/** Writes one row of a table as CSV, without its end. */
export function csvLine(cells: readonly Cell[]): string {
  return cells.map(field).join(",");
}

function field(cell: Cell): string {
  if (cell === null) return "";
  if (typeof cell === "number") return Number.isFinite(cell) ? String(cell) : "";
  if (typeof cell === "boolean") return String(cell);
  const text = /^[=+\-@\t\r]/.test(cell) ? `'${cell}` : cell;
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
