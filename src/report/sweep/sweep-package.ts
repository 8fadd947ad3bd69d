import type { SweepRun } from "../../core/sweep/sweep-run.ts";
import type { LongTable } from "./sweep-tables.ts";

/** Describes the tables as a Frictionless data package: every column with its unit, and what they were made from. */
export function sweepPackage(run: SweepRun, tables: readonly LongTable[], format: "csv" | "parquet"): string {
  const content = {
    name: run.suite.id,
    title: run.suite.title.en,
    resources: tables.map(({ id, title, columns }) => ({
      name: id,
      title,
      path: `${id}.${format}`,
      format,
      schema: { fields: columns.map(({ key, type, describe }) => ({ name: key, type, description: describe })) },
    })),
    covercast: run.manifest,
  };
  return `${JSON.stringify(content, null, 2)}\n`;
}
