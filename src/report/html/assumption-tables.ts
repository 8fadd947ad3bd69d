import type { Assumption, Projection } from "../../core/domain.ts";
import { assumptionAnchor } from "../assumption-anchor.ts";
import { assumptionValue } from "../assumption-value.ts";
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
    null,
  )}</details>`;
}

/** A table of differences up to this long is shown; a longer one is folded. */
const inSight = 15;

/** Lists every assumption in force, the differing ones marked. */
export function allAssumptions(subject: Subject, projection: Projection): Markup {
  const { language } = subject;
  const { assumptions } = projection.input.scenario;
  const title = language.say("scenario.all", { n: assumptions.length });
  return html`<details><summary>${title}</summary>${assumptionTable(subject, title, assumptions, true, projection)}</details>`;
}

/** What nobody decides, what somebody decides, and how the past is read, in the order in which they are shown. */
const groups = ["world", "decision", "trend"] as const satisfies readonly Assumption["group"][];

/**
 * Lists assumptions in a table for each group, so that nobody takes a decision for a prediction of the world. `ids`: rows
 * get the ids by which others lead to them.
 */
function assumptionTable(
  subject: Subject,
  label: string,
  assumptions: readonly Assumption[],
  mark: boolean,
  ids: Projection | null,
): Markup {
  const { language } = subject;
  return html`${groups.map((group) => {
    const own = assumptions.filter((a) => a.group === group);
    if (own.length === 0) return null;
    const title = language.say(`assumptions.${group}`);
    return html`<p><b>${title}</b></p>${groupTable(subject, `${label}: ${title}`, own, mark, ids)}`;
  })}`;
}

function groupTable(
  subject: Subject,
  label: string,
  assumptions: readonly Assumption[],
  mark: boolean,
  ids: Projection | null,
): Markup {
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
      ...(ids && { id: assumptionAnchor(ids, a.key) ?? undefined }),
      marked: mark && a.differs,
      cells: [
        html`<code>${a.key}</code>`,
        html`${assumptionValue(language, a.value)}${isHeld(a) && html` <small>${language.say("assumptions.held")}</small>`}${mark && a.differs && html` <span class="flag">${language.say("scenario.differs")}</span>`}`,
        a.reference === null ? language.say("scenario.unset") : assumptionValue(language, a.reference),
        html`<code>${a.file}:${a.line}</code>${a.inherited && html` <small>${language.say("scenario.inherited")}</small>`}`,
      ],
    })),
  );
}

/** A number of the world that is certain: the scenario asks what if. */
function isHeld({ group, key, drawn }: Assumption): boolean {
  return group === "world" && !drawn && /^world\.|\.exitRate$/.test(key);
}
