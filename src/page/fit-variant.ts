import type { ProjectionInput, Scenario } from "../core/domain.ts";
import { CovercastError, type Diagnostic } from "../core/errors.ts";
import { type FitCache, prepare } from "../core/prepare.ts";
import type { WorkspaceFile } from "../report/html/page-data.ts";
import { prepareRequest } from "./prepare-request.ts";

/** A scenario whose trends no scenario of the run has, and an input with the data that they are fitted to. */
export interface FitVariant {
  readonly scenario: Scenario;
  readonly input: ProjectionInput;
  readonly workspaceFile: WorkspaceFile;
}

/** What the scenario is projected from, or why its trends cannot be fitted. */
export type FitResult =
  | { readonly input: ProjectionInput }
  | { readonly input: null; readonly diagnostics: readonly Diagnostic[] };

/** Fits the trends of a scenario as the command line would. */
export function fitVariant({ scenario, input, workspaceFile }: FitVariant, fits: FitCache): FitResult {
  const prepared = prepareRequest({ ...input, scenario }, workspaceFile);
  if ("diagnostics" in prepared) return { input: null, diagnostics: prepared.diagnostics };
  try {
    return { input: prepare(prepared.request, fits) };
  } catch (error) {
    if (error instanceof CovercastError) return { input: null, diagnostics: error.diagnostics };
    throw error;
  }
}
