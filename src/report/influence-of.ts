import { goalCondition } from "./goal-text.ts";
import { assessmentOf, type Subject, schemeOf } from "./subject.ts";
import { movedChanceText } from "./why-text.ts";

/** Says of a reading, for each goal that it is among the strongest for, what the goal would look like without it. */
export function influenceOf(subject: Subject, scheme: string, year: number): string[] {
  const { language, projection } = subject;
  return (projection.analysis?.influence ?? []).flatMap((one) => {
    const effect = one.readings.find((r) => r.scheme === scheme && r.year === year);
    const assessment = assessmentOf(projection, one.goal);
    if (!effect || !assessment) return [];
    const { goal } = assessment;
    const owner = schemeOf(projection, goal.scheme);
    return language.say("facts.without", {
      goal: `${owner ? language.local(owner.title) : goal.scheme}, ${goal.year}: ${goalCondition(language, goal)}`,
      change:
        goal.measure === "coverage" ? language.pointsWithUnit(effect.median) : language.peopleChange(effect.median),
      p: movedChanceText(language, assessment, one.probability + effect.probability, one.draws),
      before: language.probability(one.probability, assessment.monteCarloError),
    });
  });
}
