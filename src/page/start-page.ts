import { readPageData } from "../report/html/page-data.ts";
import { languageFor } from "../report/language.ts";
import { referenceOf, type Seal, type Subject } from "../report/subject.ts";
import { openEngine } from "./engine.ts";
import { openReportView } from "./report-view.ts";
import { compareProjections } from "./seal.ts";

/** Brings a report to life: charts that answer, the engine beside it, the printed figures computed anew. */
export function startPage(script: string): void {
  const place = document.getElementById("page-data");
  const data = readPageData(place?.textContent ?? "");
  const engine = openEngine(script);
  const { run } = data;
  const view = openReportView(data.specs);
  const printed = run.projections.find((p) => p.input.scenario.id === place?.dataset.scenario) ?? referenceOf(run);
  const subject: Subject = {
    run,
    projection: printed,
    reference: referenceOf(run),
    comparing: place?.dataset.comparing !== undefined,
    language: languageFor(data.locale),
  };
  const show = (seal: Seal) => view.show({ ...subject, live: { seal, pins: [] } });
  show({ state: "working" });
  engine
    .ask({ task: "project", input: printed.input })
    .then((own) => compareProjections(own, printed))
    .catch((error: unknown): Seal => ({ state: "failed", reason: error instanceof Error ? error.message : "" }))
    .then((seal) => {
      show(seal);
      view.finish();
    });
}
