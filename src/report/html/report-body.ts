import type { Subject } from "../subject.ts";
import { allAssumptions, assumptionDifferences } from "./assumption-tables.ts";
import { backtestSection } from "./backtest-section.ts";
import { dataSection } from "./data-section.ts";
import type { DrawnCharts } from "./drawing.ts";
import { findingsSection } from "./findings-section.ts";
import { goalCards } from "./goal-cards.ts";
import { goalMatrix, judgedGoals, otherGoals } from "./goal-lists.ts";
import { html, type Markup, type Part } from "./markup.ts";
import { masthead } from "./masthead.ts";
import { methodSection } from "./method-section.ts";
import { runSection } from "./run-section.ts";
import { scenarioChanges, scenarioSummary } from "./scenario-changes.ts";
import { fanLegend } from "./scheme-figures.ts";

/** Lays a report out: the answer first, then why, then how sure, then how it was made. */
export function reportBody(subject: Subject, drawn: DrawnCharts): Markup {
  const { language, run } = subject;
  const reference = language.local(subject.reference.input.scenario.title);
  const comparisons = drawn.section("scenarios");
  return html`<a class="skip" href="#goals">${language.say("page.skip")}</a>
${masthead(subject)}
<main>
<noscript><p class="noscript">${language.say("page.noScript")}</p></noscript>
${section("goals", language.say("section.goals"), [
  goalCards(subject),
  subject.comparing && goalMatrix(subject),
  grids(drawn.section("goals")),
  otherGoals(subject),
  judgedGoals(subject),
])}
${
  !subject.comparing &&
  section("changes", language.say("section.changes"), [
    scenarioChanges(subject, subject.projection),
    subject.projection !== subject.reference && assumptionDifferences(subject, subject.projection),
    grids(drawn.section("changes")),
  ])
}
${section("schemes", language.say("section.schemes"), [
  html`<p class="lead">${language.say("section.schemesLead")}</p>`,
  fanLegend(subject),
  grids(drawn.section("schemes")),
])}
${
  comparisons.length > 0 &&
  section("scenarios", language.say("section.scenarios"), [
    html`<p class="lead">${language.say("section.scenariosLead", { reference })}</p>`,
    grids(comparisons),
  ])
}
${
  subject.comparing
    ? section("assumptions", language.say("section.assumptionsCompared"), [
        html`<p class="lead">${language.say("section.assumptionsLead", { reference })}</p>`,
        html`<div class="scenarios">${run.projections.map((projection) => scenarioSummary(subject, projection))}</div>`,
      ])
    : section("assumptions", language.say("section.assumptions"), [
        html`<p class="lead">${language.say("section.assumptionsLead", { reference })}</p>`,
        allAssumptions(subject, subject.projection),
      ])
}
${
  run.backtest !== null &&
  section("backtest", language.say("section.backtest"), [
    backtestSection(subject, run.backtest),
    grids([drawn.section("backtest").flat()]),
  ])
}
${section("findings", language.say("section.findings"), findingsSection(subject))}
${section("data", language.say("section.data"), dataSection(subject))}
${section("method", language.say("section.method"), methodSection(subject))}
${section("run", language.say("section.run"), runSection(subject))}
</main>
<footer><p>${language.say("page.footer", { version: run.manifest.version })}</p></footer>
<dialog id="spec" aria-labelledby="spec-title"><h2 id="spec-title">${language.say("chart.specTitle")}</h2><p>${language.say(
    "chart.specLead",
  )}</p><pre tabindex="0"></pre><p><button type="button" data-spec-save>${language.say("chart.specSave")}</button><button type="button" data-spec-close>${language.say(
    "chart.close",
  )}</button></p></dialog>`;
}

function section(id: string, title: string, content: Part): Markup {
  return html`<section id="${id}" aria-labelledby="${id}-title"><h2 id="${id}-title">${title}</h2>
${content}
</section>`;
}

function grids(kinds: readonly (readonly Markup[])[]): Part {
  return kinds.map((figures) => html`<div class="charts">${figures}</div>`);
}
