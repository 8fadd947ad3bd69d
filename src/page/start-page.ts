import type { Projection, ProjectionInput } from "../core/domain.ts";
import { project } from "../core/project.ts";
import { RecentCache } from "../core/sweep/recent-cache.ts";
import { readPageData } from "../report/html/page-data.ts";
import { languageFor, languages } from "../report/language.ts";
import { isOpen, leadingAssessments, referenceOf, type Seal, type Subject } from "../report/subject.ts";
import { panelChanges } from "./changes.ts";
import { type Control, controlsOf } from "./controls.ts";
import { openEngine } from "./engine.ts";
import { readFragment, writeFragment } from "./fragment.ts";
import { listenToFiles } from "./open-file.ts";
import { openPanel, type PanelState } from "./panel.ts";
import { openReportView } from "./report-view.ts";
import { saveFile } from "./save.ts";
import { compareProjections } from "./seal.ts";
import { goTo, pin, redo, type Session, startSession, undo, unpin } from "./session.ts";
import type { Raw, Variant } from "./variant.ts";
import { type Reading, type ReadyVariant, variantReader } from "./variants.ts";

/** Simulated futures while something is being moved. */
const draftDraws = 1000;
/** Measures up to which it is told at once what each of them adds: every set of them is simulated. */
const quicklyExplained = 3;
/** Milliseconds without a change after which the figures are refined. */
const quiet = 150;

/** Brings a report to life: charts that answer, the printed figures computed anew, measures that a reader moves. */
export function startPage(script: string): void {
  const place = document.getElementById("page-data");
  const data = readPageData(place?.textContent ?? "");
  if (place) place.textContent = "";
  const engine = openEngine(script);
  const { run } = data;
  const reference = referenceOf(run);
  const printed = run.projections.find((p) => p.input.scenario.id === place?.dataset.scenario) ?? reference;
  const comparing = place?.dataset.comparing !== undefined;
  const report = openReportView(data.specs);
  const reader = variantReader(run, data.files, engine);
  const cache = new RecentCache();

  let session: Session = startSession(printed.input.scenario.id);
  let language = languageFor(data.locale);
  let goal: string | null = null;
  let seal: Seal = { state: "working" };
  let shown: { ready: ReadyVariant; projection: Projection; draft: boolean } = {
    ready: { start: printed, scenario: printed.input.scenario, changed: [] },
    projection: printed,
    draft: false,
  };
  let controls: { readonly of: Projection; readonly list: readonly Control[] } = {
    of: printed,
    list: controlsOf(printed, run.bases),
  };
  const pinned = new Map<string, Projection>();
  const state: PanelState = { open: false, message: "", problems: "", refused: new Map(), solve: null };

  const inputOf = ({ start, scenario }: ReadyVariant, draws = start.input.run.draws): ProjectionInput => ({
    ...start.input,
    scenario,
    run: { ...start.input.run, draws: Math.min(draws, start.input.run.draws) },
  });
  const isShipped = ({ start, scenario }: ReadyVariant) =>
    run.projections.includes(start) && scenario === start.input.scenario;

  /** The report's subject: the run, seen from what is shown, with the chosen goal first. */
  const subjectNow = (): Subject => {
    const { projection, ready } = shown;
    const own = isShipped(ready) ? [] : [projection];
    const goals = goal === null ? run.headlineGoals : [goal, ...run.headlineGoals.filter((id) => id !== goal)];
    return {
      run: { ...run, headlineGoals: goals, projections: [...run.projections, ...own] },
      projection,
      reference,
      comparing,
      language,
      live: {
        seal,
        changes: panelChanges(ready, controls.list, language),
        pins: session.pins.flatMap(({ letter }) => {
          const projection = pinned.get(letter);
          return projection ? [{ letter, projection }] : [];
        }),
      },
    };
  };

  /** Counts what has been asked for, so that an answer that comes late is known as such. */
  let turn = 0;
  let finishing: ReturnType<typeof setTimeout> | undefined;
  const draw = () => {
    const subject = subjectNow();
    report.show(subject);
    clearTimeout(finishing);
    // What is out of sight follows once there is nothing better to come.
    if (!shown.draft) finishing = setTimeout(() => finish(turn), quiet);
    panel.show({ subject, session, shown, controls: controls.list, state, goal });
  };

  const finish = async (at: number) => {
    const done = await report.finish();
    if (done && at === turn && !shown.draft) panel.busy(false);
  };

  // One change a frame, however fast a slider is moved.
  let framed = false;
  const drawSoon = () => {
    if (framed) return;
    framed = true;
    requestAnimationFrame(() => {
      framed = false;
      draw();
    });
  };

  let waiting: ReturnType<typeof setTimeout> | undefined;
  /** Shows the session's variant: at once on few futures, then on all of them. */
  const follow = async (note = true): Promise<Reading> => {
    const now = ++turn;
    clearTimeout(waiting);
    clearTimeout(finishing);
    panel.busy(true);
    const { variant } = session;
    const reading = await reader.read(variant);
    const ready = reading.kind === "ready" ? reader.ready(variant) : null;
    if (now !== turn || ready === null) return reading;
    if (controls.of !== ready.start) controls = { of: ready.start, list: controlsOf(ready.start, run.bases) };
    if (isShipped(ready)) {
      shown = { ready, projection: ready.start, draft: false };
      drawSoon();
    } else {
      requestAnimationFrame(() => {
        if (now !== turn) return;
        shown = { ready, projection: draft(ready), draft: true };
        draw();
      });
      waiting = setTimeout(() => refine(now, ready), quiet);
    }
    if (note) noteAddress();
    return reading;
  };

  const draft = (ready: ReadyVariant): Projection => {
    const levers = ready.scenario.levers.length;
    const made = project(inputOf(ready, draftDraws), cache, levers <= quicklyExplained);
    cache.nextPoint();
    // What each measure adds follows with the refined figures; until then the last answer stands in.
    return levers <= quicklyExplained ? made : { ...made, attributions: shown.projection.attributions };
  };

  const refine = async (now: number, ready: ReadyVariant) => {
    const full = await engine.ask({ task: "project", input: inputOf(ready) });
    if (now !== turn) return;
    const projection = await withAssumptions(full);
    if (now !== turn) return;
    shown = { ready, projection, draft: false };
    draw();
  };

  /** Adds the table of assumptions, with the lines of the file that would be saved. */
  const withAssumptions = async (projection: Projection): Promise<Projection> => {
    if (data.files.length === 0) return projection;
    const { variant } = session;
    const source = { file: reader.fileOf(variant), text: reader.textOf(variant) };
    const read = await engine.ask({ task: "read", source, files: data.files, data: run.data });
    if (read.scenario === null) return projection;
    const { assumptions } = read.scenario;
    return { ...projection, input: { ...projection.input, scenario: { ...projection.input.scenario, assumptions } } };
  };

  const noteAddress = () => {
    const locale = language.locale === data.locale ? null : language.locale;
    const untouched =
      session.variant.base === printed.input.scenario.id &&
      Object.keys(session.variant.settings).length === 0 &&
      session.pins.length === 0 &&
      goal === null &&
      locale === null;
    const address = untouched
      ? location.pathname
      : writeFragment({ variant: session.variant, pins: session.pins, goal, locale });
    // A place on the page that somebody has gone to is left in the address until there is more to say.
    if (!untouched || location.hash.startsWith("#what-if")) history.replaceState(null, "", address);
  };

  const projectPin = async (letter: string, variant: Variant) => {
    await reader.read(variant);
    const ready = reader.ready(variant);
    if (!ready) return;
    const projection = isShipped(ready) ? ready.start : await engine.ask({ task: "project", input: inputOf(ready) });
    pinned.set(letter, projection);
    drawSoon();
  };

  /** Sets one thing; settings that say what the scenario says anyway are taken out again. */
  const set = (key: string, raw: Raw | null, merge: boolean) => {
    const { [key]: _, ...others } = session.variant.settings;
    const settings = raw === null ? others : { ...others, [key]: raw };
    session = goTo(session, { ...session.variant, settings }, merge);
    state.refused.delete(key);
    state.message = "";
    state.problems = "";
    if (state.solve) state.solve = null;
    void follow();
  };

  const panel = openPanel({
    set(control, value, merge) {
      set(control.key, Math.abs(value - control.start) < control.step / 1e6 ? null : control.raw(value), merge);
    },
    setRaw: set,
    refuse(control) {
      const [low, high] = [control.min, control.max].map(control.write);
      const words = { example: control.write(control.start), min: low!, max: high! };
      state.refused.set(control.key, language.say("whatIf.badNumber", words));
      draw();
    },
    start(base) {
      session = goTo(session, { base, settings: {} });
      void follow();
    },
    goal(id) {
      goal = id;
      state.solve = null;
      noteAddress();
      draw();
    },
    toggle() {
      state.open = !state.open;
      draw();
    },
    undo: () => move(undo(session)),
    redo: () => move(redo(session)),
    reset: () => move(goTo(session, { base: session.variant.base, settings: {} })),
    pin() {
      const before = session.pins;
      session = pin(session);
      const added = session.pins.find(({ letter }) => !before.some((kept) => kept.letter === letter));
      if (added) void projectPin(added.letter, added.variant);
      noteAddress();
    },
    unpin(letter) {
      session = unpin(session, letter);
      pinned.delete(letter);
      noteAddress();
      draw();
    },
    back(letter) {
      const kept = session.pins.find((p) => p.letter === letter);
      if (kept) move(goTo(session, kept.variant));
    },
    async solve(control, probability) {
      const asked = leadingAssessments(subjectNow())[0]?.goal.id;
      if (!asked || control.lever === null || control.parameter === undefined) return;
      state.solve = { control, probability, answer: null };
      draw();
      const question = { goal: asked, probability, lever: control.lever, parameter: control.parameter };
      const range = { min: control.min, max: control.max };
      const answer = await engine.ask({
        task: "solve",
        input: inputOf(shown.ready),
        question: { ...question, ...range },
      });
      if (state.solve?.control !== control) return;
      state.solve = { control, probability, answer };
      draw();
    },
    save() {
      const text = reader.textOf(session.variant);
      saveFile(`${reader.idOf(session.variant)}.yaml`, new Blob([text], { type: "application/yaml" }));
      tell(language.say("whatIf.saved", { id: reader.idOf(session.variant) }));
    },
    async link() {
      const variant = session.variant;
      history.replaceState(null, "", writeFragment({ variant, pins: session.pins, goal, locale: language.locale }));
      const copied = await navigator.clipboard?.writeText(location.href).then(
        () => true,
        () => false,
      );
      tell(language.say(copied ? "whatIf.linkCopied" : "whatIf.linkShown"));
    },
    open: (file) => void openText(file),
  });

  const move = (to: Session) => {
    if (to === session) return;
    session = to;
    state.refused.clear();
    void follow();
  };

  const tell = (message: string, problems = "") => {
    state.message = message;
    state.problems = problems;
    state.open ||= problems !== "";
    draw();
  };

  const openText = listenToFiles({
    known: run.projections.map((p) => p.input.scenario.id),
    reference: run.reference,
    refused: (problems) => tell(language.say("whatIf.refused"), problems),
    async take(variant) {
      const before = session;
      session = goTo(session, variant);
      const reading = await follow();
      if (reading.kind === "ready") {
        tell(language.say("whatIf.loaded", { title: language.local(shown.ready.scenario.title) }));
        return null;
      }
      session = before;
      void follow();
      if (reading.kind === "refused") return reading.diagnostics;
      tell(
        language.say(reading.kind === "trend" ? "whatIf.refusedTrend" : "whatIf.noFiles", { id: reader.idOf(variant) }),
      );
      return null;
    },
  });

  document.addEventListener("click", (event) => {
    const chosen = (event.target as Element | null)?.closest<HTMLElement>("[data-language]")?.dataset.language;
    if (!chosen || !Object.hasOwn(languages, chosen)) return;
    language = languageFor(chosen);
    noteAddress();
    draw();
  });

  const readAddress = async () => {
    const found = readFragment(location.hash);
    if (!found) return;
    const known = run.projections.some((p) => p.input.scenario.id === found.variant.base);
    const base = known ? found.variant.base : printed.input.scenario.id;
    if (found.locale && Object.hasOwn(languages, found.locale)) language = languageFor(found.locale);
    const isGoal = shown.projection.assessments.some((a) => a.goal.id === found.goal && isOpen(a));
    goal = isGoal ? found.goal : null;
    session = { ...session, pins: found.pins };
    session = goTo(session, { ...found.variant, base });
    for (const { letter, variant } of found.pins) void projectPin(letter, variant);
    const reading = await follow(false);
    const ready = reading.kind === "ready" ? reader.ready(session.variant) : null;
    const missed = ready
      ? Object.keys(session.variant.settings).filter((key) => !ready.changed.includes(key))
      : ["all"];
    const read = ready !== null && (session.variant.head !== undefined || !run.projections.includes(ready.start));
    if (!known || found.strange > 0 || (missed.length > 0 && !read)) tell(language.say("whatIf.badLink"));
    if (ready === null) move(startSession(printed.input.scenario.id));
  };
  addEventListener("hashchange", () => void readAddress());

  draw();
  void readAddress();
  engine
    .ask({ task: "project", input: printed.input })
    .then((own) => compareProjections(own, printed))
    .catch((error: unknown): Seal => ({ state: "failed", reason: error instanceof Error ? error.message : "" }))
    .then((found) => {
      seal = found;
      draw();
    });
}
