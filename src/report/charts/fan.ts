import { goalValue } from "../goal-text.ts";
import { originOf, readingsOf, type Subject, schemeOf } from "../subject.ts";
import type { Chart, Figure } from "./chart.ts";
import type { ChartSpec } from "./compile.ts";
import { type FanData, fanData } from "./fan-data.ts";
import { eventLines } from "./fan-events.ts";
import { fanRows } from "./fan-rows.ts";
import { fanTable } from "./fan-table.ts";
import { chartFrame, colour } from "./theme.ts";

/**
 * The fan chart: published readings, then the simulated futures as nested bands around their median, with goals as
 * marks. The style follows the fan charts of central banks (Britton, Fisher and Whitley 1998), with bands by
 * quantile rather than by density.
 */
export const fan: Chart = {
  id: "fan",
  section: "schemes",
  figures(subject) {
    const data = subject.projection.summary.schemes.map(({ scheme }) => ({ scheme, ...fanData(subject, scheme) }));
    const spec = fanSpec(subject, eventLines(data.map(({ datasets }) => datasets.events ?? [])));
    return data.map((own) => figure(subject, own, spec));
  },
};

function figure(subject: Subject, { scheme, ...data }: FanData & { scheme: string }, spec: ChartSpec): Figure {
  const { language, projection } = subject;
  const base = subject.run.bases.find((b) => b.id === data.base);
  const baseTitle = base ? language.local(base.title) : data.base;
  return {
    id: `fan-${scheme}`,
    chart: fan.id,
    scheme,
    title: data.title,
    caption: [
      language.say("chart.fan.caption", { base: baseTitle }),
      data.axis.min > 0 ? language.say("chart.fan.zoomed", { from: language.percent(data.axis.min, 0) }) : "",
      ...(schemeOf(projection, scheme)?.trend?.warnings ?? []).map((warning) => language.local(warning)),
    ]
      .filter((sentence) => sentence !== "")
      .join(" "),
    description: describe(subject, scheme, data.title),
    sentence: describe(subject, scheme, data.title),
    spec,
    datasets: data.datasets,
    data: () => fanRows(subject, scheme),
    params: {
      xMin: data.firstYear,
      xMax: projection.summary.years.at(-1)!,
      yMin: data.axis.min,
      yMax: data.axis.max,
      yTicks: data.axis.ticks,
      yFormat: data.axis.format,
    },
    height: fanHeight,
    table: fanTable(subject, scheme),
  };
}

/** Pixels between the axes of a fan chart. */
export const fanHeight = 230;

function describe(subject: Subject, scheme: string, title: string): string {
  const { language, projection } = subject;
  const { fitted } = readingsOf(subject, scheme);
  const first = fitted[0];
  const last = fitted.at(-1);
  const summary = projection.summary.schemes.find((s) => s.scheme === scheme)!;
  const end = projection.summary.years.length - 1;
  const at = (level: number) => summary.coverage[projection.summary.levels.indexOf(level)]?.[end] ?? Number.NaN;
  const open = projection.assessments.filter((a) => a.goal.scheme === scheme && a.goal.year > originOf(projection));
  const goals = [...new Set(open.map(({ goal }) => goal.year))]
    .sort((a, b) => a - b)
    .map((year) => {
      const own = open.filter(({ goal }) => goal.year === year).sort((a, b) => a.goal.value - b.goal.value);
      const values = [...new Set(own.map(({ goal }) => goalValue(language, goal)))];
      return language.say(values.length > 1 ? "chart.fan.describeGoals" : "chart.fan.describeGoal", {
        year,
        value: language.list(values),
      });
    });
  return [
    language.say("chart.fan.describe", {
      scheme: title,
      firstValue: first ? language.percent(first.coverage) : language.say("unit.unknown"),
      firstYear: first?.year ?? "",
      lastValue: last ? language.percent(last.coverage) : language.say("unit.unknown"),
      lastYear: last?.year ?? "",
      year: projection.summary.years[end]!,
      median: language.percent(at(0.5)),
      range: language.percentRange(at(0.1), at(0.9)),
    }),
    ...goals,
  ].join(" ");
}

const share = "quantitative" as const;
const year = { field: "year", type: share };

/** Pixels under the axis: its labels, then a line for every event that is named there. */
const underAxis = 24;
const eventLine = 15;

/** The specification that all fan charts of a report share, with `lines` of events under the axis; the rest is data. */
function fanSpec(subject: Subject, lines: number): ChartSpec {
  return {
    ...chartFrame(subject.language, {
      left: 42,
      right: 54,
      top: 42,
      bottom: underAxis + eventLine * lines + (lines > 0 ? 4 : 0),
    }),
    params: [
      { name: "xMin", value: 2010 },
      { name: "xMax", value: 2035 },
      { name: "yMin", value: 0 },
      { name: "yMax", value: 1 },
      { name: "yTicks", value: [0, 0.5, 1] },
      { name: "yFormat", value: ".0%" },
    ],
    encoding: {
      x: {
        ...year,
        scale: { domainMin: { expr: "xMin - 0.4" }, domainMax: { expr: "xMax" }, nice: false, zero: false },
        axis: { values: { expr: "sequence(ceil(xMin / 5) * 5, xMax + 1, 5)" }, format: "d" },
      },
      y: {
        type: share,
        scale: { domainMin: { expr: "yMin" }, domainMax: { expr: "yMax" }, nice: false, zero: false },
        axis: { values: { expr: "yTicks" }, labelExpr: "format(datum.value, yFormat)", grid: true },
      },
    },
    layer: [
      band("p025", "p975", colour.band95),
      band("p10", "p90", colour.band80),
      band("p25", "p75", colour.band50),
      ...events(),
      {
        data: { name: "origin" },
        mark: { type: "rule", color: colour.muted, strokeDash: [2, 3] },
        encoding: { x: year, y: { value: -30 }, y2: { value: "height" } },
      },
      {
        data: { name: "origin" },
        mark: { type: "text", align: "left", dx: 5, color: colour.muted, fontSize: 11 },
        encoding: { x: year, y: { value: -35 }, text: { field: "label" } },
      },
      {
        data: { name: "segments" },
        mark: { type: "rule", color: colour.faint, strokeWidth: 1.5 },
        encoding: {
          x: year,
          x2: { field: "year2" },
          y: { field: "coverage", type: share },
          y2: { field: "coverage2" },
        },
      },
      {
        data: { name: "rivals" },
        mark: { type: "point", shape: "cross", size: 22, filled: true, color: colour.faint },
        encoding: { x: year, y: { field: "coverage", type: share } },
      },
      {
        data: { name: "reference" },
        mark: { type: "line", color: colour.ink, strokeWidth: 1.5, strokeDash: [4, 3] },
        encoding: { x: year, y: { field: "median", type: share } },
      },
      {
        data: { name: "pins" },
        mark: { type: "line", color: colour.ink, strokeWidth: 1 },
        encoding: { x: year, y: { field: "median", type: share }, detail: { field: "letter", type: "nominal" } },
      },
      {
        data: { name: "futures" },
        mark: { type: "line", color: colour.accent, strokeWidth: 2.5 },
        encoding: { x: year, y: { field: "p50", type: share } },
      },
      {
        data: { name: "goals" },
        mark: { type: "rule", color: colour.goal, strokeDash: [1, 2] },
        encoding: { x: year, y: { field: "median", type: share }, y2: { field: "value" } },
      },
      {
        data: { name: "goals" },
        mark: { type: "rule", color: colour.goal, strokeWidth: 3, strokeCap: "butt" },
        encoding: {
          x: { field: "from", type: share },
          x2: { field: "to" },
          y: { field: "value", type: share },
        },
      },
      haloText("pinLabels", "median", "letter", colour.ink),
      haloText("goalLabels", "at", "label", colour.goal),
      {
        data: { name: "readings" },
        mark: { type: "point", size: 34, opacity: 1, strokeWidth: 1.5 },
        encoding: {
          x: year,
          y: { field: "coverage", type: share },
          shape: {
            field: "status",
            type: "nominal",
            legend: null,
            scale: {
              domain: ["actual", "estimate", "derived", "projection", "later"],
              range: ["circle", "circle", "diamond", "triangle-up", "square"],
            },
          },
          fill: {
            condition: [
              { test: "datum.status === 'later'", value: colour.later },
              { test: "datum.status === 'actual' || datum.status === 'derived'", value: colour.ink },
            ],
            value: colour.paper,
          },
          stroke: { condition: { test: "datum.status === 'later'", value: colour.later }, value: colour.ink },
        },
      },
      {
        data: { name: "ends" },
        mark: { type: "text", align: "left", dx: 7, baseline: "middle" },
        encoding: {
          x: { value: "width" },
          y: { field: "at", type: share },
          text: { field: "label" },
          size: { condition: { test: "datum.kind === 'median'", value: 14 }, value: 11 },
          color: {
            condition: [
              { test: "datum.kind === 'median'", value: colour.accent },
              { test: "datum.kind === 'reference'", value: colour.ink },
            ],
            value: colour.muted,
          },
        },
      },
      ...readout(),
    ],
  };
}

function band(low: string, high: string, color: string) {
  return {
    data: { name: "futures" },
    mark: { type: "area" as const, color, interpolate: "linear" as const },
    encoding: { x: year, y: { field: low, type: share }, y2: { field: high } },
  };
}

/** Text that stays readable on bands: a stroke of paper under it. */
function haloText(data: string, at: string, text: string, color: string) {
  const encoding = { x: year, y: { field: at, type: share }, text: { field: text } };
  const mark = {
    type: "text" as const,
    align: "center" as const,
    baseline: "middle" as const,
    fontWeight: 600 as const,
  };
  return {
    data: { name: data },
    layer: [
      { mark: { ...mark, stroke: colour.paper, strokeWidth: 4, strokeJoin: "round" as const }, encoding },
      { mark: { ...mark, color }, encoding },
    ],
  };
}

/** Laws and shocks: a fine line at their day, and their names under the axis, each beside its line's end. */
function events() {
  const at = { expr: `height + ${underAxis + eventLine - 7} + ${eventLine} * datum.line` };
  const right = "datum.side === 'right'";
  const words = {
    data: { name: "events" },
    mark: {
      type: "text" as const,
      align: { expr: `${right} ? 'left' : 'right'` } as never,
      dx: { expr: `${right} ? 5 : -5` },
      baseline: "middle" as const,
      color: colour.muted,
      fontSize: 11,
      limit: { expr: `0.9 * (${right} ? width - scale('x', datum.year) + 48 : scale('x', datum.year) + 36)` },
    },
    encoding: { x: year, y: { value: at }, text: { field: "label" } },
  };
  return [
    // The labels of the axis lie between the two parts of a line.
    ...[
      [0, "height" as const],
      [{ expr: "height + 20" }, at],
    ].map(([from, to]) => ({
      data: { name: "events" },
      mark: { type: "rule" as const, color: colour.faint, strokeWidth: 1 },
      encoding: { x: year, y: { value: from as number }, y2: { value: to as number } },
    })),
    words,
  ];
}

/** The year under the pointer: a hairline and its figures above the chart. */
function readout() {
  const shown = { condition: { param: "hover", empty: false, value: 1 }, value: 0 };
  const full = { y: { value: 0 }, y2: { value: "height" as const } };
  return [
    {
      data: { name: "readouts" },
      params: [
        {
          name: "hover",
          select: { type: "point" as const, on: "pointerover", clear: "pointerout", encodings: ["x" as const] },
        },
      ],
      mark: { type: "rule" as const, strokeWidth: { expr: "width / (xMax - xMin + 0.4)" }, opacity: 0 },
      encoding: { x: year, ...full },
    },
    {
      data: { name: "readouts" },
      mark: { type: "rule" as const, color: colour.ink, strokeWidth: 1 },
      encoding: { x: year, ...full, opacity: shown },
    },
    {
      data: { name: "readouts" },
      mark: { type: "text" as const, align: "left" as const, fontWeight: 600 as const },
      encoding: { x: { value: 0 }, y: { value: -42 }, text: { field: "text" }, opacity: shown },
    },
  ];
}
