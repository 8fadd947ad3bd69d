import type { Run } from "../../core/domain.ts";
import { headline } from "../headline.ts";
import { documentOf } from "../html/document.ts";
import { drawCharts, startDrawing } from "../html/drawing.ts";
import { writePageData, writePrinted } from "../html/page-data.ts";
import { reportBody } from "../html/report-body.ts";
import { comparisonName, scenarioHref } from "../html/report-names.ts";
import { languageFor } from "../language.ts";
import { referenceOf, type Subject } from "../subject.ts";
import type { Format } from "./format.ts";
import { lateOutput } from "./late-output.ts";

/** One page that compares all scenarios and one for each, every one of them complete in itself. */
export const htmlFormat: Format = {
  id: "html",
  label: "HTML report",
  extension: "html",
  write(run, options) {
    if (run.projections.length === 0) return [];
    const drawing = startDrawing(options.drawings);
    const language = languageFor(options.locale);
    const reference = referenceOf(run);
    const pages = [
      { name: comparisonName, projection: reference, comparing: true },
      ...run.projections.map((projection) => ({
        name: scenarioHref(projection.input.scenario.id),
        projection,
        comparing: false,
      })),
    ].map(({ name, projection, comparing }) => {
      const subject: Subject = { run, projection, reference, comparing, language };
      return { name, subject, draw: drawCharts(subject, drawing) };
    });
    // Only now: a page may be asked for any chart that another one shows.
    const files = options.files ?? [];
    const data = options.pack(writePageData({ locale: language.locale, run, specs: drawing.specs, files }));
    return pages.map(({ name, subject, draw }) => {
      const { comparing } = subject;
      const scenario = subject.projection.input.scenario.id;
      return lateOutput(name, () => {
        const printed = options.pack(writePrinted(subject.projection));
        const page = {
          title: titleOf(subject, run),
          body: reportBody(subject, draw()),
          scenario,
          comparing,
          data,
          printed,
        };
        return documentOf(language, page, options);
      });
    });
  },
};

function titleOf(subject: Subject, run: Run): string {
  return `${headline(subject)} · ${subject.language.local(run.title)}`;
}
