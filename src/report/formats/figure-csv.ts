import type { Figure } from "../charts/chart.ts";
import { csvText } from "./csv-text.ts";

/** Writes the data of a figure as CSV. */
export function figureCsv(figure: Pick<Figure, "data">): string {
  const rows = figure.data();
  const keys = [...new Set(rows.flatMap((row) => Object.keys(row)))];
  return csvText({ columns: keys.map((key) => ({ key, type: "string", describe: "" })), rows });
}
