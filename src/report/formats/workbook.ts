import type { Run } from "../../core/domain.ts";
import type { Language } from "../language.ts";
import { moreTables, tables } from "../tables/index.ts";
import type { Cell, TableColumn } from "../tables/table.ts";

/** One sheet of a workbook: a head of column names and rows of plain values. */
export interface Sheet {
  /** At most 31 characters, none of them `[]/\:*?`. */
  readonly name: string;
  readonly columns: readonly TableColumn[];
  readonly rows: readonly Readonly<Record<string, Cell>>[];
}

/**
 * Lays a run out as the sheets of a workbook: first where it comes from and what each column means, in which unit; then
 * one tidy table a sheet, those that have nothing to say left out.
 */
export function workbookSheets(run: Run, language: Language): Sheet[] {
  const made = [...tables, ...moreTables].map((make) => make(run, language)).filter(({ rows }) => rows.length > 0);
  const { manifest } = run;
  const about = [
    ["", "Title", language.local(run.title)],
    ["", "Made by", `${manifest.tool} ${manifest.version}`],
    ["", "Command", manifest.command],
    ["", "Seed", manifest.seed],
    ["", "Simulated futures of each scenario", manifest.draws],
    ["", "Last year", manifest.horizon],
    ["", "Only figures published by", manifest.asOf ?? "no limit"],
    ["", "Scenario that others are compared with", run.reference],
    ["", "Units", "percent are 0 to 100, probabilities and levels 0 to 1, people are persons"],
    ...manifest.inputs.map(({ file, sha256 }) => ["", `SHA-256 of ${file}`, sha256] as const),
    ...made.flatMap(({ id, title, columns }) => [
      [id, "", title] as const,
      ...columns.map(({ key, describe }) => [id, key, describe] as const),
    ]),
  ].map(([sheet, what, value]) => ({ sheet: sheet as string, what: what as string, value: value as Cell }));
  return [
    {
      name: "about",
      columns: [
        { key: "sheet", type: "string", describe: "Sheet that a row speaks of" },
        { key: "what", type: "string", describe: "Column of that sheet, or a fact of the run" },
        { key: "value", type: "string", describe: "What it holds, with its unit" },
      ],
      rows: about,
    },
    ...made.map(({ id, columns, rows }) => ({ name: id, columns, rows })),
  ];
}
