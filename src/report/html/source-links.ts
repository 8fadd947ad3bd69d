import type { Assessment } from "../../core/domain.ts";
import { instrumentText } from "../goal-text.ts";
import type { Subject } from "../subject.ts";
import { html, type Markup, type Part } from "./markup.ts";

/** Links to entries of the list of sources on the same page, as small numbers; unknown ids stay visible as text. */
export function sourceLinks(subject: Subject, ids: readonly string[]): Markup {
  const list = subject.run.data.sources;
  const links = ids.map((id) => {
    const index = list.findIndex((s) => s.id === id);
    return index < 0 ? html`<i>${id}</i>` : html`<a href="#${sourceAnchor(index)}">${index + 1}</a>`;
  });
  return html`<span class="sources">${links}</span>`;
}

/** Returns the element id of a source's entry; built from its position, since ids are a user's text. */
export function sourceAnchor(index: number): string {
  return `s${index + 1}`;
}

/** Names the instruments that set one and the same goal, each with its sources. */
export function instruments(subject: Subject, group: readonly Pick<Assessment, "goal">[]): Part {
  return group.map(
    ({ goal }, i) =>
      html`${i > 0 && "; "}${instrumentText(subject.language, goal)} ${sourceLinks(subject, goal.sources)}`,
  );
}
