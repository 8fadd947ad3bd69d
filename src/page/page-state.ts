import type { Analysis, Projection, ProjectionInput, Run } from "../core/domain.ts";
import type { PageData } from "../report/html/page-data.ts";
import { type Language, languageFor } from "../report/language.ts";
import { referenceOf, type Seal, type Subject } from "../report/subject.ts";
import { panelChanges } from "./changes.ts";
import { type Control, controlsOf } from "./controls.ts";
import type { PanelState } from "./panel.ts";
import { type Session, startSession } from "./session.ts";
import type { ReadyVariant } from "./variants.ts";

/** What is shown: a variant, its figures, and whether better ones are to come. */
export interface Shown {
  readonly ready: ReadyVariant;
  readonly projection: Projection;
  /** Made from few futures. */
  readonly draft: boolean;
  /** Why it is what it is: null while that is being worked out, or where it cannot be. */
  readonly analysis: Analysis | null;
}

/** All that changes while somebody reads a page. */
export interface PageState {
  readonly run: Run;
  /** The projection that the page was written for, and the one that the others are compared with. */
  readonly printed: Projection;
  readonly reference: Projection;
  readonly comparing: boolean;
  session: Session;
  language: Language;
  /** The goal that a reader wants to lead; null: those of the workspace. */
  goal: string | null;
  seal: Seal;
  shown: Shown;
  controls: { readonly of: Projection; readonly list: readonly Control[] };
  /** Whether an explanation of what is shown is to come. */
  explaining: boolean;
  /** Figures of pinned variants, by letter. */
  readonly pinned: Map<string, Projection>;
  readonly panel: PanelState;
  /** Counts what has been asked for, so that an answer that comes late is known as such. */
  turn: number;
}

/** Opens the state of a page that was written for one of the run's scenarios. */
export function openPageState({ run, locale }: PageData, scenario: string | undefined, comparing: boolean): PageState {
  const reference = referenceOf(run);
  const printed = run.projections.find((p) => p.input.scenario.id === scenario) ?? reference;
  return {
    run,
    printed,
    reference,
    comparing,
    session: startSession(printed.input.scenario.id),
    language: languageFor(locale),
    goal: null,
    seal: { state: "working" },
    shown: shippedAs({ start: printed, scenario: printed.input.scenario, changed: [] }),
    controls: { of: printed, list: controlsOf(printed, run.bases) },
    explaining: false,
    pinned: new Map(),
    panel: { open: false, message: "", problems: "", refused: new Map(), solve: null },
    turn: 0,
  };
}

/** Shows a scenario as it came with the page. */
export function shippedAs(ready: ReadyVariant): Shown {
  return { ready, projection: ready.start, draft: false, analysis: ready.start.analysis ?? null };
}

/** Tells whether a variant is one of the run's scenarios as it stands. */
export function isShipped({ run }: PageState, { start, scenario }: ReadyVariant): boolean {
  return run.projections.includes(start) && scenario === start.input.scenario;
}

/** What a variant is projected from, on all futures of the run or on fewer. */
export function inputOf({ start, scenario }: ReadyVariant, draws = start.input.run.draws): ProjectionInput {
  const run = { ...start.input.run, draws: Math.min(draws, start.input.run.draws) };
  return { ...start.input, scenario, run };
}

/** The report's subject: the run, seen from what is shown, with the chosen goal first. */
export function subjectOf(page: PageState): Subject {
  const { run, shown, goal, reference, comparing, language, session, seal, pinned } = page;
  const { ready, analysis } = shown;
  const shipped = isShipped(page, ready);
  const isOwn = shipped && analysis === (ready.start.analysis ?? null);
  const projection = isOwn ? shown.projection : { ...shown.projection, analysis: analysis ?? undefined };
  const projections = shipped
    ? run.projections.map((p) => (p === ready.start ? projection : p))
    : [...run.projections, projection];
  const goals = goal === null ? run.headlineGoals : [goal, ...run.headlineGoals.filter((id) => id !== goal)];
  const unexplained = page.explaining ? "working" : "never";
  return {
    run: { ...run, headlineGoals: goals, projections },
    projection,
    reference: shipped && ready.start === reference ? projection : reference,
    comparing,
    language,
    live: {
      seal,
      changes: panelChanges(ready, page.controls.list, language),
      pins: session.pins.flatMap(({ letter }) => {
        const kept = pinned.get(letter);
        return kept ? [{ letter, projection: kept }] : [];
      }),
      ...(!isOwn && analysis === null && reference.analysis && { unexplained }),
    },
  };
}
