import { chanceAt, type PointChance, type SweepPart, type SweepRun } from "../../core/sweep/sweep-run.ts";
import type { ChartSpec } from "../charts/compile.ts";
import { chartFrame, colour } from "../charts/theme.ts";
import type { Language } from "../language.ts";
import { type Driver, driversOf } from "./drivers.ts";
import { numberAxis } from "./number-axis.ts";
import { chanceText, type GoalSpan, goalTitle } from "./part-facts.ts";
import { axisParams, printedAxis, printedScale, type SweepFigure } from "./sweep-figure.ts";
import { describe } from "./swing-chart.ts";
import { valueText } from "./value-text.ts";

/** Numbers that have a picture of their own: those that the chance follows most closely. */
const mostClouds = 3;
/** Dots of one picture; of more points every so many is shown. */
const mostDots = 600;
/** Pixels of one number's row among the drivers. */
const rowHeight = 40;

/** Many numbers at once: which of them the chance of a goal follows, and the dots of the foremost. */
export function cloudFigures(run: SweepRun, part: SweepPart, span: GoalSpan, language: Language): SweepFigure[] {
  const chances = Array.from({ length: part.count - 1 }, (_, i) => chanceAt(part, i + 1, span.goal.id) as PointChance);
  const drivers = driversOf(part, span.goal.id);
  return [
    driversFigure(run, part, span, drivers, language),
    ...drivers.slice(0, mostClouds).map((driver) => cloudFigure(run, part, span, driver, chances, language)),
  ];
}

function driversFigure(
  run: SweepRun,
  part: SweepPart,
  span: GoalSpan,
  drivers: readonly Driver[],
  language: Language,
): SweepFigure {
  const text = (correlation: number) => language.decimal(correlation, 2);
  return {
    title: goalTitle(run, language, span.goal),
    caption: language.say("sweep.drivers.caption"),
    description: describe(language, span, part),
    spec: driversSpec(language),
    datasets: {
      drivers: drivers.map(({ variable, correlation }, row) => ({
        row,
        number: language.local(variable.title),
        correlation,
        label: text(correlation),
      })),
    },
    params: { rows: drivers.length },
    height: drivers.length * rowHeight,
    table: {
      columns: [
        { label: language.say("sweep.number"), numeric: false },
        { label: language.say("sweep.correlation"), numeric: true },
      ],
      rows: drivers.map(({ variable, correlation }) => [language.local(variable.title), text(correlation)]),
    },
  };
}

function cloudFigure(
  run: SweepRun,
  part: SweepPart,
  span: GoalSpan,
  { variable, values }: Driver,
  chances: readonly PointChance[],
  language: Language,
): SweepFigure {
  const title = language.local(variable.title);
  const print = (value: number) => valueText(language, variable.unit, value);
  const every = Math.ceil(values.length / mostDots);
  const dots = values
    .map((value, i) => ({ value, chance: chances[i] }))
    .filter((_, i) => i % every === 0)
    .sort((a, b) => a.value - b.value);
  const x = numberAxis(values, print);
  const y = numberAxis([...chances.map(({ probability }) => probability), span.base.probability], (value) =>
    language.percent(value, 0),
  );
  return {
    title: language.say("sweep.cloud.title", { goal: goalTitle(run, language, span.goal), x: title }),
    caption: language.say("sweep.cloud.caption", { x: title, base: chanceText(language, span.base) }),
    description: describe(language, span, part),
    spec: cloudSpec(language),
    datasets: {
      dots: dots.map(({ value, chance }) => ({ value, chance: chance.probability })),
      base: [{ chance: span.base.probability }],
    },
    params: {
      xMin: x.min,
      xMax: x.max,
      xTicks: x.ticks,
      xLabels: x.labels,
      yMin: y.min,
      yMax: y.max,
      yTicks: y.ticks,
      yLabels: y.labels,
    },
    height: 200,
    table: {
      columns: [
        { label: title, numeric: true },
        { label: language.say("column.chance"), numeric: true },
      ],
      rows: dots.map(({ value, chance }) => [print(value), chanceText(language, chance)]),
    },
  };
}

function driversSpec(language: Language): ChartSpec {
  const row = { expr: "height / rows * (datum.row + 0.72)" };
  const correlation = { field: "correlation", type: "quantitative" as const };
  return {
    ...chartFrame(language, { left: 8, right: 8, top: 8, bottom: 24 }),
    params: [{ name: "rows", value: 1 }],
    data: { name: "drivers" },
    encoding: {
      x: {
        type: "quantitative",
        scale: { domain: [-1, 1] },
        axis: { values: [-1, -0.5, 0, 0.5, 1], format: ".1f", grid: true },
      },
    },
    layer: [
      {
        mark: { type: "rule", strokeWidth: 12, color: colour.band50, y: row },
        encoding: { x: { datum: 0, type: "quantitative" }, x2: correlation },
      },
      ...[{ stroke: colour.paper, strokeWidth: 4 }, {}].map((halo) => ({
        mark: {
          type: "text" as const,
          align: "left" as const,
          x: 0,
          y: { expr: "height / rows * (datum.row + 0.3)" },
          limit: { expr: "width - 20" },
          ...halo,
        },
        encoding: { text: { field: "number" } },
      })),
      {
        mark: {
          type: "text",
          align: "right",
          x: "width",
          y: { expr: "height / rows * (datum.row + 0.3)" },
          fontWeight: 600,
        },
        encoding: { text: { field: "label" } },
      },
    ],
  };
}

function cloudSpec(language: Language): ChartSpec {
  const of = (field: string) => ({ field, type: "quantitative" as const });
  return {
    ...chartFrame(language, { left: 46, right: 40, top: 10, bottom: 24 }),
    params: axisParams("x", "y"),
    encoding: {
      x: { type: "quantitative", scale: printedScale("x"), axis: { ...printedAxis("x"), grid: false } },
      y: { type: "quantitative", scale: printedScale("y"), axis: printedAxis("y") },
    },
    layer: [
      {
        data: { name: "base" },
        mark: { type: "rule", color: colour.ink, strokeWidth: 1.5 },
        encoding: { x: { value: 0 }, x2: { value: "width" }, y: of("chance") },
      },
      {
        data: { name: "dots" },
        mark: { type: "point", filled: true, size: 24, color: colour.accent, opacity: 0.45 },
        encoding: { x: of("value"), y: of("chance") },
      },
    ],
  };
}
