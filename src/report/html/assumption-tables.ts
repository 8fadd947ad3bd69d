import type { Assumption, Projection } from "../../core/domain.ts";
import type { Subject } from "../subject.ts";
import { html, type Markup } from "./markup.ts";
import { table } from "./table.ts";

/** Lists what a scenario sets differently from the reference, each with the file and line that sets it; folded. */
export function assumptionDifferences(subject: Subject, projection: Projection): Markup {
  const { language, reference } = subject;
  const changed = projection.input.scenario.assumptions.filter((a) => a.differs);
  const words = { reference: language.local(reference.input.scenario.title), n: changed.length };
  if (changed.length === 0) return html`<p>${language.say("scenario.noDifferences", words)}</p>`;
  const title = language.say("scenario.differences", words);
  return html`<details${!subject.comparing && changed.length <= inSight && html` open`}><summary>${title}</summary>${assumptionTable(
    subject,
    title,
    changed,
    false,
  )}</details>`;
}

/** A table of differences up to this long is shown; a longer one is folded. */
const inSight = 15;

/** Lists every assumption in force, the differing ones marked. */
export function allAssumptions(subject: Subject, projection: Projection): Markup {
  const { language } = subject;
  const { assumptions } = projection.input.scenario;
  const title = language.say("scenario.all", { n: assumptions.length });
  return html`<details><summary>${title}</summary>${assumptionTable(subject, title, assumptions, true)}</details>`;
}

function assumptionTable(subject: Subject, label: string, assumptions: readonly Assumption[], mark: boolean): Markup {
  const { language, reference } = subject;
  return table(
    label,
    [
      { label: language.say("column.key") },
      { label: language.say("column.value") },
      {
        label: language.say("column.reference", { reference: language.local(reference.input.scenario.title) }),
      },
      { label: language.say("column.setIn") },
    ],
    assumptions.map((a) => ({
      marked: mark && a.differs,
      cells: [
        html`<code>${a.key}</code>`,
        html`${a.value}${mark && a.differs && html` <span class="flag">${language.say("scenario.differs")}</span>`}`,
        a.reference ?? language.say("scenario.unset"),
        html`<code>${a.file}:${a.line}</code>${a.inherited && html` <small>${language.say("scenario.inherited")}</small>`}`,
      ],
    })),
  );
}
