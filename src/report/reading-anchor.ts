import type { Subject } from "./subject.ts";

/** Returns the element id of a reading's row in the tables of data; built from the place of its scheme. */
export function readingAnchor({ run }: Subject, scheme: string, year: number): string {
  return `r${run.histories.findIndex((history) => history.scheme === scheme) + 1}-${year}`;
}
