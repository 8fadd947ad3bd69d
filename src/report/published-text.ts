import type { HistoryPoint, Observation } from "../core/domain.ts";
import { percentDecimals } from "./goal-text.ts";
import type { Language } from "./language.ts";
import type { Subject } from "./subject.ts";

/** Most decimals of a published percentage. */
const most = 4;

/** Prints a published figure with every digit that it was published with: `36.98%, 17,456,201, actual`. */
export function publishedText(language: Language, { coverage, participants, status }: Observation): string {
  return [
    coverage === null ? null : language.percent(coverage, Math.max(1, percentDecimals(coverage, most))),
    participants === null ? null : language.count(participants),
    language.say(`status.${status}`),
  ]
    .filter((part) => part !== null)
    .join(", ");
}

/** Prints the people of a reading: as precisely as they were published, or to three digits where they were worked out. */
export function readingPeople({ language, run }: Subject, { participants, used }: HistoryPoint): string {
  const published = used.some((i) => run.data.observations[i]?.participants === participants);
  return published ? language.count(participants) : language.people(participants);
}
