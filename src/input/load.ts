import type { Data, Scenario, Suite, Workspace } from "../core/domain.ts";
import type { Checked, Diagnostic } from "../core/errors.ts";
import type { Placed } from "./check-shape.ts";
import { type ReadFile, readData } from "./data/read-data.ts";
import { readNamed } from "./data/read-named.ts";
import { resolveWithin } from "./data-path.ts";
import { migrateText } from "./migrate/migrate-text.ts";
import { currentFormat, type FileKind, type Migration, migrations } from "./migrate/migration.ts";
import { didYouMean } from "./nearest.ts";
import { Problems } from "./problems.ts";
import { type ReadScenarios, readScenarioFiles } from "./scenario/read-scenarios.ts";
import type { SourceText } from "./source-text.ts";
import { readSuites } from "./suite/read-suites.ts";
import { readWorkspace, type WorkspaceSource } from "./workspace.ts";

/** What is to be read; all paths are relative to the workspace's folder, with `/`. */
export interface LoadRequest {
  readonly workspaceFile: string;
  readonly read: ReadFile;
  /** Every scenario file there is; a scenario may extend any of them. */
  readonly scenarioFiles: readonly string[];
  /** Suite files to read; absent: none. */
  readonly suiteFiles?: readonly string[];
  /** Scenario files from elsewhere, to be read beside; they may extend the workspace's scenarios. */
  readonly guestFiles?: readonly string[];
  /** Ids of the scenarios that are asked for: others that are wrong are left out. Null or absent: all must be right. */
  readonly only?: readonly string[] | null;
  readonly curveIds: readonly string[];
  /** The road from older formats to the current ones; absent: that of this program. */
  readonly migrations?: readonly Migration[];
}

/** Everything that a run needs of what users wrote. */
export interface Loaded {
  readonly workspace: Workspace;
  readonly data: Data;
  /** In the order of `scenarioFiles`. */
  readonly scenarios: readonly Scenario[];
  /** In the order of `guestFiles`. */
  readonly guests: readonly Scenario[];
  /** Every scenario as one file, with the place of each of its parts. */
  readonly effective: ReadonlyMap<Scenario, Placed>;
  /** The scenario files that had to be right. */
  readonly needed: ReadonlySet<string>;
  /** What is wrong with scenario files that nobody asked for; they are left out. */
  readonly aside: readonly Diagnostic[];
  /** In the order of `suiteFiles`. */
  readonly suites: readonly Suite[];
  /** Every file read, in the order of reading, each once: what the manifest lists and excerpts are cut from. */
  readonly files: readonly SourceText[];
}

/** Reads a whole workspace: its file, its data, its scenarios; everything that is wrong with any of them at once. */
export function loadAll(request: LoadRequest): Checked<Loaded> {
  const problems = new Problems();
  const files = new Map<string, SourceText>();
  const read: ReadFile = (path) => {
    const checked = request.read(path);
    if (checked.ok) files.set(path, checked.value);
    return checked;
  };
  const file = problems.take(read(request.workspaceFile));
  const steps = request.migrations ?? migrations;
  const current = (source: SourceText, kind: FileKind) => upToDate(source, kind, steps, problems);
  const format = currentFormat("workspace", steps);
  const workspace = file && problems.take(readWorkspace(current(file, "workspace"), request.curveIds, format));
  if (!workspace) return problems.close(never);

  const data = loadData(workspace, read, problems);
  if (data) checkAgainstData(workspace, data, problems);
  const scenarioFile = (guest: boolean) => (path: string) => {
    const source = read(path);
    return { file: path, guest, source: source.ok ? { ...source, value: current(source.value, "scenario") } : source };
  };
  const context = {
    workspace,
    data: data ?? null,
    curveIds: [...request.curveIds, ...(workspace.workspace.curves ?? []).map(({ id }) => id)],
    format: currentFormat("scenario", steps),
  };
  const scenarioFiles = [
    ...request.scenarioFiles.map(scenarioFile(false)),
    ...(request.guestFiles ?? []).map(scenarioFile(true)),
  ];
  const found = problems.take(readScenarioFiles(scenarioFiles, context, request.only ?? null));
  const suiteSources = (request.suiteFiles ?? []).flatMap((path) => {
    const source = problems.take(read(path));
    return source ? [current(source, "suite")] : [];
  });
  const suites = problems.take(
    readSuites(suiteSources, {
      workspace: workspace.workspace,
      scenarios: found?.scenarios ?? null,
      data: data ?? null,
    }),
  );
  return problems.close(() => ({
    workspace: workspace.workspace,
    data: data as Data,
    ...(found as ReadScenarios),
    suites: suites as readonly Suite[],
    files: [...files.values()],
  }));
}

/** Brings an older file to the current version in memory, and says so; what is wrong with it is told by its reader. */
function upToDate(source: SourceText, kind: FileKind, steps: readonly Migration[], problems: Problems): SourceText {
  if (!steps.some(({ file }) => file === kind)) return source;
  const migrated = migrateText(source, kind, steps);
  if (!migrated.ok || migrated.value.notes.length === 0) return source;
  const { from, to, notes } = migrated.value;
  const line = source.text.split("\n").findIndex((text) => text.startsWith("schema:")) + 1;
  const place = { file: source.file, line: Math.max(1, line), column: 1 };
  problems.warn(
    `${kind}/older-format`,
    place,
    `the file has format ${from} and was read as format ${to}: ${notes.join(" ")}`,
    {
      path: "schema",
      hint: "covercast migrate --write brings it up to date; lines of messages are those of the new text",
    },
  );
  return migrated.value.source;
}

function loadData({ workspace, tree }: WorkspaceSource, read: ReadFile, problems: Problems): Data | undefined {
  const path = resolveWithin(workspace.file, workspace.dataPath);
  if (path === null) {
    problems.error(
      "workspace/path",
      tree.valueAt(["data"]),
      `the path ${JSON.stringify(workspace.dataPath)} leads out of the workspace`,
      { path: "data", hint: "put the data package within the workspace's folder" },
    );
    return undefined;
  }
  const source = readNamed(read, path, "data", tree.valueAt(["data"]), problems);
  return source && problems.take(readData(source, read, workspace));
}

/** Checks the workspace's references to the data: goals that lead the report, pins. */
function checkAgainstData({ workspace, tree }: WorkspaceSource, data: Data, problems: Problems): void {
  const goals = data.goals.map(({ id }) => id);
  workspace.headlineGoals.forEach((goal, i) => {
    if (!goals.includes(goal))
      problems.error(
        "workspace/unknown-goal",
        tree.valueAt(["goals", "headline", i]),
        `there is no goal ${JSON.stringify(goal)}`,
        { path: `goals.headline[${i}]`, hint: didYouMean(goal, goals) },
      );
  });
  workspace.pins.forEach((pin, i) => {
    const rivals = data.observations.filter(({ scheme, date }) => scheme === pin.scheme && date === pin.date);
    if (!rivals.some(({ sources }) => sources.includes(pin.source)))
      problems.error(
        "workspace/pin-on-nothing",
        tree.valueAt(["pins", i]),
        `no observation of ${pin.scheme} on ${pin.date} has the source ${pin.source}`,
        {
          path: `pins[${i}]`,
          hint: didYouMean(pin.source, [...new Set(rivals.flatMap(({ sources }) => sources))]),
        },
      );
  });
}

const never = (): never => {
  throw new Error("a refused file has no value");
};
