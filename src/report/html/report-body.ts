import type { Subject } from "../subject.ts";
import { comparisonSection } from "./answers-section.ts";
import { allAssumptions, assumptionDifferences } from "./assumption-tables.ts";
import { backtestSection } from "./backtest-section.ts";
import { dataFigures } from "./data-figures.ts";
import { dataSection } from "./data-section.ts";
import type { SectionFigures } from "./drawing.ts";
import { findingsSection } from "./findings-section.ts";
import { goalCards } from "./goal-cards.ts";
import { goalMatrix, judgedGoals, otherGoals } from "./goal-lists.ts";
import { ledgerSection } from "./ledger-section.ts";
import { html, type Markup, type Part } from "./markup.ts";
import { masthead } from "./masthead.ts";
import { methodSection } from "./method-section.ts";
import { nowcastSection } from "./nowcast-section.ts";
import { runSection } from "./run-section.ts";
import { scenarioChanges, scenarioSummary } from "./scenario-changes.ts";
import { fanLegend } from "./scheme-figures.ts";
import { whySection } from "./why-section.ts";

/** A part of a report that can be written alone, so that a page may renew only what a reader sees. */
export interface ReportPart {
  /** Id of its one element. */
  readonly id: string;
  /** Writes it; null where this report has no such part. */
  write(): Markup | null;
}

/** Lays a report out: the answer first, then why, then how sure, then how it was made. */
export function reportParts(subject: Subject, figures: SectionFigures): readonly ReportPart[] {
  const { language, run } = subject;
  const reference = language.local(subject.reference.input.scenario.title);
  const assumptionsLead = html`<p class="lead">${language.say("section.assumptionsLead", { reference })}</p>`;
  return [
    { id: "answer", write: () => masthead(subject) },
    section("goals", language.say("section.goals"), () => [
      goalCards(subject),
      subject.comparing && goalMatrix(subject),
      grids(figures("goals")),
      otherGoals(subject),
      judgedGoals(subject),
    ]),
    section(
      "changes",
      language.say("section.changes"),
      () =>
        !subject.comparing && [
          scenarioChanges(subject, subject.projection),
          subject.projection !== subject.reference && assumptionDifferences(subject, subject.projection),
          grids(figures("changes")),
        ],
    ),
    section("solve", language.say("section.solve"), () => {
      const found = figures("solve");
      if (subject.projection.input.scenario.solve && !subject.comparing && subject.live?.unexplained)
        return unexplained(subject);
      return found.length > 0 && [html`<p class="lead">${language.say("solve.lead")}</p>`, grids(found)];
    }),
    section(
      "compare",
      language.say("section.compare", { reference: language.say("unit.quote", { text: reference }) }),
      () =>
        subject.comparing || subject.projection === subject.reference
          ? null
          : (unexplained(subject) ?? comparisonSection(subject, figures("compare"))),
    ),
    section("schemes", language.say("section.schemes"), () => [
      html`<p class="lead">${language.say("section.schemesLead")}</p>`,
      fanLegend(subject),
      grids(figures("schemes")),
    ]),
    section("scenarios", language.say("section.scenarios"), () => {
      const comparisons = figures("scenarios");
      return (
        comparisons.length > 0 && [
          html`<p class="lead">${language.say("section.scenariosLead", { reference })}</p>`,
          grids(comparisons),
        ]
      );
    }),
    section("why", language.say("section.why"), () => unexplained(subject) ?? whySection(subject, figures("why"))),
    subject.comparing
      ? section("assumptions", language.say("section.assumptionsCompared"), () => [
          assumptionsLead,
          html`<div class="scenarios">${run.projections.map((projection) => scenarioSummary(subject, projection))}</div>`,
        ])
      : section("assumptions", language.say("section.assumptions"), () => [
          assumptionsLead,
          allAssumptions(subject, subject.projection),
        ]),
    section(
      "nowcast",
      language.say("section.nowcast"),
      () =>
        subject.comparing &&
        run.nowcasts !== undefined && [nowcastSection(subject, run.nowcasts), grids([figures("nowcast").flat()])],
    ),
    section(
      "backtest",
      language.say("section.backtest"),
      () =>
        (run.backtest !== null || run.ledger !== undefined) && [
          run.backtest !== null && [backtestSection(subject, run.backtest), grids([figures("backtest").flat()])],
          subject.comparing && run.ledger !== undefined && ledgerSection(subject, run.ledger),
        ],
    ),
    section("method", language.say("section.method"), () => methodSection(subject)),
    section("findings", language.say("section.findings"), () => findingsSection(subject)),
    section("data", language.say("section.data"), () => [
      dataFigures(subject, grids(figures("data"))),
      dataSection(subject),
    ]),
    section("run", language.say("section.run"), () => runSection(subject)),
  ];
}

/** Writes a whole report: its parts, and what stands around them. */
export function reportBody(subject: Subject, figures: SectionFigures): Markup {
  const { language, run } = subject;
  const [answer, ...parts] = reportParts(subject, figures);
  return html`<a class="skip" href="#goals">${language.say("page.skip")}</a>
${answer?.write()}
<main>
<noscript><p class="noscript">${language.say("page.noScript")}</p></noscript>
${parts.map((part) => part.write())}
</main>
<footer id="foot"><p>${language.say("page.footer", { version: run.manifest.version })}</p></footer>
<dialog id="spec" aria-labelledby="spec-title">${specDialog(subject)}</dialog>
<dialog id="facts" aria-labelledby="facts-title"></dialog>`;
}

/** What stands in the dialog that shows a chart's specification. */
export function specDialog({ language }: Pick<Subject, "language">): Markup {
  return html`<h2 id="spec-title">${language.say("chart.specTitle")}</h2><p>${language.say(
    "chart.specLead",
  )}</p><pre tabindex="0"></pre><p><button type="button" data-spec-save>${language.say("chart.specSave")}</button><button type="button" data-spec-close>${language.say(
    "chart.close",
  )}</button></p>`;
}

/** Keeps the place of what a page has not worked out for what its reader has changed; null where there is no need. */
function unexplained({ language, live }: Subject): Markup | null {
  if (!live?.unexplained) return null;
  return live.unexplained === "working"
    ? html`<p class="lead" data-pending>${language.say("whatIf.explaining")}</p>`
    : html`<p class="lead">${language.say("whatIf.unexplained")}</p>`;
}

function section(id: string, title: string, content: () => Part): ReportPart {
  return {
    id,
    write() {
      const inner = content();
      if (inner === false || inner === null) return null;
      return html`<section id="${id}" aria-labelledby="${id}-title"><h2 id="${id}-title">${title}</h2>
${inner}
</section>
`;
    },
  };
}

function grids(kinds: readonly (readonly Markup[])[]): Part {
  return kinds.map((figures) => html`<div class="charts">${figures}</div>`);
}
