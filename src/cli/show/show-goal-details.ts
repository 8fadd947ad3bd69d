import type { Assessment, Note, Projection, Run } from "../../core/domain.ts";
import { goalsOfOneYear } from "../../report/goal-groups.ts";
import { goalTitle } from "../../report/headline.ts";
import type { Language } from "../../report/language.ts";
import { bestPaceText, goalWarnings, hazardText, paceText } from "../../report/sentences/goal-facts.ts";
import { goalSentence, plainText, twinOf } from "../../report/sentences/goal-sentence.ts";
import { shareError } from "../../report/sentences/share-error.ts";
import { leadingAssessments } from "../../report/subject.ts";
import type { Terminal } from "./terminal.ts";

/** Prints all that is known of each leading goal of one scenario, and what to beware of before it is quoted. */
export function showGoalDetails(run: Run, projection: Projection, language: Language, terminal: Terminal): void {
  const { paint, print } = terminal;
  const leading = leadingAssessments({ run, projection });
  if (leading.length === 0) return;
  print("");
  print(paint.bold(language.say("terminal.details")));
  for (const [first, ...others] of goalsOfOneYear(leading)) {
    print("");
    print(paint.bold(goalTitle(language, projection, first!)));
    print(`  ${goalSentence({ language, projection }, first!)}`);
    for (const line of detailLines(first!, projection, language)) print(`  ${line}`);
    for (const other of others) print(`  ${goalSentence({ language, projection }, other)}`);
  }
  showWarnings(leading, projection, language, terminal);
}

/** Prints what the engine warns of, each warning once; nothing where it warns of none of these goals. */
export function showWarnings(
  assessments: readonly Assessment[],
  projection: Projection,
  language: Language,
  { paint, print }: Terminal,
): void {
  const notes = [...new Set<Note>(assessments.flatMap(({ goal }) => goalWarnings(projection, goal)))];
  if (notes.length === 0) return;
  print("");
  print(paint.bold(language.say("terminal.beware")));
  for (const { message } of notes) print(`- ${language.local(message)}`);
}

function detailLines(a: Assessment, projection: Projection, language: Language): string[] {
  const line = (label: string, text: string | null) => (text ? [`${label}: ${text}`] : []);
  const { gapCoverage, gapPersons, firstMet } = a;
  const range = (low: string, high: string) => language.say("unit.range", { low, high });
  const twin = twinOf({ language, projection }, a);
  return [
    ...line(
      language.say("goal.distance"),
      gapCoverage &&
        gapPersons &&
        `${language.pointsWithUnit(gapCoverage.p50)} (${range(language.points(gapCoverage.p10), language.points(gapCoverage.p90))}), ${language.say("headline.people", { n: language.peopleChange(gapPersons.p50) })}`,
    ),
    ...line(language.say("goal.firstMet"), firstMet && firstMetText(a, projection, language)),
    ...line(
      language.say("goal.pace"),
      [paceText(language, a), hazardText(language, a), bestPaceText(language, a)].filter((text) => text).join("; "),
    ),
    ...line(language.say("goal.plain"), plainText({ language }, a)),
    ...line(language.say("goal.twin"), twin && `${twin.chance}. ${twin.sentence}`),
  ];
}

/** Share of the futures by the year in which each first meets the goal, and of those that never do. */
function firstMetText(
  { alreadyMet, firstMet }: Assessment,
  { input, summary }: Projection,
  language: Language,
): string {
  if (alreadyMet) return language.say("goal.firstMetAlready");
  const chance = (p: number) => language.probability(p, shareError(p, input.run.draws));
  const years = summary.years.flatMap((year, y) => {
    const part = firstMet?.share[y] ?? 0;
    return part >= 0.005 ? [`${year} ${chance(part)}`] : [];
  });
  return [...years, `${language.say("unit.never")} ${chance(firstMet?.never ?? 0)}`].join(", ");
}
