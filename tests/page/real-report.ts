import { cpSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { projectScenarios } from "../../src/cli/run/project-scenarios.ts";
import { openStudy } from "../../src/cli/study.ts";
import type { Run } from "../../src/core/domain.ts";
import { type WrittenReport, writeReport } from "./written-report.ts";

/** Simulated futures of the runs here: more than a page starts with, so that it refines. */
const draws = 2000;

/** The workspace of this repository, in a folder of its own, with a report of two of its scenarios. */
export interface RealReport extends WrittenReport {
  /** All that its workspace says. */
  readonly files: readonly string[];
  /** Puts a scenario file into the workspace and projects it as the command line does. */
  project(name: string, text: string): Promise<Run>;
}

/** Projects two scenarios of the shipped workspace and writes their pages. */
export async function writeRealReport(scenario: string): Promise<RealReport> {
  const root = mkdtempSync(join(tmpdir(), "covercast-workspace-"));
  for (const part of ["covercast.yaml", "data", "scenarios"]) cpSync(part, join(root, part), { recursive: true });
  const run = (ids: readonly string[]) => {
    const study = openStudy({ workspace: root, cwd: root, asOf: null });
    const settings = { ...study.workspace.run, draws };
    const scenarios = study.scenarios.filter(({ id }) => ids.includes(id));
    const { seed, horizon } = settings;
    const manifest = {
      tool: "covercast" as const,
      version: "0.0.0",
      command: "covercast run",
      seed,
      draws,
      horizon,
      asOf: null,
      inputs: study.inputs,
    };
    const request = { scenarios, thorough: [], run: settings, manifest, workers: 1, done: () => {} };
    return { study, made: projectScenarios(study, request) };
  };
  const { study, made } = run(["baseline", scenario]);
  const files = [...study.sources].flatMap(([file, text]) => (/\.yaml$/.test(file) ? [{ file, text }] : []));
  const report = await writeReport(await made, "en", files);
  return {
    ...report,
    files: [...study.sources.values()],
    project(name, text) {
      writeFileSync(join(root, "scenarios", name), text);
      return run(["baseline", /^id: (.*)$/m.exec(text)?.[1] ?? ""]).made;
    },
    remove() {
      report.remove();
      rmSync(root, { recursive: true });
    },
  };
}
