import type { Finding } from "../../core/domain.ts";
import type { Subject } from "../subject.ts";
import { html, type Markup } from "./markup.ts";

const order: readonly Finding["severity"][] = ["error", "warning", "note"];

/** A list of findings up to this long is shown; a longer one is folded, unless they are errors. */
const inSight = 6;

/** Tells what the audit found, the gravest first, each with the line it concerns; and what the engine noted. */
export function findingsSection(subject: Subject): Markup {
  const { language, run, projection } = subject;
  const groups = order
    .map((severity) => ({ severity, found: run.findings.filter((f) => f.severity === severity) }))
    .filter((g) => g.found.length > 0);
  const notes = projection.notes;
  return html`${
    groups.length === 0
      ? html`<p>${language.say("finding.none")}</p>`
      : html`<p class="lead">${language.say("finding.lead")}</p>${groups.map(
          (g) =>
            html`<details${(g.severity === "error" || g.found.length <= inSight) && html` open`}><summary>${language.say(
              "finding.group",
              {
                severity: language.say(`severity.${g.severity}`),
                n: g.found.length,
              },
            )}</summary><ul class="findings">${g.found.map((f) => finding(subject, f))}</ul></details>`,
        )}`
  }${
    notes.length > 0 &&
    html`<details${notes.length <= inSight && html` open`}><summary>${language.say("note.title")}: ${notes.length}</summary><ul class="findings">${notes.map(
      (note) => html`<li>${language.local(note.message)} <code>${note.code}</code></li>`,
    )}</ul></details>`
  }`;
}

function finding(subject: Subject, f: Finding): Markup {
  const { language } = subject;
  return html`<li>${language.local(f.message)} <small>${f.place && html`<code>${f.place.file}:${f.place.line}</code> `}<code>${f.code}</code></small></li>
`;
}
