import { resolve } from "node:path";
import type { Run } from "../../core/domain.ts";
import type { Diagnostic } from "../../core/errors.ts";
import type { Output } from "../../report/formats/format.ts";
import type { Language } from "../../report/language.ts";
import { chooseLanguage } from "../choose-language.ts";
import { reportsFolder } from "../files/locate.ts";
import { brokenExpectations } from "../run/expectations.ts";
import type { KeptWork } from "../run/kept-work.ts";
import { planRun } from "../run/plan-run.ts";
import { projectScenarios } from "../run/project-scenarios.ts";
import { pickFormats, renderRun } from "../run/render-run.ts";
import type { RunOptions } from "../run/run-journey.ts";
import { asOfDay } from "../settings.ts";
import { openStudy, type Study } from "../study.ts";
import { refuseContradictions } from "./watch-problem.ts";

/** A run whose reports can be shown at once and written a little later. */
export interface WatchedRun {
  readonly study: Study;
  readonly language: Language;
  /** Pages to show; the text of each is made when it is first read. */
  readonly pages: readonly Output[];
  /** Where the files belong. */
  readonly folder: string;
  /** Makes what is to be written; pages that were shown are not made again. */
  readonly files: () => readonly Output[];
  /** What scenarios expect and do not get. */
  readonly broken: readonly Diagnostic[];
  /** The same run with all its explanations, which take longest; null if this one has them. Ends early with null. */
  readonly whole: ((interrupted: () => boolean) => Promise<WatchedRun | null>) | null;
}

/** Ends work that something more urgent has come before. */
class Interruption extends Error {}

/** Opens the workspace as a run of these options reads it. */
export function openWatched(root: string, cwd: string, options: RunOptions): Study {
  const asked = options.scenario ?? [];
  const only = asked.length > 0 ? { only: asked } : {};
  return openStudy({ workspace: root, cwd, asOf: asOfDay(options.asOf), ...only });
}

/**
 * Runs a workspace again with what the last run left; the figures are those of a run of its own. Explanations that are
 * not there yet come with `whole`. Throws what is refused.
 */
export async function runWatched(study: Study, cwd: string, options: RunOptions, kept: KeptWork): Promise<WatchedRun> {
  const language = chooseLanguage(options.locale, study.workspace.locale);
  refuseContradictions(study, language);
  const { picked: _, ...request } = planRun(study, options);
  const formats = pickFormats(options.format ?? []);
  const rerun = async (hurried: boolean, done: () => void) =>
    present(await projectScenarios(study, { ...request, workers: 1, kept, hurried, done }));
  const present = (run: Run): WatchedRun => {
    const render = (id: readonly string[]) => renderRun(run, language.locale, pickFormats(id), study.sources, kept);
    const pages = render(["html"]);
    return {
      study,
      language,
      pages,
      folder: resolve(cwd, options.out ?? resolve(study.root, reportsFolder)),
      files: () => formats.flatMap(({ id }) => (id === "html" ? pages : render([id]))),
      broken: brokenExpectations(run.projections),
      whole: run.projections.every(({ analysis }) => analysis) ? null : finishUnless,
    };
  };
  const finishUnless = (interrupted: () => boolean) =>
    rerun(false, () => {
      if (interrupted()) throw new Interruption();
    }).catch((error: unknown) => {
      if (error instanceof Interruption) return null;
      throw error;
    });
  return rerun(true, () => {});
}
