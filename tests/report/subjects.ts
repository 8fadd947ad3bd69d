import type { Run } from "../../src/core/domain.ts";
import { languageFor } from "../../src/report/language.ts";
import { referenceOf, type Subject } from "../../src/report/subject.ts";

/** The report that compares all scenarios of a run, or that of its scenario number `index`. */
export function subjectOf(run: Run, index: number | "all", locale = "en"): Subject {
  const reference = referenceOf(run);
  return {
    run,
    reference,
    projection: index === "all" ? reference : run.projections[index]!,
    comparing: index === "all",
    language: languageFor(locale),
  };
}
