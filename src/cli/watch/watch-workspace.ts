import { relative, resolve, sep } from "node:path";
import { setImmediate } from "node:timers/promises";
import type { Language } from "../../report/language.ts";
import { languageFor } from "../../report/language.ts";
import { chooseLanguage } from "../choose-language.ts";
import { type ExitCode, exitCodes, type GlobalOptions, Refusal, type Session, UsageError } from "../command.ts";
import { launch } from "../commands/open.ts";
import { exists, listFiles, readOwn, workspaceFile, writeFiles } from "../files/io.ts";
import { locate, reportsFolder } from "../files/locate.ts";
import { forgetUnused, keptWork } from "../run/kept-work.ts";
import { pickFormats } from "../run/render-run.ts";
import type { RunOptions } from "../run/run-journey.ts";
import { type Shown, serveReports } from "./serve-reports.ts";
import { collectChanges } from "./watch-changes.ts";
import { type WatchedFiles, watchFiles } from "./watch-files.ts";
import { describeProblem, problemOf } from "./watch-problem.ts";
import { openWatched, runWatched, type WatchedRun } from "./watch-run.ts";
import { watchVoice } from "./watch-voice.ts";

/** What `watch` may be told. */
export interface WatchOptions extends Omit<RunOptions, "workers"> {
  readonly port?: number;
  readonly open: boolean;
}

/** A file that is wrong is given this long to be saved again before anybody is told. */
const GRACE_MS = 250;
/** How often to look for a workspace that has gone. */
const GONE_MS = 300;

/** A run that is shown; its files are written when nothing more urgent is to be done. */
interface Unwritten {
  readonly run: WatchedRun;
  readonly changed: readonly string[];
  readonly since: number;
  readonly milliseconds: number;
}

/**
 * Runs a workspace whenever one of its files is saved, writes the reports and serves them to open pages, until `stop`.
 *
 * A file that is wrong leaves the last good report where it is, on disk and in the page, and is told in both places.
 */
export async function watchWorkspace(
  options: WatchOptions & GlobalOptions,
  { terminal, cwd }: Session,
  stop: AbortSignal,
): Promise<ExitCode> {
  const root = locate(options.workspace, cwd);
  const port = portOf(options.port);
  pickFormats(options.format ?? []);
  if (options.locale !== undefined) chooseLanguage(options.locale, options.locale);
  const kept = keptWork();
  const changes = collectChanges(stop);
  let language: Language = languageFor(options.locale ?? "en");
  let reports = 0;
  // Two watches one after the other must not take each other's pages for their own.
  const born = Date.now().toString(36);
  const folder = resolve(cwd, options.out ?? resolve(root, reportsFolder));
  let file: Shown["file"] = (name) => fromFolder(folder, name);
  const show = (problem: Shown["problem"]): Shown => ({
    version: `${born}-${reports}`,
    locale: language.locale,
    file,
    problem,
    words: wordsOf(language),
  });

  const server = await serveReports(port, show(null));
  const voice = watchVoice(options, terminal, server.url);
  const watchAll = () => watchFiles(root, filesRead(root, cwd, options), changes.note);
  let files: WatchedFiles | null = null;
  let unwritten = null as Unwritten | null;
  try {
    files = await watchAll();
    voice.begin(relative(cwd, root) || ".");
    if (options.open && !(await launch(server.url))) voice.noBrowser();
    for (
      let next: { files: readonly string[]; since: number } | null = { files: [], since: performance.now() };
      next !== null;
      next = await changes.take()
    ) {
      const { files: changed, since } = next;
      try {
        const study = openWatched(root, cwd, options);
        files.add(study.inputs.map((input) => input.file));
        language = chooseLanguage(options.locale, study.workspace.locale);
        const run = await runWatched(study, cwd, options, kept);
        if (stop.aborted) break;
        present(run);
        const all = [...new Set([...(unwritten?.changed ?? []), ...changed])].sort();
        unwritten = { run, changed: all, since, milliseconds: performance.now() - since };
      } catch (error) {
        if (error instanceof Refusal) files.add(error.sources.keys());
        await changes.pause(GRACE_MS);
        if (stop.aborted) break;
        // Saved again in the meantime: what was read was half of it.
        if (changes.waiting) {
          for (const name of changed) changes.note(name);
          continue;
        }
        if (unwritten) await finish(unwritten);
        unwritten = null;
        refuse(changed, since, error);
        if (!exists(resolve(root, workspaceFile))) files = await untilBack(files);
        continue;
      }
      if (unwritten && (await finish(unwritten))) unwritten = null;
    }
  } finally {
    await Promise.all([files?.close(), server.close()]);
  }
  voice.end();
  return exitCodes.done;

  /** Tells of a run that came to nothing. */
  function refuse(changed: readonly string[], since: number, error: unknown): void {
    const problem = describeProblem(error, terminal);
    server.show(show({ ...wrongIn(language), text: problem.plain }));
    voice.tell({
      changed,
      milliseconds: performance.now() - since,
      written: null,
      ok: false,
      files: [],
      problem,
      folder: "",
    });
  }

  /** Shows the pages of a run. */
  function present(run: WatchedRun): void {
    reports++;
    file = (name) => run.pages.find((page) => page.name === name)?.text ?? otherFile(run, name);
    const problem = run.broken.length > 0 ? problemOf(run.broken, run.study.sources, terminal) : null;
    // The pages that somebody looks at come first.
    for (const name of server.openPages()) file(name);
    server.show(show(problem && { ...unexpectedIn(language), text: problem.plain }));
  }

  /** Completes a run and writes its files, unless something changes first; true if they are written. */
  async function finish({ run: hurried, changed, since, milliseconds }: Unwritten): Promise<boolean> {
    let run: WatchedRun | null = hurried;
    try {
      if (hurried.whole !== null) run = await hurried.whole(() => changes.waiting || stop.aborted);
    } catch (error) {
      refuse(changed, since, error);
      return true;
    }
    if (run === null) return false;
    if (run !== hurried) present(run);
    for (const page of run.pages) {
      if (changes.waiting || stop.aborted) return false;
      page.text;
      await setImmediate();
    }
    let problem = run.broken.length > 0 ? problemOf(run.broken, run.study.sources, terminal) : null;
    let names: readonly string[] = [];
    try {
      const made = run.files();
      writeFiles(made.map(({ name, text }) => ({ path: resolve(run.folder, name), content: text })));
      names = made.map(({ name }) => name);
    } catch (error) {
      problem = describeProblem(error, terminal);
      server.show(show({ ...wrongIn(language), text: problem.plain }));
    }
    forgetUnused(kept);
    const ok = !problem?.diagnostics.some(({ severity }) => severity === "error");
    voice.tell({
      changed,
      milliseconds,
      written: performance.now() - since,
      ok,
      files: names,
      problem,
      folder: shortOf(run.folder),
    });
    return true;
  }

  /** Waits for a workspace that is gone to come back, then watches it anew. */
  async function untilBack(old: WatchedFiles): Promise<WatchedFiles> {
    await old.close();
    while (!stop.aborted && !exists(resolve(root, workspaceFile))) await changes.pause(GONE_MS);
    const fresh = await watchAll();
    changes.note(workspaceFile);
    return fresh;
  }

  function shortOf(path: string): string {
    const short = relative(cwd, path) || ".";
    return short.startsWith(`..${sep}`) ? path : short;
  }
}

/** Names every file that a run reads, or tries to; before the first run, so that no save is missed. */
function filesRead(root: string, cwd: string, options: RunOptions): readonly string[] {
  try {
    return openWatched(root, cwd, options).inputs.map(({ file }) => file);
  } catch (error) {
    return [workspaceFile, ...(error instanceof Refusal ? error.sources.keys() : [])];
  }
}

/** Reads a report of an earlier run, where this watch has made none yet. */
function fromFolder(folder: string, name: string): string | undefined {
  if (!listFiles(folder, ".html", ".json", ".csv").includes(name)) return undefined;
  const bytes = readOwn(resolve(folder, name));
  return bytes === null ? undefined : new TextDecoder().decode(bytes);
}

/** Finds a file of a run that is no page. */
function otherFile(run: WatchedRun, name: string): string | undefined {
  return name.endsWith(".html") ? undefined : run.files().find((made) => made.name === name)?.text;
}

function portOf(given: number | undefined): number | null {
  if (given === undefined) return null;
  if (Number.isInteger(given) && given >= 0 && given <= 65_535) return given;
  throw new UsageError("--port must be a whole number from 0 to 65535; 0 takes any port that is free");
}

const wrongIn = (language: Language) => ({ title: language.say("watch.wrong"), lead: language.say("watch.wrongLead") });
const unexpectedIn = (language: Language) => ({
  title: language.say("watch.unexpected"),
  lead: language.say("watch.unexpectedLead"),
});
const wordsOf = (language: Language): Shown["words"] => ({
  hide: language.say("watch.hide"),
  show: language.say("watch.show"),
  stopped: language.say("watch.stopped"),
  none: language.say("watch.none"),
  missing: language.say("watch.missing"),
  back: language.say("watch.back"),
});
