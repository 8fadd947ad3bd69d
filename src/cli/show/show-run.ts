import type { Assessment, Goal, Outcome, Projection, Run } from "../../core/domain.ts";
import { IPCC_SCALE } from "../../core/goals/likelihood.ts";
import { goalCondition, goalValue } from "../../report/goal-text.ts";
import { gapSide, gapText, reachedText } from "../../report/headline.ts";
import type { Language } from "../../report/language.ts";
import { assessmentOf, isOpen, leadingAssessments, referenceOf, schemeOf } from "../../report/subject.ts";
import { showGoalDetails, showWarnings } from "./show-goal-details.ts";
import { layOutTable } from "./table.ts";
import type { Terminal } from "./terminal.ts";

/** Prints what a run found: `first` (the reference if null) in full, then how all scenarios compare. */
export function showRun(run: Run, first: Projection | null, language: Language, terminal: Terminal): void {
  const lead = first ?? referenceOf(run);
  const { paint, print } = terminal;
  const { scenario, asOf, run: settings } = lead.input;
  print(paint.bold(language.local(run.title)));
  print(
    language.say(asOf === null ? "terminal.lead" : "terminal.leadThen", {
      scenario: language.local(scenario.title),
      horizon: settings.horizon,
      draws: language.integer(settings.draws),
      date: asOf === null ? "" : language.date(asOf),
    }),
  );
  print("");
  print(goalTable(run, lead, language, terminal));
  if (first) showGoalDetails(run, first, language, terminal);
  else showWarnings(leadingAssessments({ run, projection: lead }), lead, language, terminal);
  print("");
  const { name } = lead.input.likelihood ?? IPCC_SCALE;
  print(language.say("terminal.scale", { name: language.local(name) }));
  if (run.projections.length === 1) return;
  print("");
  print(language.say("goal.matrix"));
  print("");
  print(comparisonTable(run, lead, language, terminal));
}

/** Lays out one projection's headline goals, those already judged among them. */
function goalTable(run: Run, projection: Projection, language: Language, terminal: Terminal): string {
  const rows = headlines(run, projection).map((assessment) => {
    const { goal, probability, monteCarloError } = assessment;
    const scheme = schemeOf(projection, goal.scheme);
    const reached = isOpen(assessment) ? assessment.reached : null;
    const text = (value: number) => reachedText(language, assessment, value);
    return [
      scheme ? language.local(scheme.title) : goal.scheme,
      language.say("terminal.by", { value: goalCondition(language, goal), year: goal.year }),
      reached ? text(reached.p50) : "",
      reached ? language.say("unit.range", { low: text(reached.p10), high: text(reached.p90) }) : "",
      reached && probability !== null ? language.probability(probability, monteCarloError) : "",
      verdict(assessment, language, terminal),
    ];
  });
  const head = ["column.scheme", "column.goal", "column.median", "column.range80", "column.chance"] as const;
  const words = [...head.map((key) => language.say(key)), language.say("terminal.verdict")];
  return layOutTable(words, rows, [2, 4], terminal.width);
}

/** The workspace's headline goals in its order; all goals where it names none. */
function headlines(run: Run, projection: Projection): Assessment[] {
  const named = run.headlineGoals.flatMap((id) => assessmentOf(projection, id) ?? []);
  return named.length > 0 ? named : [...projection.assessments];
}

/** Says in words how a goal stands, or what became of it. */
function verdict(assessment: Assessment, language: Language, { paint }: Terminal): string {
  const { outcome, likelihood } = assessment;
  const became = ({ met, value }: Outcome) =>
    language.say("terminal.became", {
      outcome: (met ? paint.green : paint.red)(language.say(met ? "outcome.met" : "outcome.missed")),
      value: reachedText(language, assessment, value),
    });
  if (!isOpen(assessment)) return outcome ? became(outcome) : language.say("terminal.unread");
  return [
    ...(likelihood === null ? [] : [language.local(likelihood)]),
    language.say(`terminal.${gapSide(assessment)}`, { gap: gapText(language, assessment) }),
    ...(outcome ? [language.say("terminal.later", { outcome: became(outcome) })] : []),
  ].join(", ");
}

/** Lays out every scenario's chance for every leading goal. */
function comparisonTable(run: Run, lead: Projection, language: Language, terminal: Terminal): string {
  const goals = leadingAssessments({ run, projection: lead }).map(({ goal }) => goal);
  const rows = run.projections.map((projection) => [
    language.local(projection.input.scenario.title),
    ...goals.map(({ id }) => {
      const { probability = null, monteCarloError = null } = assessmentOf(projection, id) ?? {};
      return probability === null ? "–" : language.probability(probability, monteCarloError);
    }),
  ]);
  const head = goals.map(
    (goal) => `${schemeOf(lead, goal.scheme)?.short ?? goal.scheme}\n${shortCondition(goal, language)}\n${goal.year}`,
  );
  const columns = goals.map((_, column) => column + 1);
  return layOutTable([language.say("column.scenario"), ...head], rows, columns, terminal.width);
}

/** A goal in the width of a column: `>95%`. */
function shortCondition(goal: Goal, language: Language): string {
  return `${{ "at-least": "≥", "more-than": ">", about: "" }[goal.comparator]}${goalValue(language, goal)}`;
}
