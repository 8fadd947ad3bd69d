import type { Assessment } from "../../core/domain.ts";
import { goalsToReach } from "../goal-groups.ts";
import { goalValue } from "../goal-text.ts";
import { firstMetSentence } from "../sentences/chart-sentences.ts";
import { leadingAssessments, type Subject, schemeOf } from "../subject.ts";
import type { Chart, Figure, Row } from "./chart.ts";
import type { ChartSpec } from "./compile.ts";
import { percentOf } from "./percent-of.ts";
import { chartFrame, colour } from "./theme.ts";

/** When the report's own scenario first meets each goal: of 100 futures, how many in which year. */
export const firstYearMet: Chart = {
  id: "first-year-met",
  section: "goals",
  figures(subject) {
    if (subject.comparing) return [];
    return goalsToReach(leadingAssessments(subject)).map((a) => figure(subject, a));
  },
};

const height = 130;

function figure(subject: Subject, assessment: Assessment): Figure {
  const { language, projection } = subject;
  const { goal } = assessment;
  const scheme = schemeOf(projection, goal.scheme);
  const bars = barRows(subject, assessment);
  const end = projection.summary.years.at(-1)!;
  return {
    id: `first-year-met-${goal.id}`,
    chart: firstYearMet.id,
    scheme: goal.scheme,
    title: language.say("chart.first.title", {
      scheme: scheme ? language.local(scheme.title) : goal.scheme,
      value: goalValue(language, goal),
    }),
    caption: language.say("chart.first.caption", { year: goal.year }),
    description: language.say("chart.first.describe", {
      list: bars
        .filter((b) => b.share >= 0.005)
        .map((b) =>
          b.never
            ? language.say("chart.first.neverItem", { n: b.label, year: end })
            : language.say("chart.first.item", { n: b.label, year: b.year }),
        )
        .join("; "),
    }),
    sentence: firstMetSentence(subject, assessment),
    spec: firstSpec(subject),
    datasets: { bars },
    data: () =>
      bars.map(({ year, share, inTime, never }) => ({
        first_met: never ? null : Number(year),
        outcome: never ? `not by ${end}` : inTime ? "in time" : "late",
        share_of_futures_pct: percentOf(share),
      })),
    params: { most: Math.max(0.1, ...bars.map((b) => b.share)) },
    height,
    table: {
      columns: [
        { key: "year", label: language.say("column.year"), numeric: false },
        { key: "label", label: language.say("column.share"), numeric: true },
      ],
      rows: bars,
    },
  };
}

function barRows(subject: Subject, assessment: Assessment) {
  const { language, projection } = subject;
  const first = assessment.firstMet!;
  const hundred = (share: number) => (share > 0 && share < 0.005 ? "<1" : language.integer(share * 100));
  const bars = projection.summary.years.map((year, i) => ({
    slot: String(year),
    year: String(year),
    share: first.share[i] ?? 0,
    label: hundred(first.share[i] ?? 0),
    inTime: year <= assessment.goal.year,
    never: false,
  }));
  const later = language.say("chart.first.never");
  const never = { share: first.never, label: hundred(first.never), inTime: false, never: true };
  return [...bars, { slot: later, year: later, ...never }] satisfies Row[];
}

/** Where the chart is narrow the century goes: 2031 becomes ’31. */
const shortYear = "width < 400 && isFinite(+datum.label) ? '\u2019' + slice(datum.label, 2) : datum.label";

/** The specification that these charts share: bars by year, the last one for all that comes later or never. */
export function firstSpec(subject: Subject): ChartSpec {
  const slot = { field: "slot", type: "nominal" as const, sort: null };
  const share = { field: "share", type: "quantitative" as const };
  const shade = {
    condition: [
      { test: "datum.never", value: colour.faint },
      { test: "datum.inTime", value: colour.accent },
    ],
    value: colour.band50,
  };
  return {
    ...chartFrame(subject.language, { left: 4, right: 4, top: 22, bottom: 24 }),
    params: [{ name: "most", value: 1 }],
    encoding: {
      x: {
        ...slot,
        scale: { paddingInner: 0.2, paddingOuter: 0.1 },
        axis: { labelAngle: 0, labelOverlap: false, labelExpr: shortYear },
      },
      y: { type: "quantitative", scale: { domainMin: 0, domainMax: { expr: "most" }, nice: false }, axis: null },
    },
    layer: [
      { data: { name: "bars" }, mark: { type: "bar" }, encoding: { x: slot, y: share, color: shade } },
      {
        data: { name: "bars" },
        mark: { type: "text", dy: -7 },
        encoding: { x: slot, y: share, text: { field: "label" } },
      },
    ],
  };
}
