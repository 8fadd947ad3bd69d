import type { Assessment } from "../../core/domain.ts";
import { sameGoals } from "../goal-groups.ts";
import { goalCondition } from "../goal-text.ts";
import { goalTitle, reachedText } from "../headline.ts";
import { assessmentOf, isOpen, leadingAssessments, type Subject, schemeOf } from "../subject.ts";
import { html, type Markup } from "./markup.ts";
import { scenarioHref } from "./report-names.ts";
import { instruments, sourceLinks } from "./source-links.ts";
import { table } from "./table.ts";

/** Shows the chance of every leading goal under every scenario, shaded by the chance and printed in each cell. */
export function goalMatrix(subject: Subject): Markup | null {
  const { language, run } = subject;
  const goals = leadingAssessments(subject);
  if (goals.length === 0 || run.projections.length < 2) return null;
  const title = language.say("goal.matrix");
  return html`<div class="matrix"><h3>${title}</h3><p class="caption">${language.say("goal.matrixLead")}</p>
<div class="scroll" role="group" tabindex="0" aria-label="${title}"><table>
<thead><tr><th scope="col">${language.say("column.scenario")}</th>${goals.map(
    (a) => html`<th scope="col" class="n">${goalTitle(language, subject.projection, a)}</th>`,
  )}</tr></thead>
<tbody>${run.projections.map((projection) => {
    const id = projection.input.scenario.id;
    return html`<tr><th scope="row"><a href="${scenarioHref(id)}">${language.local(
      projection.input.scenario.title,
    )}</a></th>${goals.map((goal) => chanceCell(subject, assessmentOf(projection, goal.goal.id)))}</tr>`;
  })}</tbody></table></div></div>`;
}

function chanceCell(subject: Subject, a: Assessment | undefined): Markup {
  const { language } = subject;
  if (a?.probability == null) return html`<td class="n">${language.say("goal.notSimulated")}</td>`;
  const shade = Math.min(4, Math.floor(a.probability * 5));
  return html`<td class="n chance${shade}"><b>${language.probability(a.probability, a.monteCarloError)}</b> <small>${
    a.likelihood && language.local(a.likelihood)
  }</small></td>`;
}

/** Goals whose year has passed: those that lead the report, and the others. */
function judgedGroups({ projection, run }: Subject) {
  const judged = sameGoals(projection.assessments.filter((a) => a.outcome !== null && !isOpen(a)));
  const leads = (group: readonly Assessment[]) => group.some((a) => run.headlineGoals.includes(a.goal.id));
  return { judged, leading: judged.filter(leads), others: judged.filter((group) => !leads(group)) };
}

/** Lists goals whose year has passed, with what came of them: those that lead the report; the way to the others. */
export function judgedGoals(subject: Subject): Markup | null {
  const { language } = subject;
  const { judged, leading, others } = judgedGroups(subject);
  if (judged.length === 0) return null;
  const met = judged.filter(([first]) => first!.outcome!.met).length;
  const title = language.say("goal.judged");
  return html`<h3>${title}</h3><p class="caption">${language.say("goal.judgedLead", {
    n: judged.length,
    met,
  })}${others.length > 0 && html` <a href="#past-goals">${language.say("goal.judgedOthers", { n: others.length })}</a>`}</p>${judgedTable(subject, title, leading)}`;
}

/** Lists the other goals whose year has passed, folded, among the figures that the report rests on. */
export function pastGoals(subject: Subject): Markup | null {
  const { language } = subject;
  const { others } = judgedGroups(subject);
  if (others.length === 0) return null;
  const title = language.say("goal.judged");
  return html`<h3>${title}</h3><details><summary id="past-goals">${language.say("goal.judgedOthers", {
    n: others.length,
  })}</summary>${judgedTable(subject, title, others)}</details>`;
}

function judgedTable(subject: Subject, title: string, groups: readonly (readonly Assessment[])[]): Markup | null {
  const { language } = subject;
  if (groups.length === 0) return null;
  return table(
    title,
    [
      { label: language.say("column.goal") },
      { label: language.say("column.outcome") },
      { label: language.say("column.value"), numeric: true },
      { label: language.say("column.status") },
      { label: language.say("column.instrument") },
    ],
    groups.map((group) => {
      const a = group[0]!;
      const outcome = a.outcome!;
      return {
        cells: [
          goalName(subject, a),
          html`<b class="${outcome.met ? "met" : "missed"}">${language.say(outcome.met ? "goal.met" : "goal.missed")}</b>`,
          reachedText(language, a, outcome.value),
          html`${language.say(`status.${outcome.status}`)} ${sourceLinks(subject, outcome.sources)}`,
          instruments(subject, group),
        ],
      };
    }),
  );
}

/** Lists open goals that do not lead the report. */
export function otherGoals(subject: Subject): Markup | null {
  const { language, projection } = subject;
  const leading = new Set(leadingAssessments(subject).map((a) => a.goal.id));
  const others = sameGoals(projection.assessments.filter(isOpen)).filter(
    (group) => !group.some((a) => leading.has(a.goal.id)),
  );
  if (others.length === 0) return null;
  const title = language.say("goal.others");
  return html`<h3>${title}</h3>${table(
    title,
    [
      { label: language.say("column.goal") },
      { label: language.say("column.chance"), numeric: true },
      { label: language.say("column.median"), numeric: true },
      { label: language.say("column.range80"), numeric: true },
      { label: language.say("column.instrument") },
    ],
    others.map((group) => {
      const a = group[0]!;
      const text = (value: number) => reachedText(language, a, value);
      return {
        cells: [
          goalName(subject, a),
          language.probability(a.probability ?? 0, a.monteCarloError),
          a.reached && text(a.reached.p50),
          a.reached && language.say("unit.range", { low: text(a.reached.p10), high: text(a.reached.p90) }),
          instruments(subject, group),
        ],
      };
    }),
  )}`;
}

function goalName(subject: Subject, a: Assessment): string {
  const scheme = schemeOf(subject.projection, a.goal.scheme);
  const title = scheme ? subject.language.local(scheme.title) : a.goal.scheme;
  return `${title}, ${a.goal.year}: ${goalCondition(subject.language, a.goal)}`;
}
