import type { Assessment } from "../../core/domain.ts";
import { sameAim } from "../../core/goals/goal-notes.ts";
import { goalsOfOneYear, sameGoals } from "../goal-groups.ts";
import { goalCondition } from "../goal-text.ts";
import { gapSide, reachedText } from "../headline.ts";
import { readingAnchor } from "../reading-anchor.ts";
import { bestPaceText, goalWarnings, hazardText, paceText } from "../sentences/goal-facts.ts";
import { goalSentence, plainText, type Twin, twinOf } from "../sentences/goal-sentence.ts";
import { assessmentOf, leadingAssessments, type Subject, schemeOf } from "../subject.ts";
import { html, type Markup } from "./markup.ts";
import { instruments, sourceLinks } from "./source-links.ts";
import { waffle } from "./waffle.ts";

/** Answers the leading goals, one card for each scheme and year: how likely, how far, when, at what pace, set by whom. */
export function goalCards(subject: Subject): Markup {
  const groups = goalsOfOneYear(leadingAssessments(subject));
  return html`<div class="goals">${groups.map(([first, ...others]) => card(subject, first!, others))}</div>`;
}

function card(subject: Subject, a: Assessment, others: readonly Assessment[]): Markup {
  const { language, projection } = subject;
  const scheme = schemeOf(projection, a.goal.scheme);
  const p = language.probability(a.probability ?? 0, a.monteCarloError);
  const twin = twinOf(subject, a);
  return html`<article class="goal">
<h3>${scheme ? language.local(scheme.title) : a.goal.scheme}</h3>
<p class="aim">${language.say("goal.line", { year: a.goal.year, value: goalCondition(language, a.goal) })}</p>
<div class="answer">${waffle(a.probability ?? 0, language.say("goal.waffle", { p }))}<p><b>${told(a, p)}</b> <span>${
    a.likelihood && language.local(a.likelihood)
  }</span> <small>${language.say("goal.chance")}${againstReference(subject, a)}</small></p></div>
<p class="caption says">${goalSentence(subject, a)}</p>
<dl>${outcomeRow(subject, a)}${projectedRow(subject, a)}${distanceRow(subject, a)}${firstMetRow(
    subject,
    a,
  )}${paceRow(subject, a)}${plainRow(subject, a)}${twinRow(subject, twin)}${bewareRow(subject, [a, ...others])}${otherRows(
    subject,
    others.filter((other) => !twin || !sameAim(other.goal, twin.assessment.goal)),
  )}
<dt>${language.say("goal.setBy")}</dt><dd>${instruments(subject, same(subject, a))}</dd></dl>
</article>`;
}

function plainRow(subject: Subject, a: Assessment): Markup | null {
  const text = plainText(subject, a);
  return text === null ? null : html`<dt>${subject.language.say("goal.plain")}</dt><dd>${text}</dd>`;
}

function twinRow(subject: Subject, twin: Twin | null): Markup | null {
  if (!twin) return null;
  return html`<dt>${subject.language.say("goal.twin")}</dt><dd>${told(twin.assessment, twin.chance)} <small>${twin.sentence}</small></dd>`;
}

/** What the engine warns of before these goals are quoted. */
function bewareRow(subject: Subject, assessments: readonly Assessment[]): Markup | null {
  const { language, projection } = subject;
  const notes = assessments.flatMap((a) => goalWarnings(projection, a.goal));
  if (notes.length === 0) return null;
  const told = notes.map((note) => html`<p><small>${language.local(note.message)}</small></p>`);
  const folded = html`<details><summary>${language.say("goal.bewareCount", { n: notes.length })}</summary>${told}</details>`;
  return html`<dt>${language.say("goal.beware")}</dt><dd>${notes.length > 1 ? folded : told}</dd>`;
}

/** The scheme's other goals for the same year, each with its own chance. */
function otherRows(subject: Subject, others: readonly Assessment[]): Markup | null {
  const { language } = subject;
  if (others.length === 0) return null;
  return html`<dt>${language.say("goal.also")}</dt>${others.map(
    (a) =>
      html`<dd><span class="aim">${goalCondition(language, a.goal)}</span>: <b>${told(a, language.probability(a.probability ?? 0, a.monteCarloError))}</b>, ${a.likelihood && language.local(a.likelihood)}</dd>`,
  )}`;
}

/** Goals that ask for the same and differ by the instrument alone. */
function same(subject: Subject, a: Assessment): readonly Assessment[] {
  return sameGoals(subject.projection.assessments).find((group) => group.includes(a)) ?? [a];
}

function againstReference(subject: Subject, a: Assessment): Markup | null {
  const { language, projection, reference } = subject;
  const other = projection === reference ? undefined : assessmentOf(reference, a.goal.id);
  if (other?.probability == null) return null;
  return html`<br>${language.say("goal.referenceChance", {
    reference: language.local(reference.input.scenario.title),
    p: language.probability(other.probability, other.monteCarloError),
  })}`;
}

function outcomeRow(subject: Subject, a: Assessment): Markup | null {
  const { language } = subject;
  if (!a.outcome) return null;
  return html`<dt>${language.say("goal.thenAndNow")}</dt><dd><b class="${a.outcome.met ? "met" : "missed"}">${language.say(
    a.outcome.met ? "goal.met" : "goal.missed",
  )}</b>: ${language.say("goal.outcome", { value: reachedText(language, a, a.outcome.value), year: a.goal.year })} ${sourceLinks(
    subject,
    a.outcome.sources,
  )}</dd>`;
}

function projectedRow(subject: Subject, a: Assessment): Markup | null {
  const { language } = subject;
  if (!a.reached) return null;
  const text = (value: number) => reachedText(language, a, value);
  return html`<dt>${language.say("goal.projected")}</dt><dd>${told(
    a,
    language.say("goal.projectedValue", {
      median: text(a.reached.p50),
      range: language.say("unit.range", { low: text(a.reached.p10), high: text(a.reached.p90) }),
    }),
  )}</dd>`;
}

function distanceRow(subject: Subject, a: Assessment): Markup | null {
  const { language } = subject;
  if (!a.gapCoverage || !a.gapPersons) return null;
  const key = { short: "goal.distanceShort", past: "goal.distancePast", level: "goal.distanceLevel" } as const;
  return html`<dt>${language.say("goal.distance")}</dt><dd>${told(
    a,
    language.say(key[gapSide(a)], {
      points: language.pointsSize(a.gapCoverage.p50),
      people: language.people(Math.abs(a.gapPersons.p50)),
    }),
  )} <small>(${language.say("goal.distanceOf", {
    low: language.points(a.gapCoverage.p10),
    high: language.points(a.gapCoverage.p90),
  })})</small></dd>`;
}

function firstMetRow(subject: Subject, a: Assessment): Markup | null {
  const { language, projection } = subject;
  if (!a.firstMet) return null;
  const words = {
    horizon: projection.summary.years.at(-1)!,
    never: language.probability(a.firstMet.never, a.monteCarloError),
  };
  const year = medianYear(a.firstMet.share, projection.summary.years);
  const text = a.alreadyMet
    ? language.say("goal.firstMetAlready")
    : year === null
      ? language.say("goal.firstMetNever", words)
      : language.say("goal.firstMetYear", { ...words, year });
  return html`<dt>${language.say("goal.firstMet")}</dt><dd>${told(a, text)}</dd>`;
}

/** The first year by which half of the futures have met the goal; null where fewer ever do. */
function medianYear(share: readonly number[], years: readonly number[]): number | null {
  let reached = 0;
  for (const [i, part] of share.entries()) {
    reached += part;
    if (reached >= 0.5) return years[i] ?? null;
  }
  return null;
}

function paceRow(subject: Subject, a: Assessment): Markup | null {
  const { language } = subject;
  const text = paceText(language, a);
  if (text === null) return null;
  const [hazard, best] = [hazardText(language, a), bestPaceText(language, a)];
  return html`<dt>${language.say("goal.pace")}</dt><dd>${told(a, text)}${a.recentPace && readingLinks(subject, a, a.recentPace)}${
    hazard && html` <small>(${hazard})</small>`
  }${best && html`; <small>${best}${a.bestPace && readingLinks(subject, a, a.bestPace)}</small>`}</dd>`;
}

/** A number that leads to what it is made from: the card of its scheme and year, or the assumptions without a script. */
function told({ goal }: Assessment, text: string): Markup {
  return html`<a href="#assumptions" data-told="${goal.scheme} ${goal.year}">${text}</a>`;
}

/** Leads to the two readings that a past pace lies between. */
function readingLinks(subject: Subject, { goal }: Assessment, pace: { fromYear: number; toYear: number }): Markup {
  return html`<span class="sources years">${[pace.fromYear, pace.toYear].map(
    (year) => html`<a href="#${readingAnchor(subject, goal.scheme, year)}">${year}</a>`,
  )}</span>`;
}
