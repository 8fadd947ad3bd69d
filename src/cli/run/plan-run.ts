import type { Manifest, RunSettings, Scenario } from "../../core/domain.ts";
import { pickScenarios } from "../journeys/pick-scenarios.ts";
import { runSettings } from "../settings.ts";
import type { Study } from "../study.ts";
import { makeManifest } from "./manifest.ts";
import type { RunOptions } from "./run-journey.ts";

/** What a command line asks of a study. */
export interface RunPlan {
  /** The scenarios that were asked for. */
  readonly picked: readonly Scenario[];
  /** They, and the one that they are compared with. */
  readonly scenarios: readonly Scenario[];
  /** Those of which all is told that can be: the ones named on the command line, and the reference. */
  readonly thorough: readonly Scenario[];
  readonly run: RunSettings;
  readonly manifest: Manifest;
}

/** Lays a command line over a study; a UsageError tells of scenarios that are not there and of numbers that cannot be. */
export function planRun(study: Study, options: RunOptions): RunPlan {
  const picked = pickScenarios(study.scenarios, options.scenario ?? []);
  // A scenario says little without the one that it is compared with.
  const scenarios = picked.includes(study.reference) ? picked : [study.reference, ...picked];
  const run = runSettings(study.workspace.run, options);
  const thorough = options.scenario?.length ? scenarios : [study.reference];
  return { picked, scenarios, thorough, run, manifest: makeManifest(study, run, options) };
}
