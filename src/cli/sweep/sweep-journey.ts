import { createHash } from "node:crypto";
import { relative, resolve } from "node:path";
import { version } from "../../../package.json";
import type { Suite, Sweep } from "../../core/domain.ts";
import { frameDiagnostic } from "../../input/frame.ts";
import { sweepPackage } from "../../report/sweep/sweep-package.ts";
import { sweepPage } from "../../report/sweep/sweep-page.ts";
import { sweepTables } from "../../report/sweep/sweep-tables.ts";
import { chooseLanguage } from "../choose-language.ts";
import { type ExitCode, exitCodes, type GlobalOptions, type Session, UsageError } from "../command.ts";
import { writeFiles } from "../files/io.ts";
import { reportsFolder } from "../files/locate.ts";
import { writeTable } from "../files/write-tables.ts";
import { refuseGrave } from "../run/refuse-grave.ts";
import { asOfDay, runSettings, type SettingOptions, threadCount } from "../settings.ts";
import { frameStyle } from "../show/frame-style.ts";
import { openProgress } from "../show/progress.ts";
import { showSweep, sweepJson } from "../show/show-sweep.ts";
import { openStudy, type Study } from "../study.ts";
import { threadsFor } from "../threads/workers.ts";
import { suggest } from "../usage.ts";
import { gatherSweep } from "./gather-sweep.ts";
import { sweepAll } from "./sweep-all.ts";
import { planSweeps, type SweepPlan } from "./sweep-plan.ts";
import { openStore } from "./sweep-store.ts";

/** What `sweep` may be told. */
export interface SweepOptions extends SettingOptions {
  readonly suite: string;
  readonly sweep?: readonly string[];
  readonly asOf?: string;
  readonly out?: string;
  readonly format: "csv" | "parquet";
  readonly workers?: number;
  readonly fresh: boolean;
  readonly locale?: string;
}

/** Runs a suite: reads, plans, projects what is not done yet, writes tables and page, and tells what was found. */
export async function sweepJourney(options: SweepOptions & GlobalOptions, session: Session): Promise<ExitCode> {
  const { terminal, cwd } = session;
  const study = openStudy({ workspace: options.workspace, cwd, asOf: asOfDay(options.asOf), suites: true });
  const language = chooseLanguage(options.locale, study.workspace.locale);
  const style = frameStyle(terminal);
  for (const warning of study.warnings) terminal.remark(`${frameDiagnostic(warning, study.sources, style)}\n`);
  if (refuseGrave(study, language, terminal)) return exitCodes.refused;

  const suite = pickSuite(study, options.suite);
  const sweeps = pickSweeps(suite, options.sweep ?? []);
  const run = runSettings({ ...study.workspace.run, draws: suite.draws }, options);
  const workers = threadCount(options.workers);
  const plan = planSweeps(study, suite, sweeps, run, version);
  for (const goal of plan.mute)
    terminal.remark(`${goal} is left out: its year is known already, or lies beyond the horizon ${run.horizon}`);

  const folder = resolve(cwd, options.out ?? resolve(study.root, reportsFolder, "sweeps", suite.id));
  const store = openStore(folder, suite.id, plan, options.fresh);
  if (store.dropped)
    terminal.remark(
      options.fresh
        ? "What an earlier run had left was thrown away, as --fresh says."
        : "What an earlier run had left was made from other input; everything is projected anew.",
    );
  const points = plan.jobs.reduce((sum, { count }) => sum + count, 0);
  if (store.found.size > 0)
    terminal.remark(
      `Going on where an earlier run stopped: ${store.found.size} of ${plan.blocks.length} blocks are done.`,
    );
  const progress = openProgress(plan.blocks.length, terminal.watched);
  for (const block of store.found.keys()) progress.step(labelOf(plan, block));
  const threads = workers ?? threadsFor(points, run.draws);
  const records = await sweepAll(plan, store, threads, (block) => progress.step(labelOf(plan, block))).finally(() =>
    progress.stop(),
  );

  const swept = gatherSweep(study, suite, plan, records, run, options);
  if (options.json) {
    terminal.print(JSON.stringify(sweepJson(swept)));
    store.remove();
    return exitCodes.done;
  }
  const tables = sweepTables(swept);
  const files: string[] = [];
  for (const table of tables) files.push(await writeTable(table, options.format, folder));
  const texts = [
    { name: "datapackage.json", content: sweepPackage(swept, tables, options.format) },
    { name: "index.html", content: sweepPage(swept, language, sha256Base64) },
  ];
  writeFiles(texts.map(({ name, content }) => ({ path: resolve(folder, name), content })));
  store.remove();
  showSweep(swept, language, terminal);
  const shown = relative(cwd, folder) || ".";
  terminal.print(`\nWrote ${[...files, ...texts.map(({ name }) => name)].join(", ")} to ${shown}/`);
  return exitCodes.done;
}

const sha256Base64 = (text: string) => createHash("sha256").update(text, "utf8").digest("base64");

const labelOf = ({ blocks, jobs }: SweepPlan, block: number) => {
  const { sweep, scenario } = jobs[blocks[block].job];
  return sweep?.id ?? scenario.id;
};

/** Finds a suite by its id, or by its file. */
function pickSuite({ suites }: Study, asked: string): Suite {
  const suite = suites.find(
    ({ id, file }) => id === asked || file === asked.replaceAll("\\", "/").replace(/^\.\//, ""),
  );
  if (suite) return suite;
  if (suites.length === 0)
    throw new UsageError(`There is no suite ${asked}: the workspace has no folder suites/ with suite files.`);
  const ids = suites.map(({ id }) => id);
  throw new UsageError(`There is no suite ${asked}.${suggest(asked, ids)}\nSuites here: ${ids.join(", ")}`);
}

function pickSweeps({ sweeps }: Suite, asked: readonly string[]): readonly Sweep[] {
  const ids = sweeps.map(({ id }) => id);
  const wrong = asked.find((id) => !ids.includes(id));
  if (wrong !== undefined)
    throw new UsageError(`There is no sweep ${wrong}.${suggest(wrong, ids)}\nSweeps here: ${ids.join(", ")}`);
  return sweeps.filter(({ id }) => asked.length === 0 || asked.includes(id));
}
