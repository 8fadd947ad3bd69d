import { createHash } from "node:crypto";
import { relative, resolve } from "node:path";
import { explainedGoals } from "../../core/analyse.ts";
import type { Scenario } from "../../core/domain.ts";
import { compare } from "../../core/explain/compare.ts";
import type { FitCache } from "../../core/prepare.ts";
import type { PathCache } from "../../core/project.ts";
import { comparePage } from "../../report/compare/compare-page.ts";
import type { ComparisonRun } from "../../report/compare/comparison-run.ts";
import { chooseLanguage } from "../choose-language.ts";
import { type ExitCode, exitCodes, type GlobalOptions, type Session, UsageError } from "../command.ts";
import { writeFiles } from "../files/io.ts";
import { reportsFolder } from "../files/locate.ts";
import { makeManifest } from "../run/manifest.ts";
import { prepareScenario } from "../run/project-scenarios.ts";
import { runSettings, type SettingOptions } from "../settings.ts";
import { openProgress } from "../show/progress.ts";
import { showAside } from "../show/show-aside.ts";
import { showComparison } from "../show/show-comparison.ts";
import { openNamed } from "./named-scenarios.ts";

/** What `compare` may be told. */
export interface CompareOptions extends SettingOptions {
  readonly scenario: readonly string[];
  readonly against?: string;
  readonly out?: string;
  readonly locale?: string;
}

/**
 * Compares scenarios on common draws: all with `against`, else all others with the first, else the only one with the
 * workspace's reference. Prints tables and sentences and writes one page; with `json` it writes no file.
 */
export async function compareJourney(options: CompareOptions & GlobalOptions, session: Session): Promise<ExitCode> {
  const { terminal, cwd } = session;
  const words = options.against === undefined ? options.scenario : [options.against, ...options.scenario];
  const { study, named } = openNamed(words, { workspace: options.workspace, cwd });
  showAside(study, terminal);
  const language = chooseLanguage(options.locale, study.workspace.locale);
  const settings = runSettings(study.workspace.run, options);
  const scenarios = named.map(({ scenario }) => scenario);
  const [reference, ...others] = scenarios.length > 1 ? scenarios : [study.reference, ...scenarios];
  const twice = others.find((scenario, i) => scenario === reference || others.indexOf(scenario) < i);
  if (others.length === 0 || twice !== undefined)
    throw new UsageError(
      `${(twice ?? reference).id} cannot be compared with itself: name two scenarios that differ, or another --against`,
    );

  const fits: FitCache = new Map();
  const cache: PathCache = new Map();
  const progress = openProgress(others.length, terminal.watched);
  const prepared = (scenario: Scenario) => prepareScenario(study, scenario, settings, fits);
  const base = prepared(reference);
  const compared = others.map((scenario) => {
    const input = prepared(scenario);
    const comparison = compare(input, base, cache);
    progress.step(language.local(scenario.title));
    return { input, comparison };
  });
  progress.stop();

  const open = base.goals.filter(({ year }) => year >= base.firstYear && year <= settings.horizon);
  const leading = explainedGoals(study.workspace, base).filter((id) => open.some((goal) => goal.id === id));
  const manifest = { ...makeManifest(study, settings, {}), command: commandOf(options, words) };
  const goals = leading.length > 0 ? leading : open.map(({ id }) => id);
  const run: ComparisonRun = { title: study.workspace.title, reference: base, compared, goals, manifest };
  if (options.json) {
    const { id } = reference;
    const comparisons = compared.map(({ comparison }) => comparison);
    terminal.print(JSON.stringify({ schema: "covercast/comparison/1", manifest, reference: id, goals, comparisons }));
    return exitCodes.done;
  }
  showComparison(run, language, terminal);
  const folder = resolve(cwd, options.out ?? resolve(study.root, reportsFolder));
  const name = `compare-${[reference, ...others].map(({ id }) => id).join("-")}`.slice(0, 120);
  const content = comparePage(run, language, (text) => createHash("sha256").update(text, "utf8").digest("base64"));
  writeFiles([{ path: resolve(folder, `${name}.html`), content }]);
  terminal.print(`\nWrote ${relative(cwd, resolve(folder, `${name}.html`))}`);
  return exitCodes.done;
}

/** Writes the command line out again, without what only says where the result goes. */
function commandOf({ scenario, against, draws, seed, horizon, locale }: CompareOptions, words: readonly string[]) {
  const given = Object.entries({ against, draws, seed, horizon, locale }).filter(([, value]) => value !== undefined);
  const names = against === undefined ? words : scenario;
  return ["covercast compare", ...names, ...given.map(([key, value]) => `--${key} ${value}`)].join(" ");
}
