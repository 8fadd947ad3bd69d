import type { Projection } from "../../core/domain.ts";
import { headline, standfirst } from "../headline.ts";
import { type Language, languages } from "../language.ts";
import { originOf, type Seal, type Subject } from "../subject.ts";
import { html, type Markup } from "./markup.ts";
import { comparisonName, scenarioHref } from "./report-names.ts";

/** The top of a report: whose figures, the answer in one sentence, and the way to the other reports. */
export function masthead(subject: Subject): Markup {
  const { language, run, projection } = subject;
  const { scenario } = projection.input;
  const years = projection.summary.years;
  // What a reader has changed has no page of its own.
  const isWritten = (p: Projection) => p !== projection || (subject.live?.changes.length ?? 0) === 0;
  return html`<header class="masthead" id="answer">
<p class="kicker"><b>${language.local(run.title)}</b> <span>${language.say("page.kicker")}</span>${subject.live && languageButtons(language)}</p>
<h1>${headline(subject)}</h1>
<p class="standfirst">${standfirst(subject)}</p>
${
  subject.live !== undefined &&
  subject.live.changes.length > 0 &&
  html`<div class="changed-by-reader"><p>${language.say("whatIf.printed")}</p><ul>${subject.live.changes.map((change) => html`<li>${change}</li>`)}</ul></div>`
}
<p class="facts">${projection.input.asOf !== null && html`<span class="as-of">${language.say("page.asOf", { date: language.date(projection.input.asOf) })}</span>`}<span>${
    subject.comparing
      ? language.say("page.comparison")
      : `${language.say("page.scenarioReport")}: ${language.local(scenario.title)}`
  }</span><span>${language.say("page.latest", { date: language.date(latestFigure(subject)) })}</span><span>${language.say(
    "page.futures",
    {
      n: language.integer(run.manifest.draws),
      from: years[0] ?? originOf(projection) + 1,
      to: years.at(-1) ?? run.manifest.horizon,
    },
  )}</span>${subject.live && sealText(subject.live.seal, language)}</p>
${
  run.projections.length > 1 &&
  html`<nav class="reports" aria-label="${language.say("page.reports")}"><ul>${link(
    comparisonName,
    language.say("page.comparison"),
    subject.comparing,
  )}${run.projections
    .filter(isWritten)
    .map((p) =>
      link(
        scenarioHref(p.input.scenario.id),
        language.local(p.input.scenario.title),
        !subject.comparing && p === projection,
      ),
    )}</ul></nav>`
}
</header>`;
}

function link(href: string, text: string, current: boolean): Markup {
  return html`<li>${current ? html`<a href="${href}" aria-current="page">${text}</a>` : html`<a href="${href}">${text}</a>`}</li>`;
}

/** Lets a reader turn the page into another language; each is named in itself. */
function languageButtons(language: Language): Markup {
  return html`<span class="languages" role="group" aria-label="${language.say("page.language")}">${Object.entries(
    languages,
  ).map(
    ([locale, { name }]) =>
      html`<button type="button" lang="${locale}" data-language="${locale}" aria-pressed="${String(locale === language.locale)}">${name}</button>`,
  )}</span>`;
}

/** Says whether the page's own engine comes to the printed figures. */
function sealText(seal: Seal, language: Language): Markup {
  const words = {
    working: () => language.say("seal.working"),
    equal: (s: Extract<Seal, { state: "equal" }>) =>
      language.say("seal.equal", { n: language.integer(s.figures), tolerance: exponent(s.tolerance) }),
    differs: (s: Extract<Seal, { state: "differs" }>) => language.say("seal.differs", { by: exponent(s.by) }),
    failed: (s: Extract<Seal, { state: "failed" }>) => language.say("seal.failed", { reason: s.reason }),
  };
  return html`<span class="seal ${seal.state}" role="status">${words[seal.state](seal as never)}</span>`;
}

/** Writes a small number as a power of ten, with the digits that it has: 1e-9 as 10⁻⁹. */
function exponent(value: number): string {
  const [digits, power] = value.toExponential(0).split("e");
  const raised = String(Number(power)).replace(/[-\d]/g, (c) => (c === "-" ? "⁻" : "⁰¹²³⁴⁵⁶⁷⁸⁹"[Number(c)]!));
  return `${digits === "1" ? "" : `${digits} × `}10${raised}`;
}

/** The latest publication date among the readings that the projection rests on. */
function latestFigure(subject: Subject): string {
  const dates = subject.projection.input.schemes.flatMap((s) => s.history.points.map((p) => p.publishedOn));
  return dates.sort().at(-1) ?? "0001-01-01";
}
