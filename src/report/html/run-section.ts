import type { Subject } from "../subject.ts";
import { html, type Markup } from "./markup.ts";
import { table } from "./table.ts";

/** Shows what makes the run repeatable: version, command, seed, and the fingerprints of its inputs. */
export function runSection(subject: Subject): Markup {
  const { language, run } = subject;
  const { manifest } = run;
  const title = language.say("run.inputs");
  return html`<p class="lead">${language.say("run.lead")}</p>
<dl class="manifest">
<dt>${language.say("run.version")}</dt><dd>${manifest.tool} ${manifest.version}</dd>
<dt>${language.say("run.command")}</dt><dd><code>${manifest.command}</code></dd>
<dt>${language.say("run.seed")}</dt><dd>${String(manifest.seed)}</dd>
<dt>${language.say("run.draws")}</dt><dd>${language.integer(manifest.draws)}</dd>
<dt>${language.say("run.horizon")}</dt><dd>${String(manifest.horizon)}</dd>
<dt>${language.say("run.asOf")}</dt><dd>${manifest.asOf === null ? language.say("run.everything") : language.date(manifest.asOf)}</dd>
</dl>
<details><summary>${title}</summary>${table(
    title,
    [
      { label: language.say("column.file") },
      { label: language.say("run.bytes"), numeric: true },
      { label: language.say("column.fingerprint") },
    ],
    manifest.inputs.map((input) => ({
      cells: [html`<code>${input.file}</code>`, language.integer(input.bytes), html`<code>${input.sha256}</code>`],
    })),
  )}</details>`;
}
