import type { Figure } from "../../report/charts/chart.ts";
import { influence } from "../../report/charts/influence.ts";
import { probabilityMap } from "../../report/charts/probability-map.ts";
import { sobol } from "../../report/charts/sobol.ts";
import { spread } from "../../report/charts/spread.ts";
import { tornado } from "../../report/charts/tornado.ts";
import { waterfall } from "../../report/charts/waterfall.ts";
import type { Subject } from "../../report/subject.ts";
import { layOutTable } from "./table.ts";
import type { Terminal } from "./terminal.ts";

/** Prints what explains a projection: each chart's title, its sentence, and its table. */
export function showWhy(subject: Subject, terminal: Terminal): void {
  const { paint, print } = terminal;
  const { language, projection } = subject;
  print(paint.bold(language.local(projection.input.scenario.title)));
  const asked = new Set(projection.analysis?.spread.map(({ goal }) => goal));
  const figures = [waterfall, spread, tornado, probabilityMap, influence, sobol].flatMap((chart) =>
    chart.figures(subject).filter((figure) => chart !== waterfall || [...asked].some((id) => figure.id.endsWith(id))),
  );
  if (figures.length === 0) print(language.say("why.nothing"));
  for (const figure of figures) show(figure, terminal);
}

function show({ title, caption, sentence = caption, table }: Figure, { paint, print, width }: Terminal): void {
  print("");
  print(paint.bold(title));
  print(sentence);
  print("");
  const cells = table.rows.map((row) => table.columns.map(({ key }) => row[key]?.toString() ?? ""));
  const right = table.columns.flatMap(({ numeric }, i) => (numeric ? [i] : []));
  const head = table.columns.map(({ label }) => label);
  print(layOutTable(head, cells, right, width - 2).replace(/^/gm, "  "));
}
