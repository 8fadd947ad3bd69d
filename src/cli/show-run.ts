import type { Assessment, Projection, Run } from "../core/domain.ts";
import { goalCondition } from "../report/goal-text.ts";
import { gapSide, gapText, reachedText } from "../report/headline.ts";
import type { Language } from "../report/language.ts";
import { assessmentOf, isOpen, leadingAssessments, referenceOf, schemeOf } from "../report/subject.ts";
import { layOutTable } from "./table.ts";
import type { Terminal } from "./terminal.ts";

/** Prints what a run found: `first` (the reference if null) in full, then how all scenarios compare. */
export function showRun(run: Run, first: Projection | null, language: Language, terminal: Terminal): void {
  const lead = first ?? referenceOf(run);
  const { paint } = terminal;
  const { scenario, asOf, run: settings } = lead.input;
  terminal.print(paint.bold(language.local(run.title)));
  const known = asOf === null ? "" : `, with what had been published by ${language.date(asOf)}`;
  terminal.print(
    `${language.local(scenario.title)}: projection to ${settings.horizon} under its assumptions${known}, ` +
      `${language.integer(settings.draws)} draws`,
  );
  terminal.print("");
  terminal.print(goalTable(run, lead, language, terminal));
  if (run.projections.length > 1) {
    terminal.print("");
    terminal.print("Chance of meeting each goal, by scenario");
    terminal.print("");
    terminal.print(comparisonTable(run, lead, language, terminal));
  }
}

/** Lays out one projection's headline goals, those already judged among them. */
function goalTable(run: Run, projection: Projection, language: Language, terminal: Terminal): string {
  const rows = headlines(run, projection).map((assessment) => {
    const { goal, reached, probability, monteCarloError } = assessment;
    const scheme = schemeOf(projection, goal.scheme);
    const open = isOpen(assessment);
    return [
      scheme ? language.local(scheme.title) : goal.scheme,
      `${goalCondition(language, goal)} by ${goal.year}`,
      open && reached ? reachedText(language, assessment, reached.p50) : "",
      open && reached
        ? `${reachedText(language, assessment, reached.p10)} to ${reachedText(language, assessment, reached.p90)}`
        : "",
      open && probability !== null ? language.probability(probability, monteCarloError) : "",
      verdict(assessment, language, terminal),
    ];
  });
  return layOutTable(
    ["Scheme", "Goal", "Projected", "80% interval", "Chance", "Verdict"],
    rows,
    [2, 4],
    terminal.width,
  );
}

/** The workspace's headline goals in its order; all goals where it names none. */
function headlines(run: Run, projection: Projection): Assessment[] {
  const named = run.headlineGoals.flatMap((id) => assessmentOf(projection, id) ?? []);
  return named.length > 0 ? named : [...projection.assessments];
}

/** Says in words how a goal stands, or what became of it. */
function verdict(assessment: Assessment, language: Language, { paint }: Terminal): string {
  const { outcome, likelihood } = assessment;
  const became = outcome
    ? `${outcome.met ? paint.green("met") : paint.red("missed")}: ${reachedText(language, assessment, outcome.value)}`
    : "";
  if (!isOpen(assessment)) return became || "no reading of that year";
  const gap = { short: `${gapText(language, assessment)} short`, past: `${gapText(language, assessment)} past it` };
  const side = gapSide(assessment);
  const words = likelihood === null ? "" : language.say(`likelihood.${likelihood}`);
  return [words, side === "level" ? "on the line" : gap[side], became && `in the event ${became}`]
    .filter((part) => part !== "")
    .join(", ");
}

/** Lays out every scenario's chance for every leading goal. */
function comparisonTable(run: Run, lead: Projection, language: Language, terminal: Terminal): string {
  const goals = leadingAssessments({ run, projection: lead }).map(({ goal }) => goal);
  const head = goals.map(
    (goal) => `${schemeOf(lead, goal.scheme)?.short ?? goal.scheme}\n${goalCondition(language, goal)}\n${goal.year}`,
  );
  const rows = run.projections.map((projection) => [
    language.local(projection.input.scenario.title),
    ...goals.map(({ id }) => {
      const assessment = assessmentOf(projection, id);
      return assessment?.probability == null
        ? "–"
        : language.probability(assessment.probability, assessment.monteCarloError);
    }),
  ]);
  return layOutTable(
    ["Scenario", ...head],
    rows,
    goals.map((_, column) => column + 1),
    terminal.width,
  );
}
