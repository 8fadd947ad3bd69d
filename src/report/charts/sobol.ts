import type { SobolSplit } from "../../core/domain.ts";
import { assessmentOf, type Subject } from "../subject.ts";
import { factorName, schemeName, sobolSentence } from "../why-text.ts";
import type { Chart, Figure } from "./chart.ts";
import { percentOf } from "./percent-of.ts";
import { type BarRow, rowFigure, rowSpec } from "./row-spec.ts";

/** Sobol' indices: what each source of chance does alone, and with all that it works together with. */
export const sobol: Chart = {
  id: "sobol",
  section: "why",
  figures(subject) {
    return (subject.projection.analysis?.sobol ?? []).flatMap((split) => figure(subject, split) ?? []);
  },
};

/** Factors of a chart, and totals below this have their row in the table alone. */
const most = 7;
const least = 0.005;
/** A total that prints as 0.0 %. */
const unseen = 0.0005;

function figure(subject: Subject, split: SobolSplit): Figure | null {
  const { language, projection } = subject;
  const goal = assessmentOf(projection, split.goal)?.goal;
  if (!goal || split.factors.length === 0) return null;
  const words = { scheme: schemeName(subject, goal.scheme), year: goal.year };
  const told = sobolSentence(subject, split);
  const within = (value: number, error: number) => `${language.percent(value)} ± ${language.pointsSize(error)}`;
  const rows = split.factors
    .filter(({ total }) => total >= unseen)
    .map((factor) => ({
      name: factorName(subject, factor.factor),
      first: within(factor.first, factor.firstError),
      total: within(factor.total, factor.totalError),
    }));
  const bars = split.factors.slice(0, most).flatMap(({ first, total }, i): BarRow[] => {
    if (total < least) return [];
    const alone = Math.min(Math.max(0, first), total);
    return [
      {
        name: rows[i]!.name,
        label: `${language.percent(Math.max(0, first), 0)} · ${language.percent(total, 0)}`,
        from: 0,
        to: alone,
        beyond: total,
        tone: "plain",
        fromText: "",
        toText: "",
      },
    ];
  });
  const column = (key: string, label: string, numeric: boolean) => ({ key, label, numeric });
  return {
    id: `sobol-${split.of}-${split.goal}`,
    chart: sobol.id,
    scheme: goal.scheme,
    title: language.say(`chart.sobol.title.${split.of}`, words),
    sentence: told,
    caption: language.say("chart.sobol.caption", { n: language.integer(split.draws) }),
    description: language.say("chart.sobol.describe", {
      ...words,
      list: rows
        .slice(0, most)
        .map((row) => language.say("chart.sobol.item", row))
        .join("; "),
    }),
    spec: rowSpec(language),
    ...rowFigure(bars, { joined: false, rules: [0] }),
    data: () =>
      split.factors.map(({ factor, first, firstError, total, totalError }) => ({
        factor,
        name: factorName(subject, factor),
        alone_pct: percentOf(first),
        alone_error_points: percentOf(firstError),
        with_all_it_works_with_pct: percentOf(total),
        with_all_error_points: percentOf(totalError),
      })),
    table: {
      columns: [
        column("name", language.say("column.key"), false),
        column("first", language.say("column.first"), true),
        column("total", language.say("column.total"), true),
      ],
      rows,
    },
  };
}
