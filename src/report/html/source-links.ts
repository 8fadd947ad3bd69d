import type { Subject } from "../subject.ts";
import { html, type Markup } from "./markup.ts";

/** Links to entries of the list of sources on the same page, as small numbers; unknown ids stay visible as text. */
export function sourceLinks(subject: Subject, ids: readonly string[]): Markup {
  const list = subject.run.data.sources;
  const links = ids.map((id) => {
    const index = list.findIndex((s) => s.id === id);
    if (index < 0) return html`<span class="source">${id}</span>`;
    return html`<a class="source" href="#${sourceAnchor(index)}" title="${list[index]!.title}">${index + 1}</a>`;
  });
  return html`<span class="sources">${links}</span>`;
}

/** Returns the element id of a source's entry; built from its position, since ids are a user's text. */
export function sourceAnchor(index: number): string {
  return `source-${index + 1}`;
}
