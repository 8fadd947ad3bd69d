import { version } from "../../../package.json";
import type { RunSettings, Suite } from "../../core/domain.ts";
import type { SweepPart, SweepRun } from "../../core/sweep/sweep-run.ts";
import { scenariosId } from "../../input/suite/read-suites.ts";
import type { Study } from "../study.ts";
import type { SweepPlan } from "./sweep-plan.ts";

/** What the command line said that the result should repeat. */
interface Asked {
  readonly sweep?: readonly string[];
  readonly locale?: string;
}

/** Puts records back to sweeps: the scenarios side by side first, then each sweep. */
export function gatherSweep(
  study: Study,
  suite: Suite,
  plan: SweepPlan,
  records: readonly Float64Array[],
  run: RunSettings,
  asked: Asked,
): SweepRun {
  const jobs = plan.jobs.map((job, j) => ({ ...job, records: records[j] }));
  const alone = jobs.filter(({ sweep }) => sweep === null);
  const joined = new Float64Array(alone.reduce((sum, job) => sum + job.records.length, 0));
  alone.forEach((job, j) => {
    joined.set(job.records, j * job.records.length);
  });
  const named = ({ id, title }: (typeof alone)[number]["scenario"]) => ({ id, title });
  const scenarios: SweepPart = {
    id: scenariosId,
    sweep: null,
    shape: alone[0].shape,
    count: alone.length,
    values: new Float64Array(0),
    records: joined,
    scenarios: alone.map(({ scenario }) => named(scenario)),
  };
  const parts = jobs.flatMap(({ sweep, shape, count, values, records: own, scenario }): SweepPart[] =>
    sweep === null
      ? []
      : [{ id: sweep.id, sweep, shape, count, values, records: own, scenarios: Array(count).fill(named(scenario)) }],
  );
  return {
    title: study.workspace.title,
    suite,
    manifest: {
      tool: "covercast",
      version,
      command: commandOf(suite, asked, run, study),
      seed: run.seed,
      draws: run.draws,
      horizon: run.horizon,
      asOf: study.asOf,
      // The workspace's other suites change nothing here.
      inputs: study.inputs.filter(
        ({ file }) => file === suite.file || !study.suites.some((other) => other.file === file),
      ),
    },
    goals: plan.goals,
    schemes: jobs[0].request.workspace.schemes,
    bases: study.workspace.bases,
    parts: [scenarios, ...parts],
  };
}

/** Writes the command line out again, without what only says where and how the result is written. */
function commandOf(
  { id, draws }: Suite,
  { sweep = [], locale }: Asked,
  run: RunSettings,
  { asOf, workspace }: Study,
): string {
  const given = (name: "seed" | "horizon") => (run[name] === workspace.run[name] ? undefined : run[name]);
  const options = Object.entries({
    "as-of": asOf ?? undefined,
    draws: run.draws === draws ? undefined : run.draws,
    seed: given("seed"),
    horizon: given("horizon"),
    locale,
  });
  return [
    `covercast sweep ${id}`,
    ...sweep.map((one) => `--sweep ${one}`),
    ...options.flatMap(([name, value]) => (value === undefined ? [] : [`--${name} ${value}`])),
  ].join(" ");
}
