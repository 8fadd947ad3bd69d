import type { Goal, HistoryPoint, Observation } from "../../core/domain.ts";
import type { Place } from "../../core/errors.ts";
import { assumptionValue } from "../assumption-value.ts";
import { goalCondition, instrumentText } from "../goal-text.ts";
import { influenceOf } from "../influence-of.ts";
import { publishedText, readingPeople } from "../published-text.ts";
import { readingAnchor } from "../reading-anchor.ts";
import { assessmentOf, originOf, quantile, readingsOf, type Subject, schemeOf, sourcesOf } from "../subject.ts";
import { html, type Markup, type Part } from "./markup.ts";
import { sourceAnchor } from "./source-links.ts";

/** Years of a scheme that there is something to tell of: readings, and the years simulated after them; rising. */
export function factYears(subject: Subject, scheme: string): number[] {
  const { fitted, later } = readingsOf(subject, scheme);
  return [...new Set([...fitted, ...later].map((p) => p.year).concat(subject.projection.summary.years))].sort(
    (a, b) => a - b,
  );
}

/**
 * Tells of one figure of a scheme where it comes from: of a reading its source, status, publication, derivation, rivals and
 * what it does to the goals; of a simulated one its interval, its making and the lines that set what it assumes.
 */
export function figureFacts(subject: Subject, scheme: string, year: number): Markup {
  const { fitted, later } = readingsOf(subject, scheme);
  const reading = [...fitted, ...later].find((p) => p.year === year);
  const goals = subject.projection.input.goals.filter((goal) => goal.scheme === scheme && goal.year === year);
  return html`${reading ? readingFacts(subject, scheme, reading) : futureFacts(subject, scheme, year)}${
    goals.length > 0 &&
    html`<h3>${subject.language.say("facts.goals", { year })}</h3><ul>${goals.map((goal) => goalFact(subject, goal))}</ul>`
  }`;
}

function readingFacts(subject: Subject, scheme: string, point: HistoryPoint): Markup {
  const { language, run } = subject;
  const base = run.bases.find((b) => b.id === schemeOf(subject.projection, scheme)?.base);
  const rivals = point.rivals.flatMap((i) => run.data.observations[i] ?? []);
  const effects = influenceOf(subject, scheme, point.year);
  return html`${head(subject, "facts.reading", scheme, point.year, language.percent(point.coverage, 2))}<dl>
${row(language.say("column.participants"), language.say("facts.people", { people: readingPeople(subject, point), base: language.people(point.base), name: base ? language.local(base.title) : language.say("column.base") }))}
${row(language.say("column.status"), language.say(`status.${point.status}`))}
${row(language.say("column.derivation"), language.say(`derivation.${point.derivation}`))}
${row(language.say("column.published"), language.date(point.publishedOn))}
${row(language.say("column.sources"), [sources(subject, point.sources), places(point.used.flatMap((i) => run.data.observations[i]?.place ?? []))])}
${row(language.say("column.rivals"), rivals.length === 0 ? language.say("facts.noRivals") : rivals.map((rival) => rivalFact(subject, rival)))}
${row(language.say("facts.influence"), effects.length === 0 ? language.say(point.year > originOf(subject.projection) ? "facts.later" : "facts.noInfluence") : effects.map((effect) => html`<p>${effect}</p>`))}
${point.note !== "" && row(language.say("column.note"), point.note)}
</dl><p><a href="#${readingAnchor(subject, scheme, point.year)}">${language.say("facts.inTable")}</a></p>`;
}

function futureFacts(subject: Subject, scheme: string, year: number): Markup {
  const { language, projection, run } = subject;
  const at = (level: number) => quantile(projection, scheme, "coverage", level, year) ?? Number.NaN;
  const range = (low: number, high: number) => language.percentRange(at(low), at(high));
  const own = schemeOf(projection, scheme);
  const [first, last] = [own?.history.points[0]?.year, own?.history.points.at(-1)?.year];
  const { levers, assumptions } = projection.input.scenario;
  const family = [scheme, ...(own?.sumOf ?? []), own?.within, own?.base];
  const acting = levers.filter((lever) => family.includes(lever.target)).map((lever) => `levers.${lever.id}.`);
  const set = assumptions.filter(
    ({ key }) =>
      acting.some((prefix) => key.startsWith(prefix)) ||
      family.some(
        (id) => id && [`trend.${id}.`, `world.${id}.`, `schemes.${id}.`].some((prefix) => key.startsWith(prefix)),
      ),
  );
  return html`${head(subject, "facts.future", scheme, year, language.percent(at(0.5)))}<dl>
${row(language.say("column.range80"), range(0.1, 0.9))}
${row(language.say("facts.range95"), range(0.025, 0.975))}
${row(language.say("column.status"), language.say("facts.simulated", { n: language.integer(run.manifest.draws), seed: run.manifest.seed }))}
${first !== undefined && last !== undefined && row(language.say("column.derivation"), html`${language.say("facts.trend", { from: first, to: last, n: own?.history.points.length ?? 0 })} <a href="#method">${language.say("section.method")}</a>`)}
${row(
  language.say("facts.assumes"),
  set.length === 0
    ? language.say("facts.nothingSet")
    : html`<ul>${set.map((a) => html`<li><code>${a.key}</code> ${assumptionValue(language, a.value)} ${places([a])}</li>`)}</ul>`,
)}
</dl><p><a href="#assumptions">${language.say("facts.allAssumptions")}</a></p>`;
}

function head(
  subject: Subject,
  key: "facts.reading" | "facts.future",
  scheme: string,
  year: number,
  value: string,
): Markup {
  const { language, projection } = subject;
  const own = schemeOf(projection, scheme);
  return html`<h2 id="facts-title">${language.say(key, { scheme: own ? language.local(own.title) : scheme, year })} <b>${value}</b></h2>`;
}

function row(term: string, told: Part): Markup {
  return html`<div><dt>${term}</dt><dd>${told}</dd></div>`;
}

function sources(subject: Subject, ids: readonly string[]): Part {
  const { run, language } = subject;
  return sourcesOf(run, ids).map((source) => {
    const index = run.data.sources.findIndex((s) => s.id === source.id);
    const title = index < 0 ? source.title : html`<a href="#${sourceAnchor(index)}">${source.title}</a>`;
    const date = source.published === null ? null : html`, ${language.date(source.published)}`;
    return html`<p>${title}${source.publisher !== "" && html`, ${source.publisher}`}${date}</p>`;
  });
}

function rivalFact(subject: Subject, rival: Observation): Markup {
  const { language } = subject;
  const date = rival.published === null ? "" : `, ${language.shortDate(rival.published)}`;
  return html`<p>${publishedText(language, rival)}${date}: ${sourcesOf(subject.run, rival.sources)
    .map((source) => source.publisher || source.title)
    .join(", ")} ${places([rival.place])}</p>`;
}

function goalFact(subject: Subject, goal: Goal): Markup {
  const { language, projection, run } = subject;
  const assessment = assessmentOf(projection, goal.id);
  const chance =
    assessment?.probability != null &&
    html`<p>${language.say("facts.chance", {
      p: language.probability(assessment.probability, assessment.monteCarloError),
      n: language.integer(run.manifest.draws),
    })}</p>`;
  return html`<li><b>${goalCondition(language, goal)}</b>: ${instrumentText(language, goal)} ${goal.place && places([goal.place])}${sources(subject, goal.sources)}${chance}</li>`;
}

function places(lines: readonly Pick<Place, "file" | "line">[]): Part {
  if (lines.length === 0) return null;
  return html`<small><code>${lines.map(({ file, line }) => `${file}:${line}`).join(", ")}</code></small>`;
}
