import type { Comparison } from "../../core/domain.ts";
import { goalTitle } from "../headline.ts";
import type { Language } from "../language.ts";
import { type ComparedNames, comparedGoalSentence } from "../sentences/difference-sentence.ts";
import { shareError } from "../sentences/share-error.ts";
import { leadingAssessments, type Subject } from "../subject.ts";
import { html, type Markup } from "./markup.ts";
import { table } from "./table.ts";

/** What a scenario changes against the reference: each goal in a sentence and a row, then the charts; null without any. */
export function comparisonSection(subject: Subject, figures: readonly (readonly Markup[])[]): Markup | null {
  const { comparing, language, projection, reference } = subject;
  const comparison = projection.analysis?.comparison;
  if (comparing || !comparison) return null;
  const quote = (text: string) => language.say("unit.quote", { text });
  const names = {
    scenario: quote(language.local(projection.input.scenario.title)),
    reference: quote(language.local(reference.input.scenario.title)),
  };
  const goals = leadingAssessments(subject).map((a) => ({ id: a.goal.id, title: goalTitle(language, projection, a) }));
  return html`<p class="lead">${language.say("compare.lead", { draws: language.integer(comparison.draws) })}</p>${goalChanges(
    language,
    names,
    goals,
    comparison,
  )}${figures.map((some) => html`<div class="charts">${some}</div>`)}`;
}

/** Tells how the chances of goals differ: a sentence for each, and a table of all. */
export function goalChanges(
  language: Language,
  names: ComparedNames,
  goals: readonly { readonly id: string; readonly title: string }[],
  comparison: Comparison,
): Markup | null {
  const found = goals.flatMap(({ id, title }) => {
    const compared = comparison.goals.find(({ goal }) => goal === id);
    return compared ? [{ title, compared }] : [];
  });
  if (found.length === 0) return null;
  const { draws } = comparison;
  const chance = (p: number) => language.probability(p, shareError(p, draws));
  const numeric = (label: string) => ({ label, numeric: true });
  return html`<ul>${found.map(
    ({ title, compared }) => html`<li>${comparedGoalSentence(language, names, title, compared, draws)}</li>`,
  )}</ul>${table(
    language.say("compare.goals"),
    [
      { label: language.say("column.goal") },
      numeric(names.reference),
      numeric(names.scenario),
      numeric(language.say("compare.change")),
      numeric(language.say("compare.gained")),
      numeric(language.say("compare.lost")),
    ],
    found.map(({ title, compared }) => ({
      cells: [
        title,
        chance(compared.other),
        chance(compared.probability),
        `${language.points(compared.difference)} ± ${language.pointsSize(compared.error)}`,
        chance(compared.gained),
        chance(compared.lost),
      ],
    })),
  )}`;
}
