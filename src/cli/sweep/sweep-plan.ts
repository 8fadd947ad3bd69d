import { createHash } from "node:crypto";
import type { Goal, RunSettings, Scenario, Suite, Sweep } from "../../core/domain.ts";
import { invariant } from "../../core/errors.ts";
import { goalsKnownBy } from "../../core/history/known-goals.ts";
import { goalOutcomes } from "../../core/history/outcomes.ts";
import { type PrepareRequest, prepare } from "../../core/prepare.ts";
import { type RecordShape, recordLength } from "../../core/sweep/point-record.ts";
import { recordShape } from "../../core/sweep/project-point.ts";
import { sweepPoints } from "../../core/sweep/sweep-points.ts";
import type { Study } from "../study.ts";
import type { SweepJob } from "../threads/take-points.ts";

/** Points that a thread takes at a time, and that are lost at most when it is killed: about half a second of work. */
const BLOCK_POINTS = 16;

/** A job with what its numbers are of. */
export interface PlannedJob extends SweepJob {
  /** Null for a scenario that is run as it stands. */
  readonly sweep: Sweep | null;
  readonly scenario: Scenario;
  readonly shape: RecordShape;
}

/** Some points of one job, all done or none. */
export interface SweepBlock {
  readonly job: number;
  readonly from: number;
  readonly to: number;
}

/** Everything that a suite computes, cut into blocks. */
export interface SweepPlan {
  readonly jobs: readonly PlannedJob[];
  readonly blocks: readonly SweepBlock[];
  readonly goals: readonly Goal[];
  /** Goals asked for that have no chance to tell: their year is known already, or lies beyond the horizon. */
  readonly mute: readonly string[];
  /** Stands for all that the numbers depend on: the same fingerprint, the same numbers. */
  readonly fingerprint: string;
}

/** Lays out the work of a suite: its scenarios as they stand, the one compared with first, then its sweeps. */
export function planSweeps(
  study: Study,
  suite: Suite,
  sweeps: readonly Sweep[],
  run: RunSettings,
  version: string,
): SweepPlan {
  const { workspace, data, asOf, known, atOrigin } = study;
  const { histories, bases } = atOrigin;
  const allGoals = goalsKnownBy(data, asOf);
  const outcomes = goalOutcomes(allGoals, known.histories, histories, data.observations);
  const isMute = ({ year, scheme }: Goal) =>
    year > run.horizon || year <= (histories.find((h) => h.scheme === scheme)?.points.at(-1)?.year ?? year);
  const named = (ids: readonly string[]) => ids.flatMap((id) => allGoals.find((goal) => goal.id === id) ?? []);
  const headline = named(workspace.headlineGoals).filter((goal) => !isMute(goal));
  const open = headline.length > 0 ? headline : allGoals.filter((goal) => !isMute(goal));
  const goalsOf = (ids: readonly string[] | null) => (ids === null ? null : named(ids));
  const ofSuite = goalsOf(suite.goals) ?? open;
  const asked = [...new Set([...ofSuite, ...sweeps.flatMap((sweep) => goalsOf(sweep.goals) ?? [])])];

  const scenarioOf = (id: string) => {
    const scenario = study.scenarios.find((s) => s.id === id);
    invariant(scenario, "a checked suite names scenarios that are there");
    return scenario;
  };
  const job = (scenario: Scenario, sweep: Sweep | null, goals: readonly Goal[]): PlannedJob => {
    const request: PrepareRequest = {
      workspace,
      // What changes no number would only be carried to every thread.
      scenario: { ...scenario, assumptions: [], expect: [] },
      histories,
      bases,
      goals: goals.filter((goal) => !isMute(goal)).map(({ place: _, ...goal }) => goal),
      outcomes,
      run,
      asOf,
    };
    const { count, values } = sweep === null ? { count: 1, values: new Float64Array(0) } : sweepPoints(sweep, run.seed);
    const shape = recordShape(prepare(request));
    return { request, variables: sweep?.variables ?? [], count, values, sweep, scenario, shape };
  };
  const compared = [...new Set([suite.compareWith, ...suite.scenarios])].map((id) => job(scenarioOf(id), null, asked));
  const jobs = [
    ...compared,
    ...sweeps.map((sweep) => job(scenarioOf(sweep.scenario), sweep, goalsOf(sweep.goals) ?? ofSuite)),
  ];
  return {
    jobs,
    blocks: jobs.flatMap(({ count }, j) =>
      Array.from({ length: Math.ceil(count / BLOCK_POINTS) }, (_, b) => ({
        job: j,
        from: b * BLOCK_POINTS,
        to: Math.min(count, (b + 1) * BLOCK_POINTS),
      })),
    ),
    goals: asked.filter((goal) => !isMute(goal)),
    mute: asked.filter(isMute).map(({ id }) => id),
    fingerprint: fingerprint(jobs, version),
  };
}

/** Counts the numbers that a block holds. */
export function blockNumbers(plan: SweepPlan, { job, from, to }: SweepBlock): number {
  return (to - from) * recordLength(plan.jobs[job].shape);
}

function fingerprint(jobs: readonly PlannedJob[], version: string): string {
  const hash = createHash("sha256").update(version);
  for (const { request, variables, values } of jobs)
    hash.update(JSON.stringify([request, variables])).update(new Uint8Array(values.buffer));
  return hash.digest("hex").slice(0, 16);
}
