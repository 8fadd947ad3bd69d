import type { Subject } from "../subject.ts";
import { html, type Markup, type Part } from "./markup.ts";

/** Tells why the answer is what it is and how sure: spread, assumptions, two numbers together, readings. */
export function whySection({ language }: Subject, kinds: readonly (readonly Markup[])[]): Part {
  return (
    kinds.length > 0 && [
      html`<p class="lead">${language.say("section.whyLead")}</p>`,
      kinds.map((figures) => html`<div class="charts">${figures}</div>`),
    ]
  );
}
