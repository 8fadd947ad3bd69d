import type { Data, Scenario, Suite, Workspace } from "../core/domain.ts";
import type { Checked } from "../core/errors.ts";
import { type ReadFile, readData } from "./data/read-data.ts";
import { resolveWithin } from "./data-path.ts";
import { didYouMean } from "./nearest.ts";
import { Problems } from "./problems.ts";
import { readScenarios } from "./scenario/read-scenarios.ts";
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
  readonly curveIds: readonly string[];
}

/** Everything that a run needs of what users wrote. */
export interface Loaded {
  readonly workspace: Workspace;
  readonly data: Data;
  /** In the order of `scenarioFiles`. */
  readonly scenarios: readonly Scenario[];
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
  const workspace = file && problems.take(readWorkspace(file, request.curveIds));
  if (!workspace) return problems.close(never);

  const data = loadData(workspace, read, problems);
  if (data) checkAgainstData(workspace, data, problems);
  const sources = request.scenarioFiles.flatMap((path) => problems.take(read(path)) ?? []);
  const scenarios = problems.take(
    readScenarios(sources, {
      workspace,
      data: data ?? null,
      curveIds: [...request.curveIds, ...(workspace.workspace.curves ?? []).map(({ id }) => id)],
    }),
  );
  const suiteSources = (request.suiteFiles ?? []).flatMap((path) => problems.take(read(path)) ?? []);
  const suites = problems.take(
    readSuites(suiteSources, {
      workspace: workspace.workspace,
      scenarios: scenarios ?? null,
      data: data ?? null,
    }),
  );
  return problems.close(() => ({
    workspace: workspace.workspace,
    data: data as Data,
    scenarios: scenarios as readonly Scenario[],
    suites: suites as readonly Suite[],
    files: [...files.values()],
  }));
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
  const source = problems.take(read(path));
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
