/** The only door to write-excel-file. */
import writeXlsxFile, { type CellObject, type Sheet as SheetOptions } from "write-excel-file/node";
import type { Sheet } from "../../report/formats/workbook.ts";
import type { Cell, TableColumn } from "../../report/tables/table.ts";
import { stampZip } from "./stamp-zip.ts";

/** Characters that a cell holds at most. */
const longest = 32_767;
/** Widths of columns, in letters. */
const [narrow, wide] = [9, 48];
/** Before this day spreadsheets count days wrongly: they believe in 29 February 1900. */
const firstDay = "1900-03-01";

/** Writes sheets as an Excel workbook: heads bold and frozen, numbers as numbers, texts never as formulas; the same sheets, the same bytes. */
export async function workbookBytes(sheets: readonly Sheet[]): Promise<Uint8Array> {
  const book = sheets.map(
    ({ name, columns, rows }): SheetOptions<string> => ({
      sheet: name,
      stickyRowsCount: 1,
      columns: columns.map((column) => ({
        width: widthOf(
          column,
          rows.map((row) => row[column.key] ?? null),
        ),
      })),
      data: [
        columns.map(({ key }): CellObject => ({ value: key, type: String, fontWeight: "bold" })),
        ...rows.map((row) => columns.map((column) => cellOf(row[column.key] ?? null, column))),
      ],
    }),
  );
  return stampZip(new Uint8Array(await writeXlsxFile(book as SheetOptions<never>[]).toBuffer()));
}

function cellOf(value: Cell, { type, key }: TableColumn): CellObject | null {
  if (value === null || value === "") return null;
  if (typeof value === "boolean") return { value, type: Boolean };
  if (typeof value === "number")
    return Number.isFinite(value) ? { value, type: Number, format: formatOf(type, key) } : null;
  if (type === "date" && /^\d{4}-\d{2}-\d{2}$/.test(value) && value >= firstDay)
    return { value: new Date(`${value}T00:00:00Z`), type: Date, format: "yyyy-mm-dd" };
  return { value: value.length > longest ? `${value.slice(0, longest - 1)}…` : value, type: String };
}

/** Years and lines of files are numbers too, but nobody groups their digits. */
function formatOf(type: TableColumn["type"], key: string): string {
  if (type === "integer") return /^(year|years_ahead|origin|line)$/.test(key) ? "0" : "#,##0";
  if (/_(pct|points)$/.test(key)) return "0.00";
  return "General";
}

function widthOf({ key }: TableColumn, values: readonly Cell[]): number {
  const lengths = values.map((value) => (typeof value === "number" ? 12 : String(value ?? "").length));
  return Math.min(wide, Math.max(narrow, key.length + 2, ...lengths.slice(0, 1000)));
}
