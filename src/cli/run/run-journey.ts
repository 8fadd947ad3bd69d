import { relative, resolve } from "node:path";
import { frameDiagnostic } from "../../input/frame.ts";
import { chooseLanguage } from "../choose-language.ts";
import { type ExitCode, exitCodes, type GlobalOptions, type Session } from "../command.ts";
import { writeFiles } from "../files/io.ts";
import { reportsFolder } from "../files/locate.ts";
import { asOfDay, type SettingOptions, threadCount } from "../settings.ts";
import { frameStyle } from "../show/frame-style.ts";
import { openProgress } from "../show/progress.ts";
import { showAside } from "../show/show-aside.ts";
import { countFindings } from "../show/show-findings.ts";
import { showRun } from "../show/show-run.ts";
import { openStudy } from "../study.ts";
import { brokenExpectations } from "./expectations.ts";
import { planRun } from "./plan-run.ts";
import { projectScenarios } from "./project-scenarios.ts";
import { refuseGrave } from "./refuse-grave.ts";
import { pickFormats, renderRun } from "./render-run.ts";

/** What `run` may be told. */
export interface RunOptions extends SettingOptions {
  readonly scenario?: readonly string[];
  readonly asOf?: string;
  readonly out?: string;
  readonly format?: readonly string[];
  readonly workers?: number;
  readonly locale?: string;
}

/** Goes from files on disk to reports on disk and a table on the terminal: the journey that everything else serves. */
export async function runJourney(options: RunOptions & GlobalOptions, session: Session): Promise<ExitCode> {
  const { terminal, cwd } = session;
  const asked = options.scenario ?? [];
  const only = asked.length > 0 ? { only: asked } : {};
  const study = openStudy({ workspace: options.workspace, cwd, asOf: asOfDay(options.asOf), ...only });
  const { workspace } = study;
  const language = chooseLanguage(options.locale, workspace.locale);
  const style = frameStyle(terminal);
  for (const warning of study.warnings) terminal.remark(`${frameDiagnostic(warning, study.sources, style)}\n`);
  showAside(study, terminal);
  if (refuseGrave(study, language, terminal)) return exitCodes.refused;

  const { picked, ...request } = planRun(study, options);
  const workers = threadCount(options.workers);
  const formats = pickFormats(options.format ?? []);
  terminal.remark(`Audit: ${countFindings(study.findings)}; covercast check shows them.\n`);
  const progress = openProgress(request.scenarios.length, terminal.watched);
  const run = await projectScenarios(study, {
    ...request,
    workers,
    done: (scenario) => progress.step(language.local(scenario.title)),
  });
  progress.stop();

  const broken = brokenExpectations(run.projections);
  if (options.json) terminal.print(JSON.stringify({ ...run, broken }));
  else {
    const folder = resolve(cwd, options.out ?? resolve(study.root, reportsFolder));
    const files = renderRun(run, language.locale, formats, study.sources);
    writeFiles(files.map(({ name, text }) => ({ path: resolve(folder, name), content: text })));
    const lead = run.projections.find(({ input }) => picked.length === 1 && input.scenario.id === picked[0].id);
    showRun(run, lead ?? null, language, terminal);
    listFiles(files, relative(cwd, folder) || ".", terminal.print);
  }
  for (const diagnostic of broken) terminal.complain(`\n${frameDiagnostic(diagnostic, study.sources, style)}`);
  // One of level `warn` costs nothing.
  return broken.some(({ severity }) => severity === "error") ? exitCodes.unexpected : exitCodes.done;
}

function listFiles(
  files: readonly { readonly name: string; readonly text: string }[],
  folder: string,
  print: (line: string) => void,
) {
  const widest = Math.max(...files.map(({ name }) => name.length));
  print("");
  print(`Wrote ${files.length} files to ${folder}/`);
  for (const { name, text } of files)
    print(`  ${name.padEnd(widest)}  ${Math.ceil(Buffer.byteLength(text) / 1000)} kB`.trimEnd());
  const page = files.find(({ name }) => name.endsWith(".html"));
  if (!page) return;
  print("");
  print(`Open the report:  covercast open   (or the file ${folder}/${page.name})`);
}
