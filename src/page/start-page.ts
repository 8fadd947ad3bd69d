import { readPageData } from "../report/html/page-data.ts";
import { languageFor, languages } from "../report/language.ts";
import type { Seal } from "../report/subject.ts";
import { openEngine } from "./engine.ts";
import { openExplainer } from "./explainer.ts";
import { follower, quiet } from "./follow.ts";
import { listenToFiles } from "./open-file.ts";
import { noteAddress, takeAddress } from "./page-address.ts";
import { openPageState, subjectOf } from "./page-state.ts";
import { openPanel } from "./panel.ts";
import { moveTo, panelActions } from "./panel-actions.ts";
import { openReportView } from "./report-view.ts";
import { compareProjections } from "./seal.ts";
import { goTo, startSession } from "./session.ts";
import { variantReader } from "./variants.ts";

/** Brings a report to life: charts that answer, the printed figures computed anew, measures that a reader moves. */
export function startPage(script: string): void {
  const place = document.getElementById("page-data");
  const data = readPageData(place?.textContent ?? "");
  if (place) place.textContent = "";
  const page = openPageState(data, place?.dataset.scenario, place?.dataset.comparing !== undefined);
  const { run, printed } = page;
  const engine = openEngine(script);
  const explainer = openExplainer(script);
  const report = openReportView(data.specs);
  const reader = variantReader(run, data.files, engine);

  let finishing: ReturnType<typeof setTimeout> | undefined;
  const draw = () => {
    const subject = subjectOf(page);
    const { session, shown, controls, panel: state, goal } = page;
    report.show(subject);
    clearTimeout(finishing);
    // What is out of sight follows once there is nothing better to come.
    if (!shown.draft) finishing = setTimeout(() => finish(page.turn), quiet);
    panel.show({
      subject,
      session,
      shown: { ...shown, projection: subject.projection },
      controls: controls.list,
      state,
      goal,
    });
  };
  const finish = async (at: number) => {
    const done = await report.finish();
    if (done && at === page.turn && !page.shown.draft) panel.busy(false);
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

  const busy = () => {
    clearTimeout(finishing);
    panel.busy(true);
  };
  const note = () => noteAddress(page, data.locale);
  const show = follower(page, { engine, explainer, reader, files: data.files, busy, draw, drawSoon });
  const follow = async () => {
    const reading = await show.follow();
    if (reading.kind === "ready") note();
    return reading;
  };
  const tell = (message: string, problems = "") => {
    page.panel.message = message;
    page.panel.problems = problems;
    page.panel.open ||= problems !== "";
    draw();
  };

  const openFile = listenToFiles({
    known: run.projections.map((p) => p.input.scenario.id),
    reference: run.reference,
    faults: (source) => reader.faults(source),
    refused: (problems) => tell(page.language.say("whatIf.refused"), problems),
    tooLarge(file, most) {
      const size = page.language.integer(most / 1024);
      tell(page.language.say("whatIf.refused"), page.language.say("whatIf.tooLarge", { file, size }));
    },
    async take(variant) {
      const before = page.session;
      page.session = goTo(before, variant);
      const reading = await follow();
      const { say, local } = page.language;
      if (reading.kind === "ready") {
        tell(say("whatIf.loaded", { title: local((reader.ready(variant) ?? page.shown.ready).scenario.title) }));
        return null;
      }
      page.session = before;
      void follow();
      if (reading.kind === "refused") return reading.diagnostics;
      tell(say("whatIf.noFiles"));
      return null;
    },
  });

  const panel = openPanel(
    panelActions(page, {
      engine,
      reader,
      follow: () => void follow(),
      projectPin: (letter, variant) => void show.pin(letter, variant),
      explain: () => void show.explain(),
      noteAddress: note,
      draw,
      tell,
      openFile: (file) => void openFile(file),
    }),
  );

  document.addEventListener("click", (event) => {
    const chosen = (event.target as Element | null)?.closest<HTMLElement>("[data-language]")?.dataset.language;
    if (!chosen || !Object.hasOwn(languages, chosen)) return;
    page.language = languageFor(chosen);
    note();
    draw();
  });

  const readAddress = async () => {
    const taken = takeAddress(page);
    if (!taken) return;
    const { variant, pins } = page.session;
    for (const { letter, variant: kept } of pins) void show.pin(letter, kept);
    const reading = await show.follow();
    const ready = reading.kind === "ready" ? reader.ready(variant) : null;
    const missed = ready ? Object.keys(variant.settings).filter((key) => !ready.changed.includes(key)) : ["all"];
    const read = ready !== null && (variant.head !== undefined || !run.projections.includes(ready.start));
    if (!taken.clean || (missed.length > 0 && !read)) tell(page.language.say("whatIf.badLink"));
    if (ready === null) moveTo(page, startSession(printed.input.scenario.id), () => void follow());
  };
  addEventListener("hashchange", () => void readAddress());

  draw();
  void readAddress();
  engine
    .ask({ task: "project", input: printed.input })
    .then((own) => compareProjections(own, printed))
    .catch((error: unknown): Seal => ({ state: "failed", reason: error instanceof Error ? error.message : "" }))
    .then((found) => {
      page.seal = found;
      draw();
    });
}
