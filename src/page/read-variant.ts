import { curves } from "../core/curves/index.ts";
import type { Data, Scenario } from "../core/domain.ts";
import type { Diagnostic } from "../core/errors.ts";
import { readScenarios } from "../input/scenario/read-scenarios.ts";
import { readWorkspace } from "../input/workspace.ts";
import type { WorkspaceFile } from "../report/html/page-data.ts";

/** A scenario's text, and the workspace that it belongs to. */
export interface ReadRequest {
  readonly source: WorkspaceFile;
  /** The workspace's file first, then scenarios. */
  readonly files: readonly WorkspaceFile[];
  readonly data: Pick<Data, "goals" | "sources">;
}

/** The scenario as the command line would read it, or all that is wrong with it. */
export type ReadResult =
  | { readonly scenario: Scenario }
  | { readonly scenario: null; readonly diagnostics: readonly Diagnostic[] };

/** Reads a scenario's text among the others of its workspace, by the same rules as the command line. */
export function readVariant({ source, files, data }: ReadRequest): ReadResult {
  const [workspaceFile, ...others] = files;
  const curveIds = curves.map(({ id }) => id);
  const workspace = workspaceFile && readWorkspace(workspaceFile, curveIds);
  if (!workspace?.ok) return { scenario: null, diagnostics: workspace?.diagnostics ?? [] };
  const id = idOf(source.text);
  const own = workspace.value.workspace.curves ?? [];
  const read = readScenarios([...others.filter(({ text }) => idOf(text) !== id && isScenario(text)), source], {
    workspace: workspace.value,
    data,
    curveIds: [...curveIds, ...own.map((curve) => curve.id)],
  });
  if (!read.ok) return { scenario: null, diagnostics: read.diagnostics };
  const scenario = read.value.find(({ file }) => file === source.file);
  return scenario ? { scenario } : { scenario: null, diagnostics: [] };
}

/** Scenarios have an id in a line of its own; a file with an id that is there already takes that one's place. */
const idOf = (text: string) => /^id:\s*["']?([a-z0-9-]+)/m.exec(text)?.[1] ?? null;
const isScenario = (text: string) => idOf(text) !== null;
