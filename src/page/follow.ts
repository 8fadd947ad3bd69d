import type { Projection } from "../core/domain.ts";
import { project } from "../core/project.ts";
import { RecentCache } from "../core/sweep/recent-cache.ts";
import type { WorkspaceFile } from "../report/html/page-data.ts";
import { controlsOf } from "./controls.ts";
import type { Engine } from "./engine.ts";
import type { Explainer } from "./explainer.ts";
import { inputOf, isShipped, type PageState, shippedAs } from "./page-state.ts";
import type { Variant } from "./variant.ts";
import type { Reading, ReadyVariant, variantReader } from "./variants.ts";

/** Simulated futures while something is being moved. */
const draftDraws = 1000;
/** Measures up to which it is told at once what each of them adds: every set of them is simulated. */
const quicklyExplained = 3;
/** Milliseconds without a change after which the figures are refined. */
export const quiet = 150;

/** What it takes to follow the reader. */
export interface FollowTools {
  readonly engine: Engine;
  readonly explainer: Explainer;
  readonly reader: ReturnType<typeof variantReader>;
  /** The workspace's file first, then scenarios. */
  readonly files: readonly WorkspaceFile[];
  /** Says that figures are to come. */
  busy(): void;
  /** Shows the page's state, now or with the next frame. */
  draw(): void;
  drawSoon(): void;
}

/** Follows the session's variant: at once on few futures, then on all of them, then with an explanation. */
export function follower(page: PageState, { engine, explainer, reader, files, busy, draw, drawSoon }: FollowTools) {
  const cache = new RecentCache();
  let waiting: ReturnType<typeof setTimeout> | undefined;

  const draft = (ready: ReadyVariant): Projection => {
    const levers = ready.scenario.levers.length;
    const made = project(inputOf(ready, draftDraws), cache, levers <= quicklyExplained);
    cache.nextPoint();
    // What each measure adds follows with the refined figures; until then the last answer stands in.
    return levers <= quicklyExplained ? made : { ...made, attributions: page.shown.projection.attributions };
  };

  const refine = async (now: number, ready: ReadyVariant) => {
    const full = await engine.ask({ task: "project", input: inputOf(ready) });
    if (now !== page.turn) return;
    const projection = await withAssumptions(full);
    if (now !== page.turn) return;
    page.shown = { ready, projection, draft: false, analysis: null };
    draw();
    await explain();
  };

  /** Adds the table of assumptions, with the lines of the file that would be saved. */
  const withAssumptions = async (projection: Projection): Promise<Projection> => {
    if (files.length === 0) return projection;
    const { variant } = page.session;
    const source = { file: reader.fileOf(variant), text: reader.textOf(variant) };
    const read = await engine.ask({ task: "read", source, files, data: page.run.data });
    if (read.scenario === null) return projection;
    const { assumptions } = read.scenario;
    return { ...projection, input: { ...projection.input, scenario: { ...projection.input.scenario, assumptions } } };
  };

  /** Explains what is shown, as fully as the scenario that it started from; a scenario of the run for another goal. */
  const explain = async () => {
    const { turn, goal, run, reference, shown } = page;
    const [workspaceFile] = files;
    const { start } = shown.ready;
    const came = isShipped(page, shown.ready) ? (start.analysis ?? null) : null;
    if (shown.draft || workspaceFile === undefined || reference.analysis === undefined) return;
    if (shown.analysis?.spread.some((split) => split.goal === goal)) return;
    if (isShipped(page, shown.ready) && (goal === null || !explainer.can())) return;
    const { map, influence = [] } = start.analysis ?? {};
    const { observations } = run.data;
    page.explaining = explainer.can();
    page.shown = { ...shown, analysis: null };
    draw();
    const analysis = await explainer.explain({
      input: inputOf(shown.ready),
      reference: start === reference && came !== null ? null : reference.input,
      workspaceFile,
      observations,
      goal,
      thorough: map != null || influence.length > 0,
    });
    if (turn !== page.turn || goal !== page.goal) return;
    page.explaining = false;
    page.shown = { ...page.shown, analysis: analysis ?? came };
    draw();
  };

  return {
    /** Shows the session's variant, and tells whether it was understood. */
    async follow(): Promise<Reading> {
      const now = ++page.turn;
      clearTimeout(waiting);
      explainer.stop();
      busy();
      const { variant } = page.session;
      const reading = await reader.read(variant);
      const ready = reading.kind === "ready" ? reader.ready(variant) : null;
      if (now !== page.turn || ready === null) return reading;
      if (page.controls.of !== ready.start)
        page.controls = { of: ready.start, list: controlsOf(ready.start, page.run.bases) };
      page.explaining = false;
      if (isShipped(page, ready)) {
        page.shown = shippedAs(ready);
        drawSoon();
        void explain();
        return reading;
      }
      requestAnimationFrame(() => {
        if (now !== page.turn) return;
        page.explaining = files.length > 0 && explainer.can();
        page.shown = { ready, projection: draft(ready), draft: true, analysis: null };
        draw();
      });
      waiting = setTimeout(() => refine(now, ready), quiet);
      return reading;
    },

    explain,

    /** Projects a variant that is kept beside the one shown. */
    async pin(letter: string, variant: Variant): Promise<void> {
      await reader.read(variant);
      const ready = reader.ready(variant);
      if (!ready) return;
      const shipped = isShipped(page, ready);
      const projection = shipped ? ready.start : await engine.ask({ task: "project", input: inputOf(ready) });
      page.pinned.set(letter, projection);
      drawSoon();
    },
  };
}
