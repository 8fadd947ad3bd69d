import { curves } from "../core/curves/index.ts";
import type { ProjectionInput } from "../core/domain.ts";
import type { Diagnostic } from "../core/errors.ts";
import type { PrepareRequest } from "../core/prepare.ts";
import { readWorkspace } from "../input/workspace.ts";
import type { WorkspaceFile } from "../report/html/page-data.ts";

/**
 * Says what an input was prepared from, so that it can be fitted anew: the workspace's own file has how trends are fitted,
 * the input everything else.
 */
export function prepareRequest(
  { schemes, scenario, bases, goals, outcomes, run, asOf, peaks }: ProjectionInput,
  workspaceFile: WorkspaceFile,
): { readonly request: PrepareRequest } | { readonly diagnostics: readonly Diagnostic[] } {
  const read = readWorkspace(
    workspaceFile,
    curves.map(({ id }) => id),
  );
  if (!read.ok) return { diagnostics: read.diagnostics };
  const { workspace } = read.value;
  const histories = schemes.map(({ history }) => history);
  return { request: { workspace, scenario, histories, bases, goals, outcomes, run, asOf, ...(peaks && { peaks }) } };
}
