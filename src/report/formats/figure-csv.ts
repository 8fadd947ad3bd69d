import type { Figure, Row } from "../charts/chart.ts";
import { csvText } from "./csv-text.ts";

/** Writes the data of a figure as CSV: all that a reader takes away, the first column naming the data set. */
export function figureCsv(figure: Pick<Figure, "take" | "datasets">): string {
  const rows = figure.take.flatMap((name) => (figure.datasets[name] ?? []).map((row): Row => ({ data: name, ...row })));
  const keys = [...new Set(["data", ...rows.flatMap((row) => Object.keys(row))])];
  return csvText({ columns: keys.map((key) => ({ key, type: "string", describe: "" })), rows });
}
