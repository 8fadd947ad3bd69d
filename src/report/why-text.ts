import type {
  Analysis,
  Assessment,
  AssumptionSwing,
  Goal,
  GoalInfluence,
  LocalText,
  SobolSplit,
  SpreadSource,
  SpreadSplit,
  Tornado,
} from "../core/domain.ts";
import { leverKind } from "../core/levers/index.ts";
import { goalCondition } from "./goal-text.ts";
import { reachedText } from "./headline.ts";
import type { Language } from "./language.ts";
import { assessmentOf, type Subject, schemeOf, sourcesOf } from "./subject.ts";
import { valueText } from "./sweep/value-text.ts";

/** Returns what a report tells of a list by goal: all of it, or of the first goal where many scenarios are compared. */
export function explained<T>({ comparing }: Subject, all: readonly T[] | undefined): readonly T[] {
  return (all ?? []).slice(0, comparing ? 1 : undefined);
}

/** Names a scheme in the reader's language. */
export function schemeName({ language, projection }: Subject, id: string): string {
  const scheme = schemeOf(projection, id);
  return scheme ? language.local(scheme.title) : id;
}

/** Names a lever: its own title, that of its kind where it has none. */
export function leverName({ language, projection }: Subject, id: string): string {
  const lever = projection.input.scenario.levers.find((l) => l.id === id);
  const title: LocalText | undefined = lever?.title ?? leverKind(lever?.kind ?? "")?.label;
  return title ? language.local(title) : id;
}

/** Names an assumption by its key: `Small firms are registered: share who comply`. */
export function assumptionName(subject: Subject, key: string): string {
  const { language, projection, run } = subject;
  const [section, owner = "", name = ""] = key.split(".");
  const join = (whose: string, what: string) => `${whose}: ${what.charAt(0).toLowerCase()}${what.slice(1)}`;
  if (section === "levers") {
    const lever = projection.input.scenario.levers.find((l) => l.id === owner);
    const what = leverKind(lever?.kind ?? "")?.parameters[name]?.describe;
    return join(leverName(subject, owner), what ? language.local(what) : name);
  }
  if (section === "world") {
    const base = run.bases.find((b) => b.id === owner);
    return join(base ? language.local(base.title) : owner, language.say(name === "level" ? "why.level" : "why.growth"));
  }
  return join(schemeName(subject, owner), language.say(section === "trend" ? "why.ceiling" : "why.exitRate"));
}

/** Prints a value of an assumption: people to three digits, other numbers to two. */
export function assumptionValue(language: Language, unit: AssumptionSwing["unit"], value: number): string {
  return valueText(language, unit, Number(value.toPrecision(unit === "people" ? 3 : 2)));
}

/** The same where room is scarce and the name tells the unit: points go without theirs. */
export function shortValue(language: Language, unit: AssumptionSwing["unit"], value: number): string {
  return unit === "points-per-year" ? language.decimal(value * 100, 2) : assumptionValue(language, unit, value);
}

/** Prints a difference in the unit of a goal's measure, without sign: `1.2 points`, `340,000 people`. */
export function differenceText(language: Language, goal: Pick<Goal, "measure">, difference: number): string {
  return goal.measure === "coverage"
    ? language.say("unit.points", { n: language.pointsSize(difference) })
    : language.say("headline.people", { n: language.people(Math.abs(difference)) });
}

/** Prints a probability that differs from a projection's own by what was found on so many common draws. */
export function movedChanceText(language: Language, own: Assessment, probability: number, draws: number): string {
  const apart = Math.abs(probability - (own.probability ?? probability));
  return language.probability(probability, Math.hypot(own.monteCarloError ?? 0, Math.sqrt(apart / draws)));
}

/** Says where most of the width comes from and what it would be without; then what could be learned, and how. */
export function spreadSentence(subject: Subject, split: SpreadSplit, tornado: Tornado | undefined): string {
  const { language } = subject;
  const goal = goalOf(subject, split.goal);
  if (!goal) return "";
  const largest = strongest(split.parts);
  const learnable = strongest(split.parts.filter(({ source }) => source !== "residual"));
  const words = (source: SpreadSource, share: number) => ({
    share: language.percent(share, 0),
    source: language.say(`why.of.${source}`),
    scheme: schemeName(subject, goal.scheme),
    year: goal.year,
    width: differenceText(language, goal, split.width),
    rest: differenceText(language, goal, split.width * Math.sqrt(1 - share)),
    remedy: remedy(subject, source, tornado),
  });
  return [
    language.say("why.spread.sentence", words(largest.source, largest.share)),
    learnable.source !== largest.source &&
      learnable.share >= noticeable &&
      language.say("why.spread.next", words(learnable.source, learnable.share)),
    language.say("why.spread.remedy", words(learnable.source, learnable.share)),
  ]
    .filter(Boolean)
    .join(" ");
}

/** A share of the variance below which a source is not worth a sentence. */
const noticeable = 0.02;

function strongest(parts: SpreadSplit["parts"]) {
  return parts.reduce((top, part) => (part.share > top.share ? part : top));
}

/** Says by rule what would make a source of uncertainty smaller; for levers, the number that is worth evidence most. */
export function remedy(subject: Subject, source: SpreadSource, tornado: Tornado | undefined): string {
  const { language } = subject;
  const number = tornado?.swings.find(({ key }) => key.startsWith("levers."));
  if (source === "levers" && number)
    return language.say("why.remedy.lever", { name: assumptionName(subject, number.key) });
  const ceiling = tornado?.swings.find(({ key }) => key.startsWith("trend."));
  if (source === "parameters" && ceiling)
    return language.say("why.remedy.ceiling", { name: assumptionName(subject, ceiling.key) });
  return language.say(`why.remedy.${source}`);
}

/** Says which assumption moves a goal most, and from where to where. */
export function tornadoSentence(subject: Subject, { goal: id, swings, draws }: Tornado): string {
  const { language, projection } = subject;
  const assessment = assessmentOf(projection, id);
  const [first] = swings;
  if (!assessment || !first) return language.say("why.tornado.none");
  const { goal } = assessment;
  return language.say("why.tornado.sentence", {
    name: assumptionName(subject, first.key),
    from: assumptionValue(language, first.unit, first.low.value),
    to: assumptionValue(language, first.unit, first.high.value),
    low: reachedText(language, assessment, first.low.mean),
    high: reachedText(language, assessment, first.high.mean),
    p1: movedChanceText(language, assessment, first.low.probability, draws),
    p2: movedChanceText(language, assessment, first.high.probability, draws),
    goal: goalCondition(language, goal),
    year: goal.year,
  });
}

/** Says what the reading that matters most does to a goal. */
export function influenceSentence(subject: Subject, influence: GoalInfluence): string {
  const { language, projection } = subject;
  const assessment = assessmentOf(projection, influence.goal);
  const [first] = influence.readings;
  if (!assessment || !first) return language.say("why.influence.none");
  return language.say(first.median >= 0 ? "why.influence.higher" : "why.influence.lower", {
    reading: readingName(subject, first),
    coverage: language.percent(first.coverage),
    source: publisherOf(subject, first.sources),
    change: differenceText(language, assessment.goal, first.median),
    before: language.probability(influence.probability, assessment.monteCarloError),
    p: movedChanceText(language, assessment, influence.probability + first.probability, influence.draws),
    goal: goalCondition(language, assessment.goal),
    year: assessment.goal.year,
  });
}

/** Names a year-end reading: `Health insurance, end of 2023`. */
export function readingName(subject: Subject, { scheme, year }: { scheme: string; year: number }): string {
  return subject.language.say("why.reading", { scheme: schemeName(subject, scheme), year });
}

/** Names who published a figure; the first of several. */
export function publisherOf({ run }: Subject, sources: readonly string[]): string {
  const [first] = sourcesOf(run, sources.slice(0, 1));
  return first ? first.publisher || first.title : "";
}

/** Names a source of chance by its stream: `lever/drive/takeUp`, `trend/hi/path`, `base/population`. */
export function factorName(subject: Subject, stream: string): string {
  const { language, run } = subject;
  const [kind, owner = "", name = ""] = stream.split("/");
  if (kind === "lever") return assumptionName(subject, `levers.${owner}.${name}`);
  if (kind === "exit") return assumptionName(subject, `schemes.${owner}.exitRate`);
  if (kind === "trend" && name === "ceiling") return assumptionName(subject, `trend.${owner}.ceiling`);
  if (kind === "trend") return language.say("why.factor.path", { scheme: schemeName(subject, owner) });
  const base = run.bases.find((b) => b.id === owner);
  return language.say("why.factor.base", { base: base ? language.local(base.title) : owner });
}

/** Says what a goal follows most, alone and together with the rest. */
export function sobolSentence(subject: Subject, { factors: [first] }: SobolSplit): string {
  const { language } = subject;
  if (!first) return "";
  return language.say("chart.sobol.sentence", {
    name: factorName(subject, first.factor),
    first: language.percent(Math.max(0, first.first), 0),
    total: language.percent(Math.min(1, first.total), 0),
  });
}

/** Returns the tornado of a goal. */
export function tornadoOf(analysis: Analysis, goal: string): Tornado | undefined {
  return analysis.tornados.find((t) => t.goal === goal);
}

function goalOf({ projection }: Subject, id: string): Goal | undefined {
  return projection.input.goals.find((g) => g.id === id);
}
