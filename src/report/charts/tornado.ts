import type { Tornado } from "../../core/domain.ts";
import { assumptionHref } from "../assumption-anchor.ts";
import { reachedText } from "../headline.ts";
import { assessmentOf, type Subject } from "../subject.ts";
import {
  assumptionName,
  assumptionValue,
  explained,
  movedChanceText,
  schemeName,
  shortValue,
  tornadoSentence,
} from "../why-text.ts";
import type { Chart, Figure } from "./chart.ts";
import { percentOf } from "./percent-of.ts";
import { reachedColumn } from "./reached-column.ts";
import { type BarRow, rowFigure, rowSpec } from "./row-spec.ts";

/** Which assumptions move a goal, one at a time: the mean reached from the 10th to the 90th percentile of each. */
export const tornado: Chart = {
  id: "tornado",
  section: "why",
  figures(subject) {
    return explained(subject, subject.projection.analysis?.tornados).flatMap((one) => figure(subject, one) ?? []);
  },
};

/** Bars of a chart, and swings below this part of the widest, have their row in the table alone. */
const most = 7;
const least = 0.03;
/** Rows of the table. */
const mostRows = 12;

function figure(subject: Subject, found: Tornado): Figure | null {
  const { language, projection } = subject;
  const assessment = assessmentOf(projection, found.goal);
  const [widest] = found.swings;
  if (!assessment || !widest) return null;
  const { goal } = assessment;
  const words = { scheme: schemeName(subject, goal.scheme), year: goal.year };
  const chance = (p: number) => movedChanceText(language, assessment, p, found.draws);
  const told = tornadoSentence(subject, found);
  const size = (swing: Tornado["swings"][number]) => Math.abs(swing.high.mean - swing.low.mean);
  const rows = found.swings.slice(0, mostRows).map((swing) => ({
    name: assumptionName(subject, swing.key),
    href: assumptionHref(subject, swing.key),
    low: assumptionValue(language, swing.unit, swing.low.value),
    high: assumptionValue(language, swing.unit, swing.high.value),
    lowMean: reachedText(language, assessment, swing.low.mean),
    highMean: reachedText(language, assessment, swing.high.mean),
    lowChance: chance(swing.low.probability),
    highChance: chance(swing.high.probability),
  }));
  const bars = found.swings.slice(0, most).flatMap((swing, i): BarRow[] => {
    const row = rows[i]!;
    if (size(swing) < least * size(widest)) return [];
    const falls = swing.high.mean < swing.low.mean;
    return [
      {
        name: row.name,
        label: row.lowChance === row.highChance ? row.lowChance : `${row.lowChance} → ${row.highChance}`,
        from: swing.low.mean,
        to: swing.high.mean,
        tone: falls ? "less" : "plain",
        fromText: shortValue(language, swing.unit, swing.low.value),
        toText: shortValue(language, swing.unit, swing.high.value),
      },
    ];
  });
  const column = (key: string, label: string, numeric = true) => ({ key, label, numeric });
  return {
    id: `tornado-${found.goal}`,
    chart: tornado.id,
    scheme: goal.scheme,
    title: language.say("chart.tornado.title", words),
    sentence: told,
    caption: language.say("chart.tornado.caption", {
      n: language.integer(found.draws),
    }),
    description: language.say("chart.tornado.describe", {
      ...words,
      list: rows
        .slice(0, most)
        .map(({ name, lowMean, highMean }) =>
          language.say("chart.tornado.item", { name, low: lowMean, high: highMean }),
        )
        .join("; "),
    }),
    spec: rowSpec(language),
    ...rowFigure(bars, {
      joined: false,
      rules: [found.drawn.mean],
      texts: true,
      print: (value) => reachedText(language, assessment, value),
    }),
    data: () =>
      found.swings.map(({ key, unit, low, high }) => ({
        assumption: key,
        unit,
        p10: low.value,
        p90: high.value,
        ...reachedColumn(goal, "mean_at_p10", low.mean),
        ...reachedColumn(goal, "mean_at_p90", high.mean),
        chance_at_p10_pct: percentOf(low.probability),
        chance_at_p90_pct: percentOf(high.probability),
      })),
    table: {
      columns: [
        column("name", language.say("column.key"), false),
        column("low", language.say("column.at10")),
        column("lowMean", language.say("column.mean")),
        column("lowChance", language.say("column.chance")),
        column("high", language.say("column.at90")),
        column("highMean", language.say("column.mean")),
        column("highChance", language.say("column.chance")),
      ],
      rows,
    },
  };
}
