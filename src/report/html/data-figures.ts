import type { Subject } from "../subject.ts";
import { html, type Markup, type Part } from "./markup.ts";
import { scenarioHref } from "./report-names.ts";

/** Shows the charts of the data; they are the same in every report of a run, so the others lead to the reference's own. */
export function dataFigures(subject: Subject, grids: Part): Markup {
  const { language, projection, reference, comparing } = subject;
  const { id, title } = reference.input.scenario;
  const told = !comparing && projection.input.scenario.id === id;
  return html`${grids}${
    !told &&
    html`<p class="note"><a href="${scenarioHref(id)}#data">${language.say("data.figures", { reference: language.local(title) })}</a></p>`
  }`;
}
