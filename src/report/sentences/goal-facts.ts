import type { Assessment, Goal, Note, Projection } from "../../core/domain.ts";
import { sameAim } from "../../core/goals/goal-notes.ts";
import type { Language } from "../language.ts";

/** The best past pace in people a year and as a share of those then outside; null where it is the recent one, or none. */
export function bestPaceText(language: Language, { bestPace: best, recentPace: recent }: Assessment): string | null {
  if (!best || (recent && best.fromYear === recent.fromYear && best.toYear === recent.toYear)) return null;
  return language.say("goal.paceBest", {
    best: language.peopleChange(best.personsPerYear),
    from: best.fromYear,
    to: best.toYear,
    hazard: language.percent(best.hazard),
  });
}

/** The pace that a goal needs against the recent one, in people a year. Null where it was not simulated. */
export function paceText(language: Language, { requiredPace: needed, recentPace: recent }: Assessment): string | null {
  if (!needed) return null;
  const words = {
    needed: language.peopleChange(needed.personsPerYear),
    recent: recent ? language.peopleChange(recent.personsPerYear) : "",
    from: recent?.fromYear ?? "",
    to: recent?.toYear ?? "",
  };
  if (!recent) return language.say("goal.paceNoHistory", words);
  return language.say(needed.coveragePerYear <= 0 ? "goal.paceEnough" : "goal.paceNeeded", words);
}

/** The same as a share of those still outside; null where no gain is needed. */
export function hazardText(
  language: Language,
  { requiredPace: needed, recentPace: recent }: Assessment,
): string | null {
  if (!needed || (recent && needed.coveragePerYear <= 0)) return null;
  const words = { needed: language.percent(needed.hazard), recent: recent ? language.percent(recent.hazard) : "" };
  return language.say(recent ? "goal.hazard" : "goal.hazardNeeded", words);
}

/** What the engine warns of a goal, or of one that asks for the same. */
export function goalWarnings({ input, notes }: Projection, goal: Goal): Note[] {
  const same = input.goals.filter((other) => sameAim(other, goal)).map(({ id }) => id);
  return notes.filter(({ code, subject }) => code.startsWith("goal/") && same.includes(subject));
}
