import { chanceAt, type PointChance, type SweepPart, type SweepRun } from "../../core/sweep/sweep-run.ts";
import type { ChartSpec } from "../charts/compile.ts";
import { chartFrame, colour } from "../charts/theme.ts";
import { goalValue } from "../goal-text.ts";
import type { Language } from "../language.ts";
import { numberAxis, valueAxis } from "./number-axis.ts";
import { chanceText, type GoalSpan, goalTitle } from "./part-facts.ts";
import { axisParams, printedAxis, printedScale, type SweepFigure } from "./sweep-figure.ts";
import { describe } from "./swing-chart.ts";
import { valueText } from "./value-text.ts";

/** Chances that stand side by side above the plot without touching. */
const mostLabels = 9;

/** A grid of one number: what is reached by its value, with the chance of the goal above. */
export function lineFigure(run: SweepRun, part: SweepPart, span: GoalSpan, language: Language): SweepFigure {
  const { goal, base } = span;
  const [variable] = part.sweep?.variables ?? [];
  const rate = goal.measure === "coverage";
  const print = (value: number) => (rate ? language.percent(value, 0) : language.people(value));
  const exact = (value: number) => (rate ? language.percent(value) : language.people(value));
  const points = Array.from({ length: part.count - 1 }, (_, i) => ({
    value: part.values[i + 1],
    chance: chanceAt(part, i + 1, goal.id) as PointChance,
  })).sort((a, b) => a.value - b.value);
  const every = Math.ceil(points.length / mostLabels);
  const x = valueAxis(
    points.map(({ value }) => value),
    (value) => valueText(language, variable.unit, value),
  );
  const y = numberAxis([...points.flatMap(({ chance }) => [chance.p10, chance.p90]), goal.value], print);
  const title = language.local(variable.title);
  return {
    title: goalTitle(run, language, goal),
    caption: language.say("sweep.line.caption", { x: title, base: chanceText(language, base) }),
    description: describe(language, span, part),
    spec: lineSpec(language),
    datasets: {
      points: points.map(({ value, chance }, i) => ({
        value,
        low: chance.p10,
        middle: chance.p50,
        high: chance.p90,
        label: i % every === 0 ? chanceText(language, chance) : "",
      })),
      goal: [{ goal: goal.value, label: goalValue(language, goal) }],
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
    height: 220,
    table: {
      columns: [
        { label: title, numeric: true },
        { label: language.say("column.chance"), numeric: true },
        { label: language.say("column.median"), numeric: true },
        { label: language.say("column.range80"), numeric: true },
      ],
      rows: points.map(({ value, chance }) => [
        valueText(language, variable.unit, value),
        chanceText(language, chance),
        exact(chance.p50),
        language.say("unit.range", { low: exact(chance.p10), high: exact(chance.p90) }),
      ]),
    },
  };
}

function lineSpec(language: Language): ChartSpec {
  const of = (field: string) => ({ field, type: "quantitative" as const });
  return {
    ...chartFrame(language, { left: 62, right: 40, top: 30, bottom: 24 }),
    params: axisParams("x", "y"),
    encoding: {
      x: { ...of("value"), scale: printedScale("x"), axis: { ...printedAxis("x"), grid: false } },
      y: { type: "quantitative", scale: printedScale("y"), axis: printedAxis("y") },
    },
    layer: [
      {
        data: { name: "points" },
        mark: { type: "area", color: colour.band80 },
        encoding: { y: of("low"), y2: { field: "high" } },
      },
      {
        data: { name: "points" },
        mark: { type: "line", color: colour.accent, strokeWidth: 2.5 },
        encoding: { y: of("middle") },
      },
      {
        data: { name: "goal" },
        mark: { type: "rule", color: colour.goal, strokeWidth: 2, x: 0, x2: "width" },
        encoding: { x: { value: 0 }, x2: { value: "width" }, y: of("goal") },
      },
      {
        data: { name: "goal" },
        mark: { type: "text", color: colour.goal, fontWeight: 600, align: "left", baseline: "middle", dx: 5 },
        encoding: { x: { value: "width" }, y: of("goal"), text: { field: "label" } },
      },
      {
        data: { name: "points" },
        mark: { type: "text", fontWeight: 600, baseline: "bottom" },
        encoding: { y: { value: -10 }, text: { field: "label" } },
      },
    ],
  };
}
