import type { Comparison, Goal, LocalText, Manifest, ProjectionInput } from "../../core/domain.ts";
import { goalCondition } from "../goal-text.ts";
import type { Language } from "../language.ts";
import type { ComparedNames } from "../sentences/difference-sentence.ts";

/** Some scenarios, each compared with one and the same other, on common draws. */
export interface ComparisonRun {
  readonly title: LocalText;
  /** What the others are compared with. */
  readonly reference: ProjectionInput;
  readonly compared: readonly { readonly input: ProjectionInput; readonly comparison: Comparison }[];
  /** Goals that lead, by id. */
  readonly goals: readonly string[];
  readonly manifest: Manifest;
}

/** Names the two sides of a comparison, in quotes. */
export function namesOf(language: Language, run: ComparisonRun, input: ProjectionInput): ComparedNames {
  const quote = (of: ProjectionInput) => language.say("unit.quote", { text: language.local(of.scenario.title) });
  return { scenario: quote(input), reference: quote(run.reference) };
}

/** Names a scheme in the reader's language. */
export function schemeTitle(language: Language, { reference }: ComparisonRun, id: string): string {
  const scheme = reference.schemes.find((s) => s.id === id);
  return scheme ? language.local(scheme.title) : id;
}

/** The goals that lead, each named with scheme and condition. */
export function leadingGoals(
  language: Language,
  run: ComparisonRun,
): { readonly goal: Goal; readonly title: string }[] {
  return run.goals.flatMap((id) => {
    const goal = run.reference.goals.find((g) => g.id === id);
    if (!goal) return [];
    const scheme = schemeTitle(language, run, goal.scheme);
    return [
      { goal, title: language.say("goal.title", { scheme, value: goalCondition(language, goal), year: goal.year }) },
    ];
  });
}

/** Schemes and years that comparisons speak of: those of the leading goals, else each scheme in the last year. */
export function toldYears(run: ComparisonRun): { readonly scheme: string; readonly year: number }[] {
  const goals = run.goals.flatMap((id) => run.reference.goals.find((g) => g.id === id) ?? []);
  return run.reference.schemes.map(({ id }) => ({
    scheme: id,
    year: goals.find((g) => g.scheme === id)?.year ?? goals[0]?.year ?? run.manifest.horizon,
  }));
}
