import { relative, resolve } from "node:path";
import { analyse, explainedGoals } from "../../core/analyse.ts";
import type { Projection, ProjectionInput, Run } from "../../core/domain.ts";
import type { LeverName, LeverPair } from "../../core/explain/chance-map.ts";
import { distinctGoals } from "../../core/explain/goal-values.ts";
import { sobolGoals } from "../../core/explain/sobol-goals.ts";
import { leverKind } from "../../core/levers/index.ts";
import type { FitCache } from "../../core/prepare.ts";
import { type PathCache, project } from "../../core/project.ts";
import { chooseLanguage } from "../choose-language.ts";
import { type ExitCode, exitCodes, type GlobalOptions, type Session, UsageError } from "../command.ts";
import { writeFiles } from "../files/io.ts";
import { makeManifest } from "../run/manifest.ts";
import { prepareRequest, prepareScenario } from "../run/project-scenarios.ts";
import { pickFormats, renderRun } from "../run/render-run.ts";
import { asOfDay, runSettings, type SettingOptions } from "../settings.ts";
import { openProgress } from "../show/progress.ts";
import { showAside } from "../show/show-aside.ts";
import { showWhy } from "../show/show-why.ts";
import { suggest } from "../usage.ts";
import { openNamed } from "./named-scenarios.ts";

/** What `why` may be told. */
export interface WhyOptions extends SettingOptions {
  readonly scenario: string;
  readonly goal?: readonly string[];
  readonly sobol: boolean;
  readonly map?: readonly string[];
  readonly out?: string;
  readonly asOf?: string;
  readonly locale?: string;
}

/** Projects one scenario beside the reference, explains it as far as is asked, and prints tables and sentences. */
export async function whyJourney(options: WhyOptions & GlobalOptions, session: Session): Promise<ExitCode> {
  const { terminal, cwd } = session;
  const asOf = asOfDay(options.asOf);
  const { study, named } = openNamed([options.scenario], { workspace: options.workspace, cwd, asOf });
  showAside(study, terminal);
  const language = chooseLanguage(options.locale, study.workspace.locale);
  const settings = runSettings(study.workspace.run, options);
  const [{ scenario }] = named;
  const fits: FitCache = new Map();
  const cache: PathCache = new Map();
  const input = prepareScenario(study, scenario, settings, fits);
  const goals = goalsOf(input, options.goal, explainedGoals(study.workspace, input));
  const pair = options.map && pairOf(input, options.map);

  const progress = openProgress(options.sobol ? 3 : 2, terminal.watched);
  const isReference = scenario === study.reference;
  const base = isReference ? input : prepareScenario(study, study.reference, settings, fits);
  const reference = project(base, cache);
  progress.step(language.local(study.reference.title));
  const analysis = analyse(
    input,
    {
      prepared: prepareRequest(study, scenario, settings),
      observations: study.data.observations,
      thorough: true,
      reference: isReference ? null : base,
      goals,
      ...(pair && { pair }),
    },
    fits,
    cache,
  );
  const told = isReference ? reference : project(input, cache);
  progress.step(language.local(scenario.title));
  const sobol = options.sobol && { sobol: sobolGoals(input, distinctGoals(input, goals), cache) };
  const projection: Projection = { ...told, analysis: { ...analysis, ...sobol } };
  progress.stop();

  if (options.json) {
    const { attributions } = projection;
    const about = { scenario: scenario.id, attributions: attributions.filter(({ goal }) => goals.includes(goal)) };
    terminal.print(JSON.stringify({ schema: "covercast/analysis/1", ...about, ...projection.analysis }));
    return exitCodes.done;
  }
  const run: Run = {
    schema: "covercast/run/1",
    title: study.workspace.title,
    manifest: makeManifest(study, settings, { ...options, scenario: [options.scenario] }),
    reference: study.workspace.reference,
    headlineGoals: study.workspace.headlineGoals,
    projections: isReference ? [projection] : [reference, projection],
    histories: study.known.histories,
    bases: study.workspace.bases,
    data: study.data,
    findings: study.findings,
    backtest: null,
  };
  const subject = { run, projection, reference: run.projections[0], comparing: false, language };
  showWhy(subject, terminal);
  if (options.out !== undefined) {
    const folder = resolve(cwd, options.out);
    const files = renderRun(run, language.locale, pickFormats(["html"]), study.sources);
    writeFiles(files.map(({ name, text }) => ({ path: resolve(folder, name), content: text })));
    terminal.print(`\nWrote ${files.length} pages to ${relative(cwd, folder) || "."}/`);
  }
  return exitCodes.done;
}

/** The goals asked for, of which every one must lie ahead; else all that lead the report. */
function goalsOf(input: ProjectionInput, asked: readonly string[] | undefined, leading: readonly string[]) {
  const ahead = input.goals.filter(({ id }) => distinctGoals(input, [id]).length > 0).map(({ id }) => id);
  const unknown = asked?.find((id) => !ahead.includes(id));
  if (unknown !== undefined)
    throw new UsageError(
      `There is no goal ${unknown} that lies ahead.${suggest(unknown, ahead)}\nGoals ahead: ${ahead.join(", ")}`,
    );
  return asked ?? leading;
}

/** Reads two numbers of levers, `drive.reach`, of this scenario. */
function pairOf(input: ProjectionInput, words: readonly string[]): LeverPair {
  const known = input.scenario.levers.flatMap((lever) =>
    Object.keys(leverKind(lever.kind)?.parameters ?? {}).map((name) => `${lever.id}.${name}`),
  );
  const read = (word: string): LeverName => {
    if (!known.includes(word))
      throw new UsageError(
        known.length === 0
          ? `--map moves numbers of levers, and ${input.scenario.id} has none`
          : `${input.scenario.id} has no number ${word}.${suggest(word, known)}\nNumbers: ${known.join(", ")}`,
      );
    const dot = word.lastIndexOf(".");
    return { lever: word.slice(0, dot), name: word.slice(dot + 1) };
  };
  const [x, y, ...rest] = words.map(read);
  if (!x || !y || rest.length > 0 || words[0] === words[1])
    throw new UsageError("--map needs two numbers of levers that differ: --map drive.reach drive.takeUp");
  return [x, y];
}
