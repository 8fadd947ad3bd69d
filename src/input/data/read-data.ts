import type { Data, Workspace } from "../../core/domain.ts";
import type { Checked } from "../../core/errors.ts";
import { checkShape } from "../check-shape.ts";
import { parseCsv } from "../csv.ts";
import { resolveWithin } from "../data-path.ts";
import { parseJson } from "../json.ts";
import { Problems } from "../problems.ts";
import { type PackageFile, packageShape } from "../schema/package-shape.ts";
import type { SourceText } from "../source-text.ts";
import type { YamlTree } from "../yaml-tree.ts";
import { baseColumns, readBases } from "./bases.ts";
import { eventColumns, readEvents } from "./events.ts";
import { goalColumns, readGoals } from "./goals.ts";
import { localColumns } from "./local-columns.ts";
import { observationColumns, readObservations } from "./observations.ts";
import { readNamed } from "./read-named.ts";
import { readSources, sourceColumns } from "./sources.ts";

/** Hands out a file's text by its path from the workspace, or says why it cannot. */
export type ReadFile = (path: string) => Checked<SourceText>;

/** What of the workspace the data are checked against. */
export type DataNames = Pick<Workspace, "schemes" | "bases">;

/** Tables of the data package, with their columns; goals and events may be missing. */
const tables = {
  sources: sourceColumns,
  bases: baseColumns,
  observations: observationColumns,
  goals: goalColumns,
  events: eventColumns,
} as const;
type Table = keyof typeof tables;
const optional: readonly Table[] = ["goals", "events"];

/**
 * Reads a data package and its tables.
 *
 * Every table is checked row by row; rows with a fault are told and left out, so that the tables that refer to them can
 * still be checked. `source` is the text of datapackage.json.
 */
export function readData(source: SourceText, read: ReadFile, workspace: DataNames): Checked<Data> {
  const problems = new Problems();
  const tree = problems.take(parseJson(source));
  const content = tree && checkShape(packageShape, tree, "data", problems);
  if (!tree || !content) return problems.close(never);

  const names = {
    schemes: new Set(workspace.schemes.map(({ id }) => id)),
    defined: workspace.bases.map(({ id }) => id),
  };
  const table = <T extends Table>(name: T) => readTable(name, { content, tree, read, problems });
  const [sourceTable, baseTable] = [table("sources"), table("bases")];
  // A row with a fault still says that its id is there, and an unreadable table says nothing: no false alarms follow.
  const sourceIds = sourceTable && new Set(sourceTable.map(({ cells }) => cells.id));
  const bases = baseTable && new Set([...names.defined, ...baseTable.map(({ cells }) => cells.base)]);
  const known = { schemes: names.schemes, bases, sources: sourceIds };
  const readings = readBases(baseTable ?? [], names.defined, sourceIds, problems);
  const data: Data = {
    sources: readSources(sourceTable ?? [], problems),
    bases: readings,
    observations: readObservations(table("observations") ?? [], { ...known, readings }, problems),
    goals: readGoals(table("goals") ?? [], known, problems),
    events: readEvents(table("events") ?? [], known, problems),
  };
  warnOfEarlyGoals(data, problems);
  return problems.close(() => data);
}

/** A goal of a year before the first figure of its scheme can neither be foretold nor looked up. */
function warnOfEarlyGoals({ goals, observations }: Data, problems: Problems): void {
  for (const { id, scheme, year, place } of goals) {
    // A total need not have figures of its own.
    const own = observations.filter((o) => o.scheme === scheme);
    const first = (own.length > 0 ? own : observations).map(({ date }) => Number(date.slice(0, 4))).sort()[0];
    if (year < first)
      problems.warn(
        "data/goal-before-figures",
        place ?? null,
        `the goal ${id} is of ${year}, the first figure of ${first}`,
        {
          path: "year",
          hint: "check the year; such a goal can be neither foretold nor looked up",
        },
      );
  }
}

interface Package {
  readonly content: PackageFile;
  readonly tree: YamlTree;
  readonly read: ReadFile;
  readonly problems: Problems;
}

/** Columns that tables may have in other languages than English too. */
const told: Partial<Record<Table, string>> = { events: "title", goals: "instrument" };

/** Reads the rows of one table; null if it is not there or its columns are not the right ones. */
function readTable<T extends Table>(table: T, { content, tree, read, problems }: Package) {
  const columnsOf = (named: readonly string[]): readonly (typeof tables)[T][number][] =>
    localColumns<string>(tables[table], told[table] ?? "", named) as readonly (typeof tables)[T][number][];
  const index = content.resources.findIndex(({ name }) => name === table);
  if (index < 0) {
    if (optional.includes(table)) return [];
    problems.error("data/missing-table", tree.keyAt(["resources"]), `the data package has no table ${table}`, {
      path: "resources",
      hint: `add a resource named ${table}`,
    });
    return null;
  }
  const { path, schema } = content.resources[index];
  const key = `resources[${index}]`;
  const fields = schema?.fields.map(({ name }) => name);
  if (fields && fields.join() !== columnsOf(fields).join())
    problems.error(
      "data/columns-differ",
      tree.keyAt(["resources", index, "schema", "fields"]),
      `the fields of ${table} are ${fields.join(", ")}`,
      {
        path: `${key}.schema.fields`,
        hint: `name exactly the columns that the table must have, in this order: ${columnsOf(fields).join(", ")}`,
      },
    );
  const file = resolveWithin(tree.source.file, path);
  if (file === null) {
    problems.error(
      "data/path",
      tree.valueAt(["resources", index, "path"]),
      `the path ${JSON.stringify(path)} leads out of the workspace`,
      {
        path: `${key}.path`,
        hint: "put the table beside the data package",
      },
    );
    return null;
  }
  const text = readNamed(read, file, `${key}.path`, tree.valueAt(["resources", index, "path"]), problems);
  if (!text) return null;
  const head = /^\ufeff?([^\r\n]*)/.exec(text.text)?.[1] ?? "";
  const parsed = parseCsv(text, columnsOf(head.split(",").map((name) => name.trim().replaceAll('"', ""))));
  problems.add(...parsed.diagnostics);
  return parsed.rows;
}

const never = (): never => {
  throw new Error("a refused file has no value");
};
