import type { Subject } from "../subject.ts";
import type { Chart, Figure } from "./chart.ts";
import type { ChartSpec } from "./compile.ts";
import { axisName, chartFrame, colour } from "./theme.ts";

/** Where outcomes fell within their forecasts: a histogram of probability integral transforms (Dawid 1984). */
export const backtestPit: Chart = {
  id: "backtest-pit",
  section: "backtest",
  figures(subject) {
    const cells = subject.run.backtest?.pit;
    return subject.comparing && cells ? [figure(subject, cells)] : [];
  },
};

function figure(subject: Subject, cells: readonly number[]): Figure {
  const { language } = subject;
  const total = cells.reduce((sum, count) => sum + count, 0);
  const bars = cells.map((count, i) => ({
    slot: language.percentRange(i / cells.length, (i + 1) / cells.length, 0),
    from: language.percent(i / cells.length, 0),
    count,
    label: String(count),
  }));
  return {
    id: backtestPit.id,
    chart: backtestPit.id,
    scheme: "",
    title: language.say("backtest.pit.title"),
    caption: language.say("backtest.pit.caption"),
    description: language.say("backtest.pit.describe", { list: cells.join(", ") }),
    sentence: language.say("backtest.pit.sentence", {
      n: total,
      below: subject.run.backtest?.forecasts.filter(({ pit }) => pit < 0.5).length ?? 0,
    }),
    spec: pitSpec(subject),
    datasets: { bars, even: [{ count: total / cells.length, label: language.say("backtest.pit.axis") }] },
    data: () =>
      cells.map((outcomes, i) => ({
        futures_below_from_pct: (100 * i) / cells.length,
        futures_below_to_pct: (100 * (i + 1)) / cells.length,
        outcomes,
      })),
    params: { most: Math.max(...cells) },
    height: 130,
    table: {
      columns: [
        { key: "slot", label: language.say("column.futuresBelow"), numeric: false },
        { key: "label", label: language.say("column.outcomes"), numeric: true },
      ],
      rows: bars,
    },
  };
}

function pitSpec({ language }: Subject): ChartSpec {
  const slot = { field: "slot", type: "nominal" as const, sort: null };
  const count = { field: "count", type: "quantitative" as const };
  const x = {
    ...slot,
    scale: { paddingInner: 0.1, paddingOuter: 0.05 },
    axis: { labelAngle: 0, labelOverlap: true, labelExpr: "split(datum.label, ' ')[0]" },
  };
  return {
    ...chartFrame(language, { left: 4, right: 4, top: 22, bottom: 42 }),
    params: [{ name: "most", value: 1 }],
    encoding: {
      y: {
        type: "quantitative",
        scale: { domainMin: 0, domainMax: { expr: "most" }, nice: false },
        axis: null,
      },
    },
    layer: [
      { data: { name: "bars" }, mark: { type: "bar", color: colour.band80 }, encoding: { x, y: count } },
      {
        data: { name: "bars" },
        mark: { type: "text", dy: -7 },
        encoding: { x, y: count, text: { field: "label" } },
      },
      {
        data: { name: "even" },
        mark: { type: "rule", color: colour.ink, strokeWidth: 1.5, x: 0, x2: "width" },
        encoding: { y: count },
      },
      axisName("even", 32),
    ],
  };
}
