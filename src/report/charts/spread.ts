import type { SpreadSource, SpreadSplit } from "../../core/domain.ts";
import { assessmentOf, type Subject } from "../subject.ts";
import { explained, remedy, schemeName, spreadSentence, tornadoOf } from "../why-text.ts";
import type { Chart, Figure } from "./chart.ts";
import { percentOf } from "./percent-of.ts";
import { type BarRow, rowFigure, rowSpec, type Tone } from "./row-spec.ts";

/** Where the width of an interval comes from: shares of the variance, end to end from 0 to 100 %. */
export const spread: Chart = {
  id: "spread",
  section: "why",
  figures(subject) {
    return explained(subject, subject.projection.analysis?.spread).flatMap((split) => figure(subject, split) ?? []);
  },
};

/** Blue for what a fit does not know, grey for chance, others for what lies outside the trend. */
const tones: Readonly<Record<SpreadSource, Tone>> = {
  residual: "rest",
  curve: "plain",
  parameters: "plain",
  data: "second",
  base: "third",
  levers: "less",
};
/** A share that prints as 0 % has its row in the table alone. */
const noticeable = 0.005;

function figure(subject: Subject, split: SpreadSplit): Figure | null {
  const { language, projection } = subject;
  const goal = assessmentOf(projection, split.goal)?.goal;
  if (!goal || split.width <= 0) return null;
  const tornado = projection.analysis && tornadoOf(projection.analysis, split.goal);
  const words = { scheme: schemeName(subject, goal.scheme), year: goal.year };
  const told = spreadSentence(subject, split, tornado);
  let reached = 0;
  const sorted = [...split.parts].sort((a, b) => b.share - a.share);
  const bars = sorted
    .filter(({ share }) => share >= noticeable)
    .map(({ source, share }): BarRow => {
      const from = reached;
      reached += share;
      return {
        name: language.say(`why.source.${source}`),
        label: language.percent(share, 0),
        from,
        to: reached,
        tone: tones[source],
        fromText: "",
        toText: "",
      };
    });
  return {
    id: `spread-${split.goal}`,
    chart: spread.id,
    scheme: goal.scheme,
    title: language.say("chart.spread.title", words),
    sentence: told,
    caption: language.say("chart.spread.caption"),
    description: language.say("chart.spread.describe", {
      ...words,
      list: bars.map(({ name, label }) => language.say("chart.rows.item", { name, label })).join("; "),
    }),
    spec: rowSpec(language),
    ...rowFigure(bars, { joined: true, rules: [] }),
    data: () =>
      sorted.map(({ source, share, error }) => ({
        source,
        name: language.say(`why.source.${source}`),
        share_of_variance_pct: percentOf(share),
        error_points: percentOf(error),
      })),
    table: {
      columns: [
        { key: "name", label: language.say("column.source"), numeric: false },
        { key: "label", label: language.say("column.varianceShare"), numeric: true },
        { key: "error", label: "±", numeric: true },
        { key: "remedy", label: language.say("column.remedy"), numeric: false },
      ],
      rows: sorted.map(({ source, share, error }) => ({
        name: language.say(`why.source.${source}`),
        label: language.percent(share),
        error: language.pointsSize(error),
        remedy: remedy(subject, source, tornado),
      })),
    },
  };
}
