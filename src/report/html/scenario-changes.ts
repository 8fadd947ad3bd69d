import type { Lever, Projection } from "../../core/domain.ts";
import { leverKind } from "../../core/levers/index.ts";
import { assumptionAnchor } from "../assumption-anchor.ts";
import { distributionText } from "../distribution-text.ts";
import { type Subject, schemeOf, sourcesOf } from "../subject.ts";
import { dateOfYearFraction } from "../year-fraction-date.ts";
import { assumptionDifferences } from "./assumption-tables.ts";
import { leverCourse } from "./lever-course.ts";
import { html, type Markup } from "./markup.ts";
import { scenarioHref } from "./report-names.ts";
import { sourceLinks } from "./source-links.ts";

/** A list of sources up to this long is shown; a longer one is folded. */
const inSight = 6;

/** Tells what a scenario does, what it leaves out and what it rests on. */
export function scenarioChanges(subject: Subject, projection: Projection): Markup {
  const { language } = subject;
  const { scenario } = projection.input;
  return html`<p class="question">${language.local(scenario.question)}</p>
${
  scenario.levers.length === 0
    ? html`<p>${language.say("scenario.noLevers")}</p>`
    : html`<ul class="levers">${scenario.levers.map((lever) => leverItem(subject, projection, lever))}</ul>`
}${
  scenario.leavesOut.length > 0 &&
  html`<h3>${language.say("scenario.leavesOut")}</h3><ul>${scenario.leavesOut.map(
    (text) => html`<li>${language.local(text)}</li>`,
  )}</ul>`
}${
  scenario.references.length > 0 &&
  html`<details${scenario.references.length <= inSight && html` open`}><summary>${language.say("scenario.references", {
    n: scenario.references.length,
  })}</summary><ul>${sourcesOf(subject.run, scenario.references).map(
    (source) => html`<li>${source.title} ${sourceLinks(subject, [source.id])}</li>`,
  )}</ul></details>`
}`;
}

/** Tells a scenario in brief, for the report that compares them all: question, measures, differences. */
export function scenarioSummary(subject: Subject, projection: Projection): Markup {
  const { language, reference } = subject;
  const { scenario } = projection.input;
  return html`<article class="scenario"><h3><a href="${scenarioHref(scenario.id)}">${language.local(scenario.title)}</a></h3>
<p class="question">${language.local(scenario.question)}</p>${
    scenario.levers.length === 0
      ? html`<p>${language.say("scenario.noLevers")}</p>`
      : html`<ul>${scenario.levers.map(
          (lever) =>
            html`<li>${leverTitle(subject, lever)} <span class="when">${leverDates(subject, lever)}</span></li>`,
        )}</ul>`
  }${projection !== reference && assumptionDifferences(subject, projection)}</article>`;
}

function leverTitle(subject: Subject, lever: Lever): string {
  const kind = leverKind(lever.kind);
  if (lever.title) return subject.language.local(lever.title);
  return kind ? subject.language.local(kind.label) : lever.id;
}

function leverDates(subject: Subject, lever: Lever): string {
  const { language } = subject;
  const date = language.date(dateOfYearFraction(lever.start + lever.lagYears));
  if (lever.end === null) return language.say("scenario.from", { date });
  // It ends with its last day, so the morning after is where it stops.
  return language.say("scenario.fromTo", { date, end: language.date(dateOfYearFraction(lever.end - 1 / 366)) });
}

function leverItem(subject: Subject, projection: Projection, lever: Lever): Markup {
  const { language } = subject;
  const kind = leverKind(lever.kind);
  const numbers = Object.entries(lever.parameters).map(([name, value]) => {
    const parameter = kind?.parameters[name];
    const label = parameter ? language.local(parameter.describe) : name;
    return html`<li>${label}: <b>${distributionText(language, parameter, value)}</b>${setAt(projection, lever, name)}</li>`;
  });
  const course = leverCourse(language, lever).map(
    ({ key, label, value }) => html`<li>${label}: <b>${value}</b>${setAt(projection, lever, key)}</li>`,
  );
  const details = [
    language.say("scenario.onTarget", { target: targetTitle(subject, projection, lever.target) }),
    html`${leverDates(subject, lever)}${setAt(projection, lever, "start")}`,
    lever.replacesTrendShare > 0 &&
      html`${language.say("scenario.replaces", { share: language.percent(lever.replacesTrendShare, 0) })}${setAt(projection, lever, "beyondTrend") ?? setAt(projection, lever, "replacesTrendShare")}`,
  ].filter((part) => part !== false);
  return html`<li><b>${leverTitle(subject, lever)}</b> <span class="when">${details.map((part, i) => html`${i > 0 && "; "}${part}`)}</span>${
    kind && html`<p>${language.local(kind.describe)}</p>`
  }<ul>${numbers}${course}</ul>${lever.note !== "" && html`<p class="note">${lever.note}</p>`}${
    lever.evidence.length > 0 &&
    html`<p class="note">${language.say("scenario.evidence", {
      list: [...new Set(lever.evidence.map((e) => e.strength))].join(", "),
    })} ${sourceLinks(
      subject,
      lever.evidence.map((e) => e.ref),
    )}</p>`
  }</li>`;
}

/** Leads to the row of a lever's assumption by the line that set it, the file named with the first; null: nothing did. */
function setAt(projection: Projection, { id }: Lever, name: string): Markup | null {
  const of = (what: string) => projection.input.scenario.assumptions.find(({ key }) => key === `levers.${id}.${what}`);
  const found = of(name);
  if (!found) return null;
  const whole = `${found.file}:${found.line}`;
  const isNamed = name !== "start" && of("start")?.file === found.file;
  return html` <a class="at" href="#${assumptionAnchor(projection, found.key)}"${isNamed && html` aria-label="${whole}"`}>${isNamed ? `:${found.line}` : whole}</a>`;
}

function targetTitle(subject: Subject, projection: Projection, target: string): string {
  const { language, run } = subject;
  const scheme = schemeOf(projection, target);
  if (scheme) return language.local(scheme.title);
  const base = run.bases.find((b) => b.id === target);
  return base ? language.local(base.title) : target;
}
