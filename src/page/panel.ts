import type { Assessment, LeverSolution, Projection } from "../core/domain.ts";
import type { EarliestYear } from "../core/goals/solve.ts";
import { goalTitle, reachedText } from "../report/headline.ts";
import { type PanelModel, type PanelPin, type PanelSolve, whatIfPanel } from "../report/html/what-if-panel.ts";
import type { Language } from "../report/language.ts";
import { earliestText } from "../report/solution-text.ts";
import { assessmentOf, isOpen, leadingAssessments, type Subject } from "../report/subject.ts";
import { type Control, panelControl, panelLevers } from "./controls.ts";
import { elementsOf, morph } from "./morph.ts";
import { pinLetters, type Session } from "./session.ts";
import { type Raw, settingsOf } from "./variant.ts";
import type { ReadyVariant } from "./variants.ts";

/** What the panel can set off. */
export interface PanelActions {
  /** Moves a control; `merge` while it is still being dragged. */
  set(control: Control, value: number, merge: boolean): void;
  setRaw(key: string, raw: Raw | null, merge: boolean): void;
  refuse(control: Control): void;
  start(scenario: string): void;
  goal(id: string): void;
  toggle(): void;
  undo(): void;
  redo(): void;
  reset(): void;
  pin(): void;
  unpin(letter: string): void;
  back(letter: string): void;
  /** Searches a value of a control, or the first year where there is none. */
  solve(control: Control | null, probability: number): void;
  save(): void;
  link(): void;
  open(file: File): void;
}

/** What the panel shows beside the figures. */
export interface PanelState {
  open: boolean;
  message: string;
  problems: string;
  /** By control: why what was typed was not taken. */
  readonly refused: Map<string, string>;
  solve: Search<Control, LeverSolution> | Search<null, EarliestYear> | null;
}

/** What is searched: a value of a control, or the first year; and what was found. */
interface Search<C, A> {
  readonly control: C;
  readonly probability: number;
  readonly answer: A | null;
}

/** All that the panel is made from. */
export interface PanelView {
  readonly subject: Subject;
  readonly session: Session;
  readonly shown: { readonly ready: ReadyVariant; readonly projection: Projection; readonly draft: boolean };
  readonly controls: readonly Control[];
  readonly state: PanelState;
  readonly goal: string | null;
}

/** The panel in the page. */
export interface Panel {
  show(view: PanelView): void;
  /** Says whether figures are still to come. */
  busy(yes: boolean): void;
}

/** Among what can be searched: the first year in which the goal is met. */
const firstYear = "year";
/** Chances that a search may be made for. */
const probabilities = [0.5, 0.66, 0.8, 0.9, 0.95];
/** Milliseconds after which a changed headline is read out: not with every step of a slider. */
const spoken = 900;

/** Opens the panel at the edge of the page; what it shows is renewed by `show`. */
export function openPanel(actions: PanelActions): Panel {
  const holder = document.createElement("div");
  holder.id = "what-if-place";
  const voice = document.createElement("p");
  voice.className = "voice";
  voice.setAttribute("role", "status");
  document.querySelector("main")?.after(holder, voice);
  let view: PanelView | null = null;
  let choice = { control: "", probability: 0.8 };
  let speaking: ReturnType<typeof setTimeout> | undefined;
  let dragged: string | null = null;

  const control = (key: string | undefined) => view?.controls.find((c) => c.key === key);
  const solvable = () => solvableControls(view);
  const solveNow = () => {
    const found = solvable().find((c) => c.key === choice.control) ?? solvable()[0];
    actions.solve(choice.control === firstYear ? null : (found ?? null), choice.probability);
  };

  holder.addEventListener("input", ({ target }) => {
    const slider = target as HTMLInputElement;
    const moved = control(slider.dataset.slide);
    if (!moved) return;
    const value = moved.min + Number(slider.value) * moved.step;
    actions.set(moved, Number(value.toPrecision(12)), dragged === moved.key);
    dragged = moved.key;
  });
  holder.addEventListener("change", ({ target }) => {
    const field = target as HTMLInputElement;
    const { slide, type, set, choose, file } = field.dataset;
    if (slide !== undefined) dragged = null;
    if (type !== undefined) takeTyped(field, type);
    if (set !== undefined) actions.setRaw(set, field.checked ? null : false, false);
    if (file !== undefined && field.files?.[0]) {
      actions.open(field.files[0]);
      field.value = "";
    }
    if (choose === "scenario") actions.start(field.value);
    if (choose === "goal") actions.goal(field.value);
    if (choose === "solve-control") choice = { ...choice, control: field.value };
    if (choose === "solve-probability") choice = { ...choice, probability: Number(field.value) };
  });
  const takeTyped = (field: HTMLInputElement, key: string) => {
    const typed = control(key);
    if (!typed) return;
    const value = typed.read(field.value);
    if (value === null) actions.refuse(typed);
    else if (field.type === "date") actions.setRaw(key, field.value, false);
    else actions.set(typed, value, false);
  };
  holder.addEventListener("click", ({ target }) => {
    const button = (target as Element).closest<HTMLElement>("[data-do]");
    const letter = button?.dataset.pin ?? "";
    const solved = view?.state.solve;
    const doing: Record<string, () => void> = {
      toggle: actions.toggle,
      undo: actions.undo,
      redo: actions.redo,
      reset: actions.reset,
      pin: actions.pin,
      unpin: () => actions.unpin(letter),
      return: () => actions.back(letter),
      solve: solveNow,
      take: () =>
        solved?.control &&
        solved.answer &&
        actions.setRaw(solved.control.key, solved.control.write(solved.answer.value), false),
      save: actions.save,
      link: actions.link,
    };
    doing[button?.dataset.do ?? ""]?.();
  });
  document.addEventListener("keydown", (event) => {
    const typing = (event.target as Element).matches?.("input[type=text], input[type=date], textarea");
    if (event.key === "Escape" && view?.state.open && holder.contains(event.target as Node)) {
      actions.toggle();
      holder.querySelector<HTMLElement>(".toggle")?.focus();
    }
    if (typing || !(event.ctrlKey || event.metaKey) || event.key.toLowerCase() !== "z") return;
    event.preventDefault();
    if (event.shiftKey) actions.redo();
    else actions.undo();
  });

  return {
    busy(yes) {
      holder.ariaBusy = String(yes);
    },
    show(next) {
      view = next;
      const model = modelOf(next, choice);
      const [wanted] = elementsOf(whatIfPanel(next.subject.language, model).text);
      const current = holder.firstElementChild;
      if (!wanted) return;
      if (current) morph(current, wanted);
      else holder.append(wanted);
      syncFields(holder);
      document.body.classList.toggle("asking", model.open);
      const said = model.sentence;
      if (voice.textContent === said || next.shown.ready.changed.length === 0) return;
      clearTimeout(speaking);
      speaking = setTimeout(() => {
        voice.textContent = said;
      }, spoken);
    },
  };
}

/** Attributes say what a field should hold; what a reader has typed or moved stays until the field is left. */
function syncFields(holder: Element): void {
  for (const field of holder.querySelectorAll<HTMLInputElement>("input:not([type=file])")) {
    if (field.type === "checkbox") field.checked = field.hasAttribute("checked");
    else if (field !== document.activeElement || field.type === "range") {
      const wanted = field.getAttribute("value") ?? "";
      if (field.value !== wanted) field.value = wanted;
    }
  }
  for (const select of holder.querySelectorAll("select")) {
    const wanted = select.querySelector<HTMLOptionElement>("option[selected]")?.value;
    if (wanted !== undefined && select.value !== wanted) select.value = wanted;
  }
}

function solvableControls(view: PanelView | null): Control[] {
  const on = view?.shown.ready.scenario.levers ?? [];
  return view?.controls.filter((c) => c.parameter !== undefined && on.some(({ id }) => id === c.lever)) ?? [];
}

function modelOf(view: PanelView, choice: { control: string; probability: number }): PanelModel {
  const { subject, session, shown, controls, state } = view;
  const { language, run } = subject;
  const { start, scenario } = shown.ready;
  const original = start.input.scenario;
  const lead = leadingAssessments(subject)[0];
  const before = lead && assessmentOf(start, lead.goal.id);
  const open = shown.projection.assessments.filter(isOpen);
  const chance = (a: Assessment | undefined) => language.probability(a?.probability ?? 0, a?.monteCarloError ?? null);
  const draws = shown.projection.input.run.draws;
  return {
    open: state.open,
    scenario: session.variant.base,
    scenarioTitle: language.local(original.title),
    scenarios: run.projections
      .filter((p) => p.input.scenario !== scenario || scenario === original)
      .map((p) => ({ id: p.input.scenario.id, title: language.local(p.input.scenario.title) })),
    goal: lead?.goal.id ?? "",
    goals: open.map((a) => ({ id: a.goal.id, title: goalTitle(language, shown.projection, a) })),
    effect: lead
      ? { goal: goalTitle(language, shown.projection, lead), before: chance(before), after: chance(lead) }
      : null,
    sentence: lead ? sentence(language, shown, lead) : "",
    progress: shown.draft
      ? language.say("whatIf.draft", {
          n: language.integer(draws),
          all: language.integer(start.input.run.draws),
        })
      : language.say("whatIf.final", { n: language.integer(draws) }),
    levers: panelLevers(controls, scenario, start, language, state.refused),
    world: controls
      .filter((c) => c.lever === null)
      .map((c) => panelControl(c, scenario, original, language, state.refused)),
    changed: Object.keys(settingsOf(session.variant)).length,
    canUndo: session.past.length > 0,
    canRedo: session.future.length > 0,
    canPin: session.pins.length < pinLetters.length,
    pinGoals: leadingAssessments(subject).map((a) => goalTitle(language, shown.projection, a)),
    pins: pinsOf(view),
    solve: lead ? solveOf(view, choice) : null,
    message: state.message,
    problems: state.problems,
  };
}

function sentence(language: Language, shown: PanelView["shown"], lead: Assessment): string {
  const words = {
    scenario: language.local(shown.ready.start.input.scenario.title),
    median: reachedText(language, lead, lead.reached?.p50 ?? 0),
    year: lead.goal.year,
    likelihood: lead.likelihood ? language.local(lead.likelihood) : "",
  };
  return language.say(shown.ready.changed.length > 0 ? "whatIf.sentence" : "whatIf.sentenceStart", words);
}

function pinsOf({ subject, session, shown }: PanelView): PanelPin[] {
  const { language } = subject;
  const goals = leadingAssessments(subject);
  const cells = (projection: Projection) =>
    goals.map(({ goal }) => {
      const a = assessmentOf(projection, goal.id);
      return a?.probability == null ? "" : language.probability(a.probability, a.monteCarloError);
    });
  const pins = (subject.live?.pins ?? []).map(({ letter, projection }) => ({
    letter,
    name: language.say("whatIf.pinName", { letter }),
    title: language.local(projection.input.scenario.title),
    cells: cells(projection),
  }));
  const now = {
    letter: null,
    name: language.say("whatIf.now"),
    title: language.local(shown.ready.scenario.title),
    cells: cells(shown.projection),
  };
  return session.pins.length === 0 ? [] : [...pins, now];
}

function solveOf(view: PanelView, choice: { control: string; probability: number }): PanelSolve | null {
  const { subject, shown, state } = view;
  const { language } = subject;
  const choices = solvableControls(view);
  const lead = leadingAssessments(subject)[0];
  const titles = new Map(
    panelLevers(choices, shown.ready.scenario, shown.ready.start, language, new Map()).map(({ id, title }) => [
      id,
      title,
    ]),
  );
  const { solve } = state;
  const found = solve?.answer;
  const year = { id: firstYear, title: language.say("whatIf.solveYear") };
  const controls = choices.map((c) => ({
    id: c.key,
    title: `${titles.get(c.lever ?? "") ?? ""}: ${c.label(language)}`,
  }));
  const all = [...controls, year];
  const answer = () => {
    if (!solve?.answer) return language.say("whatIf.solving");
    if (solve.control !== null) return solved(language, solve.control, solve.answer);
    return lead ? earliestText(language, shown.projection.input, lead.goal, solve.probability, solve.answer) : "";
  };
  return {
    controls: all,
    control: (all.find(({ id }) => id === choice.control) ?? all[0]!).id,
    probabilities: probabilities.map((p) => ({ id: String(p), title: language.percent(p, 0) })),
    probability: String(choice.probability),
    answer: solve ? answer() : "",
    canTake: solve?.control != null && found != null,
  };
}

function solved(language: Language, control: Control, { status, value, reached, limit }: LeverSolution): string {
  const write = (x: number) => control.write(x).replace(".", language.chartLocale.decimal);
  const key = { solved: "whatIf.solved", already: "whatIf.solvedAlready", beyond: "whatIf.solvedBeyond" } as const;
  const why = limit ? ` ${language.say(`solve.limit.${limit}`)}` : "";
  const found = language.say(key[status], {
    value: write(value),
    p: language.percent(reached, 1),
    min: write(control.min),
    max: write(control.max),
  });
  return found + why;
}
