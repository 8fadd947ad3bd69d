import { comparisonTitle } from "../../report/compare/compare-page.ts";
import {
  type ComparisonRun,
  leadingGoals,
  namesOf,
  schemeTitle,
  toldYears,
} from "../../report/compare/comparison-run.ts";
import type { Language } from "../../report/language.ts";
import { differenceAt, differenceSentence } from "../../report/sentences/difference-sentence.ts";
import { shareError } from "../../report/sentences/share-error.ts";
import { layOutTable } from "./table.ts";
import type { Terminal } from "./terminal.ts";

/** Prints each comparison: what changes in every scheme, what that does to the goals, and the same in sentences. */
export function showComparison(run: ComparisonRun, language: Language, { paint, print, width }: Terminal): void {
  print(paint.bold(comparisonTitle(run, language)));
  print(language.say("compare.lead", { draws: language.integer(run.manifest.draws) }));
  for (const { input, comparison } of run.compared) {
    const names = namesOf(language, run, input);
    const found = toldYears(run).flatMap(({ scheme, year }) => {
      const difference = differenceAt(comparison, scheme, year);
      return difference ? [{ title: schemeTitle(language, run, scheme), year, difference }] : [];
    });
    print("");
    print(paint.bold(language.local(input.scenario.title)));
    print("");
    const points = (value: number) => language.points(value);
    const range = (low: string, high: string) => language.say("unit.range", { low, high });
    const schemeHead = ["column.scheme", "column.year", "compare.points", "compare.range", "compare.people"] as const;
    print(
      layOutTable(
        [...schemeHead, "compare.range" as const].map((key) => language.say(key)),
        found.map(({ title, year, difference: { low, median, high, people } }) => [
          title,
          String(year),
          points(median),
          range(points(low), points(high)),
          language.peopleChange(people[1]),
          range(language.peopleChange(people[0]), language.peopleChange(people[2])),
        ]),
        [1, 2, 3, 4, 5],
        width,
      ),
    );
    const chance = (p: number) => language.probability(p, shareError(p, comparison.draws));
    const goals = leadingGoals(language, run).flatMap(({ goal, title }) => {
      const compared = comparison.goals.find((c) => c.goal === goal.id);
      if (!compared) return [];
      const { other, probability, difference, error, gained, lost } = compared;
      const change = `${points(difference)} ± ${language.pointsSize(error)}`;
      return [[title, chance(other), chance(probability), change, chance(gained), chance(lost)]];
    });
    if (goals.length > 0) {
      const head = [
        language.say("column.goal"),
        names.reference,
        names.scenario,
        language.say("compare.change"),
        language.say("compare.gained"),
        language.say("compare.lost"),
      ];
      print("");
      print(layOutTable(head, goals, [1, 2, 3, 4, 5], width));
    }
    print("");
    for (const { title, year, difference } of found)
      print(differenceSentence(language, names, title, year, difference));
  }
}
