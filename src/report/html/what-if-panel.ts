import type { Language } from "../language.ts";
import { html, type Markup, type Part } from "./markup.ts";

/** A number or a date that a reader may move. */
export interface PanelControl {
  /** Its path in a scenario file. */
  readonly key: string;
  readonly label: string;
  /** The slider: whole steps from 0 on. */
  readonly steps: number;
  readonly at: number;
  /** What stands in the field beside it, which takes a number as a scenario file does, or a day. */
  readonly kind: "number" | "date";
  readonly text: string;
  /** The value in words. */
  readonly words: string;
  /** What it was in the scenario; null where it is that still. */
  readonly was: string | null;
  /** Why the last text typed was not taken. */
  readonly refused: string | null;
}

/** One measure of the scenario. */
export interface PanelLever {
  readonly id: string;
  readonly title: string;
  readonly on: boolean;
  readonly controls: readonly PanelControl[];
}

export interface PanelChoice {
  readonly id: string;
  readonly title: string;
}

/** One of the variants held side by side. */
export interface PanelPin {
  readonly letter: string | null;
  readonly name: string;
  readonly title: string;
  readonly cells: readonly string[];
}

/** All that the panel shows. */
export interface PanelModel {
  readonly open: boolean;
  readonly scenario: string;
  readonly scenarioTitle: string;
  readonly scenarios: readonly PanelChoice[];
  readonly goal: string;
  readonly goals: readonly PanelChoice[];
  readonly effect: { readonly goal: string; readonly before: string; readonly after: string } | null;
  readonly sentence: string;
  readonly progress: string;
  readonly levers: readonly PanelLever[];
  readonly world: readonly PanelControl[];
  readonly changed: number;
  readonly canUndo: boolean;
  readonly canRedo: boolean;
  readonly canPin: boolean;
  readonly pinGoals: readonly string[];
  readonly pins: readonly PanelPin[];
  readonly solve: PanelSolve | null;
  readonly message: string;
  /** Lines of what was wrong with a file. */
  readonly problems: string;
}

/** The search for the value of a lever that meets the goal. */
export interface PanelSolve {
  readonly controls: readonly PanelChoice[];
  readonly control: string;
  readonly probabilities: readonly PanelChoice[];
  readonly probability: string;
  readonly answer: string;
  readonly canTake: boolean;
}

/** Writes the panel in which a reader moves the measures: the effect first, then what can be moved, then what to keep. */
export function whatIfPanel(language: Language, model: PanelModel): Markup {
  const say = language.say;
  const { effect } = model;
  return html`<aside id="what-if" aria-label="${say("whatIf.title")}" class="${model.open ? "open" : "closed"}">
<div class="bar"><button type="button" class="toggle" data-do="toggle" aria-expanded="${String(model.open)}" aria-controls="what-if-body">${say(
    model.open ? "whatIf.title" : "whatIf.open",
  )}</button>${effect && html`<p class="brief">${effectText(effect)}</p>`}<span class="tools">${tool(
    "undo",
    say("whatIf.undo"),
    model.canUndo,
  )}${tool("redo", say("whatIf.redo"), model.canRedo)}${tool("reset", say("whatIf.reset"), model.changed > 0)}</span></div>
<div id="what-if-body"${!model.open && html` hidden`}>${model.open && body(language, model)}</div>
</aside>`;
}

function effectText({ goal, before, after }: NonNullable<PanelModel["effect"]>): Part {
  return before === after
    ? html`${goal}: <b>${after}</b>`
    : html`${goal}: ${before} <span aria-hidden="true">→</span> <b class="new">${after}</b>`;
}

function body(language: Language, model: PanelModel): Markup {
  const { say } = language;
  return html`<div class="ask">${select("scenario", say("whatIf.start"), model.scenarios, model.scenario)}${
    model.goals.length > 0 && select("goal", say("whatIf.goal"), model.goals, model.goal)
  }</div>
<div class="effect">${
    model.effect
      ? html`<p class="chance">${
          model.effect.before !== model.effect.after &&
          html`<span class="before">${model.effect.before}</span> <span aria-hidden="true">→</span> `
        }<b>${model.effect.after}</b></p>`
      : html`<p>${say("whatIf.noGoal")}</p>`
  }<p class="sentence">${model.sentence}</p><p class="progress">${model.progress}</p></div>
<div class="group"><h2>${say("whatIf.levers")}</h2>${
    model.levers.length === 0
      ? html`<p class="hint">${say("whatIf.noLevers", { scenario: model.scenarioTitle })}</p>`
      : model.levers.map((lever) => leverBlock(language, lever))
  }</div>
<div class="group"><h2>${say("whatIf.world")}</h2>${model.world.map((control) => controlBlock(language, control, false))}</div>
${model.solve && solveBlock(language, model.solve)}
${pinBlock(language, model)}
<div class="group"><h2>${say("whatIf.files")}</h2><p class="buttons">${tool("save", say("whatIf.save"), true)}${tool("link", say("whatIf.link"), true)}<label class="file"><input type="file" data-file accept=".yaml,.yml">${say(
    "whatIf.load",
  )}</label> <small>${say("whatIf.drop")}</small></p></div>
<p class="message" role="status">${model.message}</p>${model.problems !== "" && html`<pre class="problems" tabindex="0">${model.problems}</pre>`}`;
}

function leverBlock(language: Language, { id, title, on, controls }: PanelLever): Markup {
  const { say } = language;
  const changed = !on || controls.some((c) => c.was !== null);
  const [main, ...more] = controls;
  const anyMore = more.some((c) => c.was !== null);
  return html`<fieldset data-key="${id}" class="lever${changed && " changed"}"><legend>${title}</legend>
<label class="switch"><input type="checkbox" data-set="levers.${id}.enabled"${on && html` checked`}> ${say("whatIf.on")}</label>
${on && main && controlBlock(language, main, true)}${
  on &&
  more.length > 0 &&
  html`<details${anyMore && html` open`}><summary>${say("whatIf.more")}</summary>${more.map((c) => controlBlock(language, c, true))}</details>`
}</fieldset>`;
}

function controlBlock({ say }: Language, c: PanelControl, within: boolean): Markup {
  const id = `set-${c.key.replaceAll(".", "-")}`;
  const told = `${id}-words`;
  return html`<div class="control${c.was !== null && " changed"}${!within && " alone"}" data-key="${c.key}">
<label for="${id}">${c.label}</label>
<input type="range" id="${id}" data-slide="${c.key}" min="0" max="${c.steps}" step="1" value="${c.at}" aria-describedby="${told}" aria-valuetext="${c.words}">
<input type="${c.kind === "date" ? "date" : "text"}" data-type="${c.key}" value="${c.text}" aria-label="${c.label}"${
    c.kind === "number" && html` inputmode="decimal" autocomplete="off" spellcheck="false"`
  }${c.refused !== null && html` aria-invalid="true"`} aria-describedby="${told}">
<p id="${told}" class="words">${c.refused === null ? c.words : html`<b class="refused">${c.refused}</b>`}${
    c.was !== null && html` <s>${say("whatIf.was", { value: c.was })}</s>`
  }</p></div>`;
}

function solveBlock({ say }: Language, solve: PanelSolve): Markup {
  return html`<div class="group"><h2>${say("whatIf.solve")}</h2><div class="ask">${select(
    "solve-control",
    say("whatIf.solveLever"),
    solve.controls,
    solve.control,
  )}${select("solve-probability", say("whatIf.solveProbability"), solve.probabilities, solve.probability)}</div><p class="buttons">${tool(
    "solve",
    say("whatIf.solveRun"),
    true,
  )} <span role="status">${solve.answer}</span> ${solve.canTake && tool("take", say("whatIf.solveTake"), true)}</p></div>`;
}

function pinBlock({ say }: Language, model: PanelModel): Markup {
  const title = say("whatIf.pins");
  return html`<div class="group"><h2>${title}</h2><p class="hint">${say("whatIf.pinsLead")}</p><p class="buttons">${tool(
    "pin",
    say("whatIf.pin"),
    model.canPin,
  )}</p>${
    model.pins.length > 1 &&
    html`<div class="scroll" role="group" tabindex="0" aria-label="${title}"><table><thead><tr><th scope="col">${say("whatIf.pinGoal")}</th>${model.pins.map(
      ({ letter, name }) => html`<th scope="col" class="n"><abbr title="${name}">${letter ?? name}</abbr></th>`,
    )}</tr></thead><tbody>${model.pinGoals.map(
      (goal, i) =>
        html`<tr><th scope="row">${goal}</th>${model.pins.map(({ cells }) => html`<td class="n">${cells[i]}</td>`)}</tr>`,
    )}</tbody></table></div><ul class="pinned">${model.pins
      .filter(({ letter }) => letter !== null)
      .map(
        ({ letter, name, title: of }) =>
          html`<li data-key="pin-${letter}"><b>${name}</b> ${of} <span class="buttons"><button type="button" data-do="return" data-pin="${letter}">${say(
            "whatIf.return",
            { name },
          )}</button><button type="button" data-do="unpin" data-pin="${letter}">${say("whatIf.unpin", { name })}</button></span></li>`,
      )}</ul>`
  }</div>`;
}

function tool(action: string, label: string, enabled: boolean): Markup {
  return html`<button type="button" data-do="${action}"${!enabled && html` disabled`}>${label}</button>`;
}

function select(name: string, label: string, choices: readonly PanelChoice[], chosen: string): Markup {
  return html`<label>${label} <select data-choose="${name}">${choices.map(
    ({ id, title }) => html`<option value="${id}"${id === chosen && html` selected`}>${title}</option>`,
  )}</select></label>`;
}
