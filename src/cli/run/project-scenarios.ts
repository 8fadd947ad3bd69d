import { setImmediate } from "node:timers/promises";
import type {
  Finding,
  LedgerScores,
  Manifest,
  ProjectionInput,
  Run,
  RunSettings,
  Scenario,
} from "../../core/domain.ts";
import { CovercastError } from "../../core/errors.ts";
import { goalsKnownBy } from "../../core/history/known-goals.ts";
import { goalOutcomes } from "../../core/history/outcomes.ts";
import { type FitCache, type PrepareRequest, prepare } from "../../core/prepare.ts";
import { Refusal } from "../command.ts";
import { scoreStudy } from "../files/ledger-files.ts";
import type { Study } from "../study.ts";
import { projectAll, threadsFor } from "../threads/workers.ts";
import { backtestStudy } from "./backtest-study.ts";
import type { KeptWork, Past } from "./kept-work.ts";
import { nowcastDraws, nowcastStudy } from "./nowcast-study.ts";
import { projectAgain } from "./project-again.ts";

/** Simulated futures of each forecast of the past: enough for its scores, and over in a moment. */
const PAST_DRAWS = 1000;

/** What a run is asked for, beside the study itself. */
export interface RunRequest {
  readonly scenarios: readonly Scenario[];
  /** Those of which all is told that can be: which readings matter, how two numbers work together. */
  readonly thorough: readonly Scenario[];
  readonly run: RunSettings;
  readonly manifest: Manifest;
  /** Threads to project on; null: as many as it pays for. */
  readonly workers: number | null;
  /** What earlier runs have left; the work is then done on this thread. Absent: nothing. */
  readonly kept?: KeptWork;
  /** Leaves explanations out that are not kept, since they take longest; only where something is kept. */
  readonly hurried?: boolean;
  /** Called after each scenario. */
  done(scenario: Scenario): void;
}

/** Fits one scenario's trends and gathers all that the engine needs. */
export function prepareScenario(
  study: Study,
  scenario: Scenario,
  run: RunSettings,
  fits: FitCache = new Map(),
): ProjectionInput {
  try {
    return prepare(prepareRequest(study, scenario, run), fits);
  } catch (error) {
    // The engine's own refusals are shown with the lines that they are about, as those of the files are.
    throw error instanceof CovercastError ? new Refusal(error.diagnostics, study.sources) : error;
  }
}

/** Gathers what a scenario is prepared from. */
export function prepareRequest(study: Study, scenario: Scenario, run: RunSettings): PrepareRequest {
  const { workspace, data, asOf, known, atOrigin, peaks } = study;
  const { histories, bases } = atOrigin;
  const goals = goalsKnownBy(data, asOf);
  const outcomes = goalOutcomes(goals, known.histories, histories, data.observations);
  return { workspace, scenario, histories, bases, goals, outcomes, run, asOf, peaks };
}

/**
 * Projects scenarios on one study and gathers all that a report shows.
 *
 * Fits are shared between scenarios; simulated trends are shared within a thread.
 */
export async function projectScenarios(study: Study, request: RunRequest): Promise<Run> {
  const { workspace, data } = study;
  const { scenarios, thorough, run, done, kept } = request;
  const fits: FitCache = kept?.fits ?? new Map();
  const inputs = scenarios.map((scenario) => prepareScenario(study, scenario, run, fits));
  const reference = inputs[scenarios.indexOf(study.reference)] ?? null;
  const analyses = scenarios.map((scenario) => ({
    prepared: prepareRequest(study, scenario, run),
    observations: data.observations,
    thorough: thorough.includes(scenario),
    reference: scenario === study.reference ? null : reference,
  }));
  const threads = request.workers ?? threadsFor(scenarios.length, run.draws);
  const { ledger, faults } = ledgerOf(study);
  // The other threads go on projecting while this one looks back.
  const [projections, past] = await Promise.all([
    kept
      ? projectAgain(inputs, analyses, { ...kept, hurried: request.hurried ?? false }, (index) =>
          done(scenarios[index]),
        )
      : projectAll(inputs, analyses, threads, (index) => done(scenarios[index])),
    setImmediate().then(() => lookBack(study, run.seed, kept)),
  ]);
  return {
    schema: "covercast/run/1",
    title: workspace.title,
    manifest: request.manifest,
    reference: workspace.reference,
    headlineGoals: workspace.headlineGoals,
    projections,
    histories: study.known.histories,
    bases: workspace.bases,
    data,
    findings: [...study.findings, ...faults],
    ...past,
    ...(ledger && { ledger }),
  };
}

/** Backtests and nowcasts the study, unless nothing has changed but scenarios other than the reference. */
function lookBack(study: Study, seed: number, kept: KeptWork | undefined): Past {
  const make = () => ({
    backtest: backtestStudy(study, { only: [], cuts: "history", draws: PAST_DRAWS, seed }),
    nowcasts: nowcastStudy(study, { only: [], draws: nowcastDraws, seed }),
  });
  if (!kept) return make();
  const scenarioFiles = new Set(study.scenarios.map(({ file }) => file));
  const others = study.inputs.filter(({ file }) => !scenarioFiles.has(file));
  const key = JSON.stringify([others, study.reference, study.asOf, seed]);
  const past = kept.past.get(key) ?? make();
  kept.past.set(key, past);
  return past;
}

/** Scores the ledger; one that does not hold together stops no run, but is told among the findings. */
function ledgerOf(study: Study): { readonly ledger: LedgerScores | null; readonly faults: readonly Finding[] } {
  try {
    return { ledger: scoreStudy(study), faults: [] };
  } catch (error) {
    if (!(error instanceof CovercastError)) throw error;
    const faults = error.diagnostics.map(({ code, message, place }): Finding => {
      return { code, severity: "warning", message: { en: message }, place, scheme: null, date: null };
    });
    return { ledger: null, faults };
  }
}
