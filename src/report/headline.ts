import type { Assessment, Projection } from "../core/domain.ts";
import { goalValue } from "./goal-text.ts";
import type { Language } from "./language.ts";
import { assessmentOf, isOpen, leadingAssessments, quantile, type Subject, schemeOf } from "./subject.ts";

/** A gap smaller than half of the last printed digit is told as level. */
const levelPoints = 0.0005;
/** Two chances are told apart when they lie further from each other than this many standard errors. */
const noticeable = 3;

/** Makes the sentence that leads the report, by rule, from the first headline goal that is still open. */
export function headline(subject: Subject): string {
  const { language, projection } = subject;
  const lead = leadingAssessments(subject)[0];
  if (!lead?.reached) return withoutGoal(subject);
  const words = {
    scheme: schemeTitle(language, projection, lead.goal.scheme),
    median: reachedText(language, lead, lead.reached.p50),
    year: lead.goal.year,
    gap: gapText(language, lead),
    scenario: language.local(projection.input.scenario.title),
    date: projection.input.asOf === null ? "" : language.date(projection.input.asOf),
    outcome: lead.outcome ? reachedText(language, lead, lead.outcome.value) : "",
  };
  const side = gapSide(lead);
  if (projection !== subject.reference) return language.say(`headline.with.${side}`, words);
  if (projection.input.asOf !== null) {
    return language.say(lead.outcome ? "headline.then.known" : `headline.then.${side}`, words);
  }
  return language.say(`headline.${side}`, words);
}

/** Makes the two or three sentences under the headline: how likely, what helps, how the other goals stand. */
export function standfirst(subject: Subject): string {
  const { language, projection, reference } = subject;
  const lead = leadingAssessments(subject)[0];
  if (!lead?.reached || lead.probability === null || lead.likelihood === null) return "";
  const sentences = [
    language.say("standfirst.chance", {
      likelihood: language.local(lead.likelihood),
      p: language.probability(lead.probability, lead.monteCarloError),
      low: reachedText(language, lead, lead.reached.p10),
      high: reachedText(language, lead, lead.reached.p90),
    }),
    happened(language, lead),
    subject.comparing ? bestScenario(subject, lead) : againstReference(subject, lead),
  ];
  const open = projection.assessments.filter(isOpen);
  if (open.length > 1 && (subject.comparing || projection === reference)) {
    const likely = open.filter((a) => (a.probability ?? 0) > 0.5).length;
    sentences.push(language.say("standfirst.count", { total: open.length, likely }));
  }
  return sentences.filter((s) => s !== "").join(" ");
}

/** Tells on which side of its goal the median ends, as it is printed. */
export function gapSide(assessment: Assessment): "short" | "past" | "level" {
  const gap = (assessment.reached?.p50 ?? 0) - assessment.goal.value;
  const level = assessment.goal.measure === "coverage" ? levelPoints : assessment.goal.value * levelPoints;
  if (Math.abs(gap) < level) return "level";
  return gap < 0 ? "short" : "past";
}

/** Prints the median's distance from the goal, without a sign: `7.7 points` or `1.2 million people`. */
export function gapText(language: Language, assessment: Assessment): string {
  const gap = (assessment.reached?.p50 ?? 0) - assessment.goal.value;
  return assessment.goal.measure === "coverage"
    ? language.say("headline.points", { n: language.pointsSize(gap) })
    : language.say("headline.people", { n: language.people(Math.abs(gap)) });
}

/** Prints a value in the measure of the goal it is held against. */
export function reachedText(language: Language, assessment: Pick<Assessment, "goal">, value: number): string {
  return assessment.goal.measure === "coverage" ? language.percent(value) : language.people(value);
}

function schemeTitle(language: Language, projection: Projection, scheme: string): string {
  const input = schemeOf(projection, scheme);
  return input ? language.local(input.title) : scheme;
}

function withoutGoal(subject: Subject): string {
  const { language, projection } = subject;
  const scheme = projection.summary.schemes[0]?.scheme;
  const year = projection.summary.years.at(-1);
  const median = scheme && year ? quantile(projection, scheme, "coverage", 0.5, year) : null;
  if (!scheme || !year || median === null) return language.local(subject.run.title);
  return language.say("headline.noGoal", {
    scheme: schemeTitle(language, projection, scheme),
    median: language.percent(median),
    year,
  });
}

function happened(language: Language, lead: Assessment): string {
  if (!lead.outcome) return "";
  return language.say("standfirst.happened", {
    value: reachedText(language, lead, lead.outcome.value),
    year: lead.goal.year,
    outcome: language.say(lead.outcome.met ? "outcome.met" : "outcome.missed"),
  });
}

function bestScenario(subject: Subject, lead: Assessment): string {
  const { language, run, projection } = subject;
  const others = run.projections
    .filter((p) => p !== projection)
    .map((p) => ({ p, assessment: assessmentOf(p, lead.goal.id) }))
    .filter((o) => o.assessment?.probability != null);
  if (others.length === 0) return "";
  const best = others.reduce((top, o) => (o.assessment!.probability! > top.assessment!.probability! ? o : top));
  const gain = best.assessment!.probability! - lead.probability!;
  const error = Math.hypot(best.assessment!.monteCarloError ?? 0, lead.monteCarloError ?? 0);
  const told = language.probability(best.assessment!.probability!, best.assessment!.monteCarloError);
  const before = language.probability(lead.probability!, lead.monteCarloError);
  if (gain <= noticeable * error || told === before) return language.say("standfirst.noBest");
  return language.say("standfirst.best", { scenario: language.local(best.p.input.scenario.title), p: told });
}

function againstReference(subject: Subject, lead: Assessment): string {
  const { language, projection, reference } = subject;
  if (projection === reference) return "";
  const other = assessmentOf(reference, lead.goal.id);
  if (other?.probability == null) return "";
  return language.say("standfirst.against", {
    reference: language.say("unit.quote", { text: language.local(reference.input.scenario.title) }),
    p: language.probability(other.probability, other.monteCarloError),
  });
}

/** Names a goal within a list: `Social insurance, 60% by 2030`. */
export function goalTitle(language: Language, projection: Projection, assessment: Pick<Assessment, "goal">): string {
  return language.say("goal.title", {
    scheme: schemeTitle(language, projection, assessment.goal.scheme),
    value: goalValue(language, assessment.goal),
    year: assessment.goal.year,
  });
}
