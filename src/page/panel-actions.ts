import type { Goal, ProjectionInput } from "../core/domain.ts";
import { leadingAssessments } from "../report/subject.ts";
import type { Engine } from "./engine.ts";
import { noteWholeAddress } from "./page-address.ts";
import { inputOf, type PageState, subjectOf } from "./page-state.ts";
import type { PanelActions, PanelState } from "./panel.ts";
import { saveFile } from "./save.ts";
import { goTo, pin, redo, type Session, undo, unpin } from "./session.ts";
import type { Raw, Variant } from "./variant.ts";
import type { variantReader } from "./variants.ts";

/** What the panel's actions work with. */
export interface ActionTools {
  readonly engine: Engine;
  readonly reader: ReturnType<typeof variantReader>;
  /** Shows the session's variant. */
  follow(): void;
  projectPin(letter: string, variant: Variant): void;
  /** Explains what is shown anew, for another goal. */
  explain(): void;
  noteAddress(): void;
  draw(): void;
  tell(message: string): void;
  openFile(file: File): void;
}

/** Goes over to another session, unless it is the same. */
export function moveTo(page: PageState, to: Session, follow: () => void): void {
  if (to === page.session) return;
  page.session = to;
  page.panel.refused.clear();
  follow();
}

/** What the panel sets off. */
export function panelActions(page: PageState, tools: ActionTools): PanelActions {
  const { engine, reader, follow, noteAddress, draw, tell } = tools;
  const state = page.panel;
  const move = (to: Session) => moveTo(page, to, follow);

  /** Sets one thing; settings that say what the scenario says anyway are taken out again. */
  const set = (key: string, raw: Raw | null, merge: boolean) => {
    page.session = goTo(page.session, reader.set(page.session.variant, key, raw), merge);
    state.refused.delete(key);
    state.message = "";
    state.problems = "";
    state.solve = null;
    follow();
  };

  const ask = async (
    input: ProjectionInput,
    goal: Goal,
    { control, probability }: NonNullable<PanelState["solve"]>,
  ): Promise<PanelState["solve"]> => {
    if (control === null)
      return { control, probability, answer: await engine.ask({ task: "earliest", input, goal, probability }) };
    const { min, max, lever, parameter } = control;
    if (lever === null || parameter === undefined) return null;
    const question = { goal: goal.id, probability, lever, parameter, min, max };
    return { control, probability, answer: await engine.ask({ task: "solve", input, question }) };
  };

  return {
    set(control, value, merge) {
      set(control.key, Math.abs(value - control.start) < control.step / 1e6 ? null : control.raw(value), merge);
    },
    setRaw: set,
    refuse(control) {
      const [min, max] = [control.min, control.max].map(control.write) as [string, string];
      const words = { example: control.write(control.start), min, max };
      state.refused.set(control.key, page.language.say("whatIf.badNumber", words));
      draw();
    },
    start(base) {
      page.session = goTo(page.session, { base, settings: {} });
      follow();
    },
    goal(id) {
      page.goal = id;
      state.solve = null;
      noteAddress();
      draw();
      tools.explain();
    },
    toggle() {
      state.open = !state.open;
      draw();
    },
    undo: () => move(undo(page.session)),
    redo: () => move(redo(page.session)),
    /** Back to the file as it was loaded, then to the scenario that it stands on. */
    reset() {
      const { base, moved = {}, ...loaded } = page.session.variant;
      const isMoved = Object.keys(moved).length > 0;
      move(goTo(page.session, isMoved ? { base, ...loaded } : { base, settings: {} }));
    },
    pin() {
      const before = page.session.pins;
      page.session = pin(page.session);
      const added = page.session.pins.find(({ letter }) => !before.some((kept) => kept.letter === letter));
      if (added) tools.projectPin(added.letter, added.variant);
      noteAddress();
    },
    unpin(letter) {
      page.session = unpin(page.session, letter);
      page.pinned.delete(letter);
      noteAddress();
      draw();
    },
    back(letter) {
      const kept = page.session.pins.find((p) => p.letter === letter);
      if (kept) move(goTo(page.session, kept.variant));
    },
    async solve(control, probability) {
      const goal = leadingAssessments(subjectOf(page))[0]?.goal;
      if (!goal) return;
      const asked = { control, probability, answer: null } as NonNullable<PanelState["solve"]>;
      state.solve = asked;
      draw();
      const input = inputOf(page.shown.ready);
      const found = await ask(input, goal, asked);
      if (state.solve !== asked || found === null) return;
      state.solve = found;
      draw();
    },
    save() {
      const { variant } = page.session;
      const id = reader.idOf(variant);
      saveFile(`${id}.yaml`, new Blob([reader.textOf(variant)], { type: "application/yaml" }));
      tell(page.language.say("whatIf.saved", { id }));
    },
    async link() {
      if (!noteWholeAddress(page)) return tell(page.language.say("whatIf.linkLong"));
      const copied = await navigator.clipboard?.writeText(location.href).then(
        () => true,
        () => false,
      );
      tell(page.language.say(copied ? "whatIf.linkCopied" : "whatIf.linkShown"));
    },
    open: tools.openFile,
  };
}
