import type { Run } from "../../core/domain.ts";
import { headline } from "../headline.ts";
import { documentOf } from "../html/document.ts";
import { type Drawing, drawCharts, startDrawing } from "../html/drawing.ts";
import { mapTables, packRows } from "../html/packed-rows.ts";
import { reportBody } from "../html/report-body.ts";
import { comparisonName, scenarioHref } from "../html/report-names.ts";
import { languageFor } from "../language.ts";
import { referenceOf, type Subject } from "../subject.ts";
import type { Format, FormatOptions, Output } from "./format.ts";

/** One page that compares all scenarios and one for each, every one of them complete in itself. */
export const htmlFormat: Format = {
  id: "html",
  label: "HTML report",
  extension: "html",
  write(run, options) {
    if (run.projections.length === 0) return [];
    const drawing = startDrawing();
    const language = languageFor(options.locale);
    const reference = referenceOf(run);
    const subject = (projection: typeof reference, comparing: boolean): Subject => ({
      run,
      projection,
      reference,
      comparing,
      language,
    });
    return [
      page(comparisonName, subject(reference, true), drawing, options),
      ...run.projections.map((p) => page(scenarioHref(p.input.scenario.id), subject(p, false), drawing, options)),
    ];
  },
};

function page(name: string, subject: Subject, drawing: Drawing, options: FormatOptions): Output {
  const drawn = drawCharts(subject, drawing);
  const body = reportBody(subject, drawn);
  const figures = drawn.island.figures.map((f) => ({ ...f, datasets: mapTables(f.datasets, packRows) }));
  return {
    name,
    text: documentOf(subject.language, titleOf(subject, subject.run), body, { ...drawn.island, figures }, options),
  };
}

function titleOf(subject: Subject, run: Run): string {
  return `${headline(subject)} · ${subject.language.local(run.title)}`;
}
